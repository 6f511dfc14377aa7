import Storage

extension Measurements {
    static let weeksSchema = [
        Migration(
            "2026-11-25 measurements: weeks",
            """
            CREATE TABLE measurements_week (
                practice_id        BYTEA NOT NULL,
                patient_id         BYTEA NOT NULL,
                starts_on          TEXT NOT NULL,
                id                 BYTEA NOT NULL,
                ends_on            TEXT NOT NULL,
                protocol           TEXT NOT NULL,
                judged_at          BIGINT,
                outcome            TEXT CHECK (outcome IN ('not-enough-data', 'on-target', 'raised')),
                average_systolic   BIGINT,
                average_diastolic  BIGINT,
                counted            BIGINT,
                readings           BIGINT,
                moments            BIGINT,
                rule               TEXT,
                version            TEXT,
                PRIMARY KEY (practice_id, patient_id, starts_on, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id),
                CHECK ((judged_at IS NULL) = (outcome IS NULL)),
                CHECK ((judged_at IS NULL) = (rule IS NULL)),
                CHECK ((outcome IS NULL OR outcome = 'not-enough-data') = (average_systolic IS NULL))
            );
            CREATE INDEX measurements_week_to_judge ON measurements_week (practice_id, ends_on)
                WHERE judged_at IS NULL;
            """
        ),
        Migration(
            "2026-11-26 measurements: weeks that are not asked for any more",
            """
            ALTER TABLE measurements_week ADD COLUMN withdrawn_at BIGINT;
            ALTER TABLE measurements_week ADD COLUMN withdrawn_by BYTEA;
            """
        ),
    ]
}
