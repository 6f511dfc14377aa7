import Storage

extension Outbox {
    static let itemsSchema = [
        Migration(
            "2026-11-26 outbox: items",
            """
            CREATE TABLE outbox_item (
                practice_id      BYTEA NOT NULL,
                id               BYTEA NOT NULL,
                patient_id       BYTEA NOT NULL,
                way_id           BYTEA NOT NULL,
                channel          TEXT NOT NULL CHECK (channel IN ('mail', 'phone', 'push')),
                kind             TEXT NOT NULL CHECK (kind IN ('reminder', 'code')),
                due_at           BIGINT NOT NULL,
                until_at         BIGINT NOT NULL,
                tries            BIGINT NOT NULL,
                next_try_at      BIGINT NOT NULL,
                taken_by         BYTEA,
                taken_until      BIGINT,
                trouble          TEXT,
                sent_at          BIGINT,
                quarantined_at   BIGINT,
                quarantined_why  TEXT,
                withdrawn_at     BIGINT,
                withdrawn_why    TEXT,
                PRIMARY KEY (practice_id, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id),
                CHECK ((taken_by IS NULL) = (taken_until IS NULL)),
                CHECK ((quarantined_at IS NULL) = (quarantined_why IS NULL)),
                CHECK ((withdrawn_at IS NULL) = (withdrawn_why IS NULL)),
                CHECK (until_at > due_at)
            );
            CREATE INDEX outbox_item_to_carry ON outbox_item (practice_id, next_try_at)
                WHERE sent_at IS NULL AND quarantined_at IS NULL AND withdrawn_at IS NULL;
            CREATE INDEX outbox_item_in_quarantine ON outbox_item (practice_id, quarantined_at)
                WHERE quarantined_at IS NOT NULL;
            CREATE INDEX outbox_item_of_patient ON outbox_item (practice_id, patient_id, kind, due_at);
            """
        )
    ]
}
