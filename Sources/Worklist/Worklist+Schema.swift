import Storage

extension Worklist {
    package static let schema = [
        Migration(
            "2026-11-25 worklist: items",
            """
            CREATE TABLE worklist_item (
                practice_id    BYTEA NOT NULL,
                id             BYTEA NOT NULL,
                patient_id     BYTEA NOT NULL,
                family         TEXT NOT NULL,
                reason         TEXT NOT NULL,
                urgency        BIGINT NOT NULL CHECK (urgency BETWEEN 0 AND 2),
                systolic       BIGINT,
                diastolic      BIGINT,
                count          BIGINT,
                weight         BIGINT,
                gain           BIGINT,
                quote          TEXT,
                opened_at      BIGINT NOT NULL,
                later_until    BIGINT,
                closed_at      BIGINT,
                closed_by      BYTEA,
                PRIMARY KEY (practice_id, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id),
                CHECK ((closed_at IS NULL) = (closed_by IS NULL))
            );
            CREATE UNIQUE INDEX worklist_item_once ON worklist_item (practice_id, patient_id, family)
                WHERE closed_at IS NULL;
            CREATE INDEX worklist_item_open ON worklist_item (practice_id, urgency, opened_at)
                WHERE closed_at IS NULL;
            CREATE INDEX worklist_item_closed ON worklist_item (practice_id, closed_at)
                WHERE closed_at IS NOT NULL;
            CREATE INDEX worklist_item_of_patient ON worklist_item (practice_id, patient_id, opened_at);
            """
        ),
        Migration(
            "2026-11-26 worklist: inboxes",
            """
            ALTER TABLE worklist_item ADD COLUMN inbox TEXT NOT NULL DEFAULT 'team'
                CHECK (inbox IN ('team', 'poh', 'gp', 'assistant'));
            ALTER TABLE worklist_item ADD COLUMN handed_at BIGINT;
            ALTER TABLE worklist_item ADD COLUMN handed_by BYTEA;
            """
        ),
        Migration(
            "2026-11-26 worklist: what was asked, sealed",
            """
            ALTER TABLE worklist_item ADD COLUMN sealed_quote BYTEA;
            UPDATE worklist_item SET sealed_quote = CAST('0' || quote AS BLOB) WHERE quote IS NOT NULL;
            ALTER TABLE worklist_item DROP COLUMN quote;
            """,
            postgres: """
                ALTER TABLE worklist_item ADD COLUMN sealed_quote BYTEA;
                UPDATE worklist_item SET sealed_quote = convert_to('0' || quote, 'UTF8') WHERE quote IS NOT NULL;
                ALTER TABLE worklist_item DROP COLUMN quote;
                """,
            .contracts
        ),
    ]
}
