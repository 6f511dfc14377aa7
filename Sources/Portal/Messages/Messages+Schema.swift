import Storage

extension Portal {
    static let messagesSchema = [
        Migration(
            "2026-11-25 portal: messages",
            """
            CREATE TABLE portal_message (
                practice_id  BYTEA NOT NULL,
                patient_id   BYTEA NOT NULL,
                sent_at      BIGINT NOT NULL,
                id           BYTEA NOT NULL,
                sender       TEXT NOT NULL CHECK (sender IN ('patient', 'worker')),
                sender_id    BYTEA NOT NULL,
                body         TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
                read_at      BIGINT,
                PRIMARY KEY (practice_id, patient_id, sent_at, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id)
            );
            CREATE INDEX portal_message_unread ON portal_message (practice_id, patient_id, sender)
                WHERE read_at IS NULL;
            """
        ),
        Migration(
            "2026-11-25 portal: messages, each once",
            "CREATE UNIQUE INDEX portal_message_once ON portal_message (practice_id, patient_id, id);"
        ),
        Migration(
            "2026-11-26 portal: messages, sealed",
            """
            ALTER TABLE portal_message ADD COLUMN sealed BYTEA NOT NULL DEFAULT '';
            UPDATE portal_message SET sealed = CAST('0' || body AS BLOB);
            ALTER TABLE portal_message DROP COLUMN body;
            """,
            postgres: """
                ALTER TABLE portal_message ADD COLUMN sealed BYTEA NOT NULL DEFAULT '';
                UPDATE portal_message SET sealed = convert_to('0' || body, 'UTF8');
                ALTER TABLE portal_message DROP COLUMN body;
                """,
            .contracts
        ),
    ]
}
