import Storage

extension Portal {
    static let goalsSchema = [
        Migration(
            "2026-11-25 portal: goals",
            """
            CREATE TABLE portal_goal (
                practice_id  BYTEA NOT NULL,
                patient_id   BYTEA NOT NULL,
                set_on       TEXT NOT NULL,
                id           BYTEA NOT NULL,
                text         TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 120),
                reached_on   TEXT,
                PRIMARY KEY (practice_id, patient_id, set_on, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id)
            );
            CREATE TABLE portal_goal_day (
                practice_id  BYTEA NOT NULL,
                patient_id   BYTEA NOT NULL,
                goal_id      BYTEA NOT NULL,
                day          TEXT NOT NULL,
                PRIMARY KEY (practice_id, patient_id, goal_id, day)
            );
            """
        ),
        Migration(
            "2026-11-25 portal: goals, each once",
            "CREATE UNIQUE INDEX portal_goal_once ON portal_goal (practice_id, patient_id, id);"
        ),
        Migration(
            "2026-11-26 portal: goals, sealed",
            """
            ALTER TABLE portal_goal ADD COLUMN sealed BYTEA NOT NULL DEFAULT '';
            UPDATE portal_goal SET sealed = CAST('0' || text AS BLOB);
            ALTER TABLE portal_goal DROP COLUMN text;
            """,
            postgres: """
                ALTER TABLE portal_goal ADD COLUMN sealed BYTEA NOT NULL DEFAULT '';
                UPDATE portal_goal SET sealed = convert_to('0' || text, 'UTF8');
                ALTER TABLE portal_goal DROP COLUMN text;
                """,
            .contracts
        ),
    ]
}
