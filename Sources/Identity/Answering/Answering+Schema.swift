import Storage

extension Identity {
    /// When practices answer and are open.
    package static let schemaAnswering = [
        Migration(
            "2026-11-26 identity: when a practice answers",
            """
            CREATE TABLE identity_answering (
                practice_id   BYTEA NOT NULL PRIMARY KEY REFERENCES identity_practice,
                urgent_phone  TEXT,
                night_phone   TEXT,
                night_text    TEXT,
                changed_at    BIGINT NOT NULL,
                changed_by    BYTEA NOT NULL
            );
            CREATE TABLE identity_opening (
                practice_id  BYTEA NOT NULL REFERENCES identity_practice,
                weekday      BIGINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
                opens_at     BIGINT NOT NULL CHECK (opens_at BETWEEN 0 AND 1439),
                closes_at    BIGINT NOT NULL CHECK (closes_at BETWEEN 1 AND 1440),
                PRIMARY KEY (practice_id, weekday),
                CHECK (opens_at < closes_at)
            );
            """
        )
    ]
}
