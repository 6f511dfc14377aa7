import Storage

extension Outbox {
    static let waysSchema = [
        Migration(
            "2026-11-26 outbox: ways to reach a patient",
            """
            CREATE TABLE outbox_way (
                practice_id   BYTEA NOT NULL,
                patient_id    BYTEA NOT NULL,
                id            BYTEA NOT NULL,
                channel       TEXT NOT NULL CHECK (channel IN ('mail', 'phone', 'push')),
                sealed        BYTEA NOT NULL,
                language      TEXT NOT NULL,
                code          TEXT,
                code_until    BIGINT,
                code_tries    BIGINT NOT NULL,
                confirmed_at  BIGINT,
                kept_at       BIGINT NOT NULL,
                kept_by       BYTEA NOT NULL,
                PRIMARY KEY (practice_id, patient_id, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id),
                CHECK ((code IS NULL) = (code_until IS NULL)),
                CHECK ((code IS NULL) = (confirmed_at IS NOT NULL))
            );
            """
        )
    ]
}
