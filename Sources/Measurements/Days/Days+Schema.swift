import Storage

extension Measurements {
    static let daysSchema = [
        Migration(
            "2026-11-25 measurements: days and summaries",
            """
            CREATE TABLE measurements_day (
                practice_id  BYTEA NOT NULL,
                patient_id   BYTEA NOT NULL,
                kind         TEXT NOT NULL,
                day          TEXT NOT NULL,
                mornings     BIGINT NOT NULL,
                evenings     BIGINT NOT NULL,
                first_sum    BIGINT NOT NULL,
                second_sum   BIGINT NOT NULL,
                first_low    BIGINT NOT NULL,
                first_high   BIGINT NOT NULL,
                second_low   BIGINT NOT NULL,
                second_high  BIGINT NOT NULL,
                PRIMARY KEY (practice_id, patient_id, kind, day),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id)
            );
            CREATE TABLE measurements_summary (
                practice_id        BYTEA NOT NULL,
                patient_id         BYTEA NOT NULL,
                last_day           TEXT,
                average_systolic   BIGINT,
                average_diastolic  BIGINT,
                count              BIGINT NOT NULL,
                moments            BIGINT NOT NULL,
                weeks              TEXT NOT NULL,
                weight             BIGINT,
                weights            TEXT NOT NULL,
                standing           TEXT NOT NULL CHECK (standing IN ('on-target', 'above', 'unknown')),
                PRIMARY KEY (practice_id, patient_id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id),
                CHECK ((average_systolic IS NULL) = (average_diastolic IS NULL))
            );
            CREATE INDEX measurements_summary_by_last_day ON measurements_summary (practice_id, last_day);
            CREATE INDEX measurements_summary_by_standing ON measurements_summary (practice_id, standing, patient_id);
            CREATE TABLE measurements_tally (
                practice_id  BYTEA NOT NULL,
                standing     TEXT NOT NULL,
                patients     BIGINT NOT NULL CHECK (patients >= 0),
                PRIMARY KEY (practice_id, standing)
            );
            """
        )
    ]
}
