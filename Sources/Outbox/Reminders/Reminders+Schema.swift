import Storage

extension Outbox {
    static let remindersSchema = [
        Migration(
            "2026-11-26 outbox: reminders",
            """
            CREATE TABLE outbox_reminder (
                practice_id   BYTEA NOT NULL,
                patient_id    BYTEA NOT NULL,
                channel       TEXT CHECK (channel IN ('mail', 'phone', 'push')),
                moments       TEXT NOT NULL,
                quiet_from    BIGINT NOT NULL CHECK (quiet_from BETWEEN 0 AND 1439),
                quiet_until   BIGINT NOT NULL CHECK (quiet_until BETWEEN 0 AND 1439),
                paused_until  TEXT,
                next_at       BIGINT,
                reminders     BIGINT NOT NULL,
                last_on       TEXT,
                last_at       BIGINT,
                changed_at    BIGINT NOT NULL,
                changed_by    BYTEA NOT NULL,
                PRIMARY KEY (practice_id, patient_id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id),
                CHECK ((channel IS NULL) = (next_at IS NULL)),
                CHECK ((last_on IS NULL) = (last_at IS NULL))
            );
            CREATE INDEX outbox_reminder_by_moment ON outbox_reminder (practice_id, next_at)
                WHERE next_at IS NOT NULL;
            """
        )
    ]
}
