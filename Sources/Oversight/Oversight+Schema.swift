import Storage

extension Oversight {
    package static let schema = [
        Migration(
            "2026-11-26 oversight: what the officer signed off",
            """
            CREATE TABLE oversight_review (
                practice_id  BYTEA NOT NULL,
                matter       TEXT NOT NULL,
                verdict      TEXT NOT NULL CHECK (verdict IN ('fine', 'asked', 'incident')),
                note         TEXT NOT NULL CHECK (length(note) <= 500),
                signed_by    BYTEA NOT NULL,
                signed_at    BIGINT NOT NULL,
                PRIMARY KEY (practice_id, matter)
            );
            """
        )
    ]
}
