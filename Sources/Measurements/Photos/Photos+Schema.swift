import Storage

extension Measurements {
    static let photosSchema = [
        Migration(
            "2026-11-26 measurements: photographed diaries",
            """
            CREATE TABLE measurements_photo (
                practice_id  BYTEA NOT NULL,
                patient_id   BYTEA NOT NULL,
                id           BYTEA NOT NULL,
                kind         TEXT NOT NULL CHECK (kind IN ('jpeg', 'png')),
                sent_at      BIGINT NOT NULL,
                sent_by      BYTEA NOT NULL,
                used_at      BIGINT,
                used_by      BYTEA,
                PRIMARY KEY (practice_id, patient_id, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id),
                CHECK ((used_at IS NULL) = (used_by IS NULL))
            );
            CREATE TABLE measurements_photo_part (
                practice_id  BYTEA NOT NULL,
                patient_id   BYTEA NOT NULL,
                photo_id     BYTEA NOT NULL,
                part         BIGINT NOT NULL,
                sealed       BYTEA NOT NULL,
                PRIMARY KEY (practice_id, patient_id, photo_id, part),
                FOREIGN KEY (practice_id, patient_id, photo_id)
                    REFERENCES measurements_photo (practice_id, patient_id, id)
            );
            """
        )
    ]
}
