import Storage

extension Measurements {
    static let readingsSchema = [
        Migration(
            "2026-11-25 measurements: readings",
            """
            CREATE TABLE measurements_reading (
                practice_id     BYTEA NOT NULL,
                patient_id      BYTEA NOT NULL,
                kind            TEXT NOT NULL,
                taken_at        BIGINT NOT NULL,
                id              BYTEA NOT NULL,
                offset_minutes  BIGINT NOT NULL CHECK (offset_minutes BETWEEN -840 AND 840),
                first_value     BIGINT NOT NULL,
                second_value    BIGINT,
                third_value     BIGINT,
                detail          TEXT,
                setting         TEXT NOT NULL CHECK (setting IN ('home', 'practice')),
                source          TEXT NOT NULL,
                status          TEXT NOT NULL CHECK (status IN ('final', 'unconfirmed', 'entered-in-error')),
                device          TEXT,
                external_id     TEXT,
                fingerprint     BYTEA NOT NULL,
                performer_id    BYTEA,
                recorded_at     BIGINT NOT NULL,
                answer          TEXT,
                complaints      TEXT,
                PRIMARY KEY (practice_id, patient_id, kind, taken_at, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id),
                CHECK (kind <> 'blood-pressure' OR (second_value IS NOT NULL
                       AND first_value BETWEEN 1 AND 400 AND second_value BETWEEN 1 AND 400))
            );
            CREATE INDEX measurements_reading_by_id ON measurements_reading (practice_id, patient_id, id);
            CREATE UNIQUE INDEX measurements_reading_once
                ON measurements_reading (practice_id, patient_id, fingerprint);
            """
        )
    ]
}
