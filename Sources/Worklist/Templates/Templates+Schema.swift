import Storage

extension Worklist {
    package static let templatesSchema = [
        Migration(
            "2026-11-26 worklist: texts of the practice's own",
            """
            CREATE TABLE worklist_template (
                practice_id  BYTEA NOT NULL,
                id           BYTEA NOT NULL,
                situation    TEXT NOT NULL,
                title        TEXT NOT NULL CHECK (length(title) <= 40),
                body         TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 1000),
                changed_at   BIGINT NOT NULL,
                changed_by   BYTEA NOT NULL,
                PRIMARY KEY (practice_id, id)
            );
            CREATE UNIQUE INDEX worklist_template_once ON worklist_template (practice_id, situation)
                WHERE situation <> 'own';
            """
        )
    ]
}
