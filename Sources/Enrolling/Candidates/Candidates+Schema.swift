import Storage

extension Enrolling {
    static let candidatesSchema = [
        Migration(
            "2026-11-26 enrolling: lists, candidates, invitations",
            """
            CREATE TABLE enrolling_list (
                practice_id   BYTEA NOT NULL REFERENCES identity_practice,
                id            BYTEA NOT NULL,
                definition    TEXT NOT NULL,
                version       TEXT NOT NULL,
                read_at       BIGINT NOT NULL,
                read_by       BYTEA NOT NULL,
                rows_read     BIGINT NOT NULL,
                eligible      BIGINT NOT NULL,
                withdrawn_at  BIGINT,
                withdrawn_by  BYTEA,
                PRIMARY KEY (practice_id, id)
            );
            CREATE TABLE enrolling_candidate (
                practice_id  BYTEA NOT NULL REFERENCES identity_practice,
                patient_id   BYTEA NOT NULL,
                list_id      BYTEA,
                person_key   BYTEA NOT NULL,
                given_name   TEXT NOT NULL,
                family_name  TEXT NOT NULL,
                born_on      TEXT NOT NULL,
                sex          TEXT NOT NULL CHECK (sex IN ('m', 'f')),
                phone        TEXT NOT NULL,
                grounds      TEXT NOT NULL,
                cautions     TEXT NOT NULL,
                box          TEXT NOT NULL,
                listed_at    BIGINT NOT NULL,
                state        TEXT NOT NULL,
                state_at     BIGINT NOT NULL,
                PRIMARY KEY (practice_id, patient_id)
            );
            CREATE UNIQUE INDEX enrolling_candidate_once ON enrolling_candidate (practice_id, person_key);
            CREATE INDEX enrolling_candidate_by_state ON enrolling_candidate (practice_id, state, state_at, patient_id);
            CREATE TABLE enrolling_invitation (
                practice_id   BYTEA NOT NULL,
                patient_id    BYTEA NOT NULL,
                invited_at    BIGINT NOT NULL,
                id            BYTEA NOT NULL,
                channel       TEXT NOT NULL,
                invited_by    BYTEA NOT NULL,
                answer        TEXT,
                answered_at   BIGINT,
                answered_by   BYTEA,
                withdrawn_at  BIGINT,
                withdrawn_by  BYTEA,
                PRIMARY KEY (practice_id, patient_id, invited_at, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES enrolling_candidate (practice_id, patient_id),
                CHECK ((answer IS NULL) = (answered_at IS NULL)),
                CHECK ((answer IS NULL) = (answered_by IS NULL))
            );
            CREATE TABLE enrolling_enrolment (
                practice_id   BYTEA NOT NULL,
                patient_id    BYTEA NOT NULL,
                enrolled_at   BIGINT NOT NULL,
                id            BYTEA NOT NULL,
                enrolled_by   BYTEA NOT NULL,
                consented_on  TEXT NOT NULL,
                consent_way   TEXT NOT NULL,
                consent_text  TEXT NOT NULL,
                help          TEXT NOT NULL,
                box           TEXT NOT NULL,
                ended_at      BIGINT,
                ended_by      BYTEA,
                PRIMARY KEY (practice_id, patient_id, enrolled_at, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id),
                CHECK ((ended_at IS NULL) = (ended_by IS NULL))
            );
            CREATE UNIQUE INDEX enrolling_enrolment_open ON enrolling_enrolment (practice_id, patient_id)
                WHERE ended_at IS NULL;
            """
        )
    ]
}
