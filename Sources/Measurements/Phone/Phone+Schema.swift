import Storage

extension Measurements {
    static let phoneSchema = [
        Migration(
            "2026-11-26 measurements: keys of phones",
            """
            CREATE TABLE measurements_phone_key (
                practice_id  BYTEA NOT NULL,
                patient_id   BYTEA NOT NULL,
                holder_id    BYTEA NOT NULL,
                id           BYTEA NOT NULL,
                secret       BYTEA NOT NULL,
                made_at      BIGINT NOT NULL,
                PRIMARY KEY (practice_id, patient_id, holder_id, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id)
            );
            CREATE TABLE measurements_phone_clock (
                practice_id   BYTEA NOT NULL,
                patient_id    BYTEA NOT NULL,
                reading_id    BYTEA NOT NULL,
                said_at       BIGINT NOT NULL,
                corrected_by  BIGINT NOT NULL,
                PRIMARY KEY (practice_id, patient_id, reading_id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id)
            );
            """
        )
    ]
}
