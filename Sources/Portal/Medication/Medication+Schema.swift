import Storage

extension Portal {
    static let medicationSchema = [
        Migration(
            "2026-11-25 portal: medication changes",
            """
            CREATE TABLE portal_medication_change (
                practice_id  BYTEA NOT NULL,
                patient_id   BYTEA NOT NULL,
                changed_on   TEXT NOT NULL,
                id           BYTEA NOT NULL,
                what         TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 120),
                why          TEXT NOT NULL CHECK (length(why) BETWEEN 1 AND 500),
                written_by   BYTEA NOT NULL,
                written_at   BIGINT NOT NULL,
                PRIMARY KEY (practice_id, patient_id, changed_on, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id)
            );
            """
        ),
        Migration(
            "2026-11-25 portal: medication changes, each once",
            "CREATE UNIQUE INDEX portal_medication_change_once ON portal_medication_change (practice_id, patient_id, id);"
        ),
        Migration(
            "2026-11-26 portal: medication changes, sealed",
            """
            ALTER TABLE portal_medication_change ADD COLUMN sealed_what BYTEA NOT NULL DEFAULT '';
            ALTER TABLE portal_medication_change ADD COLUMN sealed_why BYTEA NOT NULL DEFAULT '';
            UPDATE portal_medication_change
            SET sealed_what = CAST('0' || what AS BLOB), sealed_why = CAST('0' || why AS BLOB);
            ALTER TABLE portal_medication_change DROP COLUMN what;
            ALTER TABLE portal_medication_change DROP COLUMN why;
            """,
            postgres: """
                ALTER TABLE portal_medication_change ADD COLUMN sealed_what BYTEA NOT NULL DEFAULT '';
                ALTER TABLE portal_medication_change ADD COLUMN sealed_why BYTEA NOT NULL DEFAULT '';
                UPDATE portal_medication_change
                SET sealed_what = convert_to('0' || what, 'UTF8'), sealed_why = convert_to('0' || why, 'UTF8');
                ALTER TABLE portal_medication_change DROP COLUMN what;
                ALTER TABLE portal_medication_change DROP COLUMN why;
                """,
            .contracts
        ),
    ]
}
