import Storage

extension Measurements {
    static let metersSchema = [
        Migration(
            "2026-11-26 measurements: meters",
            """
            CREATE TABLE measurements_meter (
                practice_id  BYTEA NOT NULL,
                patient_id   BYTEA NOT NULL,
                name         TEXT NOT NULL,
                person       BIGINT,
                used_at      BIGINT NOT NULL,
                PRIMARY KEY (practice_id, patient_id, name),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id)
            );
            """
        )
    ]
}
