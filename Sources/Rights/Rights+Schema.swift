import Storage

extension Rights {
    package static let schema = [
        Migration(
            "2026-11-26 rights: requests, and what was erased",
            """
            CREATE TABLE rights_request (
                practice_id        BYTEA NOT NULL,
                patient_id         BYTEA NOT NULL,
                id                 BYTEA NOT NULL,
                number             BIGINT NOT NULL,
                kind               TEXT NOT NULL CHECK (kind IN ('correction', 'erasure', 'restriction', 'objection')),
                sealed_words       BYTEA NOT NULL,
                asked_at           BIGINT NOT NULL,
                due_on             TEXT NOT NULL,
                sealed_longer_why  BYTEA,
                answer             TEXT CHECK (answer IN ('granted', 'refused')),
                sealed_reason      BYTEA,
                answered_at        BIGINT,
                answered_by        BYTEA,
                withdrawn_at       BIGINT,
                ended_at           BIGINT,
                ended_by           BYTEA,
                sealed_ended_why   BYTEA,
                PRIMARY KEY (practice_id, patient_id, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id),
                CHECK ((answer IS NULL) = (answered_at IS NULL)),
                CHECK ((answer IS NULL) = (answered_by IS NULL)),
                CHECK ((answer IS NULL) = (sealed_reason IS NULL)),
                CHECK ((ended_at IS NULL) = (sealed_ended_why IS NULL)),
                CHECK (withdrawn_at IS NULL OR answer IS NULL),
                CHECK (ended_at IS NULL OR answer = 'granted')
            );
            CREATE UNIQUE INDEX rights_request_number ON rights_request (practice_id, number);
            CREATE UNIQUE INDEX rights_request_once ON rights_request (practice_id, id);
            CREATE INDEX rights_request_waiting ON rights_request (practice_id, due_on)
                WHERE answer IS NULL AND withdrawn_at IS NULL;
            CREATE INDEX rights_request_in_force ON rights_request (practice_id, kind, patient_id)
                WHERE answer = 'granted' AND ended_at IS NULL;
            CREATE TABLE rights_erasure (
                practice_id     BYTEA NOT NULL REFERENCES identity_practice,
                number          BIGINT NOT NULL,
                asked_at        BIGINT NOT NULL,
                carried_out_at  BIGINT NOT NULL,
                carried_out_by  BYTEA,
                readings        BIGINT NOT NULL,
                messages        BIGINT NOT NULL,
                lines           BIGINT NOT NULL,
                accounts        BIGINT NOT NULL,
                key             TEXT NOT NULL,
                PRIMARY KEY (practice_id, number)
            );
            """
        ),
        Migration(
            "2026-11-26 rights: how long things are kept",
            """
            CREATE TABLE rights_term (
                practice_id  BYTEA NOT NULL REFERENCES identity_practice,
                kind         TEXT NOT NULL,
                days         BIGINT NOT NULL CHECK (days BETWEEN 1 AND 36500),
                changed_at   BIGINT NOT NULL,
                changed_by   BYTEA,
                PRIMARY KEY (practice_id, kind)
            );
            """
        ),
        Migration(
            "2026-11-27 rights: what was granted and holds",
            """
            CREATE VIEW rights_in_force AS
                SELECT practice_id, patient_id, kind
                FROM rights_request
                WHERE answer = 'granted' AND ended_at IS NULL;
            """
        ),
    ]
}
