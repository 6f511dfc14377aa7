import Storage

extension Pharmacy {
    package static let schema = [
        Migration(
            "2026-11-26 pharmacy: registrations and messages",
            """
            CREATE TABLE pharmacy_registration (
                practice_id     BYTEA NOT NULL REFERENCES identity_practice,
                id              BYTEA NOT NULL,
                patient_id      BYTEA NOT NULL,
                pharmacy_id     BYTEA NOT NULL,
                asked_at        BIGINT NOT NULL,
                confirmed_at    BIGINT,
                confirmed_by    TEXT CHECK (confirmed_by IN ('patient', 'practice')),
                readings_since  BIGINT,
                ended_at        BIGINT,
                PRIMARY KEY (practice_id, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id),
                CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
                CHECK (readings_since IS NULL OR confirmed_at IS NOT NULL)
            );
            CREATE UNIQUE INDEX pharmacy_registration_once
                ON pharmacy_registration (practice_id, patient_id, pharmacy_id) WHERE ended_at IS NULL;
            CREATE UNIQUE INDEX pharmacy_registration_one
                ON pharmacy_registration (practice_id, patient_id)
                WHERE ended_at IS NULL AND confirmed_at IS NOT NULL;
            CREATE INDEX pharmacy_registration_of_patient
                ON pharmacy_registration (practice_id, patient_id, asked_at);
            CREATE INDEX pharmacy_registration_at_pharmacy ON pharmacy_registration (pharmacy_id, patient_id);
            CREATE TABLE pharmacy_message (
                practice_id  BYTEA NOT NULL REFERENCES identity_practice,
                patient_id   BYTEA NOT NULL,
                pharmacy_id  BYTEA NOT NULL,
                sent_at      BIGINT NOT NULL,
                id           BYTEA NOT NULL,
                sender       TEXT NOT NULL CHECK (sender IN ('patient', 'worker')),
                sender_id    BYTEA NOT NULL,
                sealed       BYTEA NOT NULL,
                read_at      BIGINT,
                PRIMARY KEY (practice_id, patient_id, sent_at, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id)
            );
            CREATE UNIQUE INDEX pharmacy_message_once ON pharmacy_message (practice_id, patient_id, id);
            CREATE INDEX pharmacy_message_unread ON pharmacy_message (practice_id, patient_id, pharmacy_id, sender)
                WHERE read_at IS NULL;
            """
        )
    ]
}
