import Storage

extension Exchange {
    /// The couplings of patients with the cloud of who made their meter.
    package static let schema = [
        Migration(
            "2026-11-26 exchange: vendor couplings",
            """
            CREATE TABLE exchange_vendor_coupling (
                practice_id  BYTEA NOT NULL,
                patient_id   BYTEA NOT NULL,
                vendor       TEXT NOT NULL CHECK (vendor IN ('withings')),
                id           BYTEA NOT NULL,
                state        TEXT NOT NULL CHECK (state IN ('on', 'ended', 'broken')),
                person_hash  BYTEA NOT NULL,
                farewell     BYTEA NOT NULL,
                coupled_at   BIGINT NOT NULL,
                ended_at     BIGINT,
                looked_to    BIGINT NOT NULL,
                fetched_at   BIGINT,
                news_to      TEXT,
                PRIMARY KEY (practice_id, patient_id, vendor),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id),
                CHECK ((state = 'on') = (ended_at IS NULL))
            );
            CREATE UNIQUE INDEX exchange_vendor_coupling_once ON exchange_vendor_coupling (practice_id, vendor, person_hash)
                WHERE state = 'on';
            CREATE INDEX exchange_vendor_coupling_of_person ON exchange_vendor_coupling (person_hash);
            CREATE TABLE exchange_vendor_secret (
                practice_id  BYTEA NOT NULL,
                patient_id   BYTEA NOT NULL,
                vendor       TEXT NOT NULL,
                sealed       BYTEA NOT NULL,
                turn         BIGINT NOT NULL,
                PRIMARY KEY (practice_id, patient_id, vendor),
                FOREIGN KEY (practice_id, patient_id, vendor)
                    REFERENCES exchange_vendor_coupling (practice_id, patient_id, vendor)
            );
            """
        ),
        Migration(
            "2026-11-26 exchange: vendor jobs",
            """
            CREATE TABLE exchange_vendor_job (
                practice_id  BYTEA NOT NULL,
                patient_id   BYTEA NOT NULL,
                vendor       TEXT NOT NULL,
                due_at       BIGINT NOT NULL,
                told_at      BIGINT NOT NULL,
                tries        BIGINT NOT NULL,
                refusals     BIGINT NOT NULL,
                holder       BYTEA,
                held_until   BIGINT NOT NULL,
                PRIMARY KEY (practice_id, patient_id, vendor),
                FOREIGN KEY (practice_id, patient_id, vendor)
                    REFERENCES exchange_vendor_coupling (practice_id, patient_id, vendor)
            );
            CREATE INDEX exchange_vendor_job_by_time ON exchange_vendor_job (practice_id, due_at);
            CREATE TABLE exchange_vendor_pending (
                practice_id   BYTEA NOT NULL,
                patient_id    BYTEA NOT NULL,
                vendor        TEXT NOT NULL,
                state_hash    BYTEA NOT NULL,
                session_hash  BYTEA NOT NULL,
                made_at       BIGINT NOT NULL,
                PRIMARY KEY (practice_id, patient_id, vendor),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id)
            );
            CREATE INDEX exchange_vendor_pending_by_age ON exchange_vendor_pending (practice_id, made_at);
            CREATE TABLE exchange_vendor_farewell (
                practice_id  BYTEA NOT NULL REFERENCES identity_practice,
                id           BYTEA NOT NULL,
                vendor       TEXT NOT NULL,
                sealed       BYTEA NOT NULL,
                due_at       BIGINT NOT NULL,
                tries        BIGINT NOT NULL,
                PRIMARY KEY (practice_id, id)
            );
            """
        ),
    ]
}
