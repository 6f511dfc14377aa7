import Storage

extension Exchange {
    /// What goes to the record of a practice once somebody approved it.
    package static let summariesSchema = [
        Migration(
            "2026-11-26 exchange: summaries for the record",
            """
            CREATE TABLE exchange_summary (
                practice_id     BYTEA NOT NULL,
                patient_id      BYTEA NOT NULL,
                kind            TEXT NOT NULL,
                starts_on       TEXT NOT NULL,
                ends_on         TEXT NOT NULL,
                version         BIGINT NOT NULL CHECK (version >= 1),
                id              BYTEA NOT NULL,
                series          BYTEA NOT NULL,
                state           TEXT NOT NULL CHECK (state IN ('ready', 'approved', 'placed', 'too-few', 'replaced')),
                first_average   BIGINT,
                second_average  BIGINT,
                received        BIGINT NOT NULL,
                on_first_days   BIGINT NOT NULL,
                irregular       BIGINT NOT NULL,
                used            BIGINT NOT NULL,
                needed          BIGINT NOT NULL,
                days            BIGINT NOT NULL,
                first_day       TEXT,
                last_day        TEXT,
                way             TEXT NOT NULL,
                rule_version    TEXT NOT NULL,
                remark          TEXT NOT NULL CHECK (remark IN ('none', 'irregular', 'unconfirmed')),
                made_at         BIGINT NOT NULL,
                approved_at     BIGINT,
                approved_by     BYTEA,
                approval        BYTEA,
                placed_at       BIGINT,
                placed_by       BYTEA,
                PRIMARY KEY (practice_id, patient_id, kind, starts_on, ends_on, version),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id),
                CHECK ((approved_at IS NULL) = (approved_by IS NULL)),
                CHECK (state NOT IN ('approved', 'placed', 'replaced') OR approved_at IS NOT NULL),
                CHECK (state <> 'placed' OR placed_at IS NOT NULL),
                CHECK (version > 1 OR (state = 'too-few') = (first_average IS NULL))
            );
            CREATE UNIQUE INDEX exchange_summary_once ON exchange_summary (practice_id, id);
            CREATE INDEX exchange_summary_by_state
                ON exchange_summary (practice_id, starts_on, ends_on, state, patient_id);
            CREATE INDEX exchange_summary_by_approval ON exchange_summary (practice_id, approval)
                WHERE approval IS NOT NULL;
            CREATE TABLE exchange_record (
                practice_id  BYTEA NOT NULL,
                id           BYTEA NOT NULL,
                patient_id   BYTEA NOT NULL,
                ready_at     BIGINT NOT NULL,
                body         TEXT NOT NULL,
                placed_at    BIGINT,
                PRIMARY KEY (practice_id, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id)
            );
            CREATE INDEX exchange_record_waiting ON exchange_record (practice_id, ready_at)
                WHERE placed_at IS NULL;
            CREATE INDEX exchange_record_of_patient ON exchange_record (practice_id, patient_id);
            CREATE TABLE exchange_quarter (
                practice_id  BYTEA NOT NULL,
                starts_on    TEXT NOT NULL,
                done_to      BYTEA NOT NULL,
                finished_at  BIGINT,
                PRIMARY KEY (practice_id, starts_on)
            );
            """
        )
    ]
}
