import Storage

extension Identity {
    package static let schema = [
        Migration(
            "2026-11-25 identity: practices and people",
            """
            CREATE TABLE identity_practice (
                practice_id  BYTEA NOT NULL PRIMARY KEY,
                kind         TEXT NOT NULL CHECK (kind IN ('practice', 'care-group')),
                name         TEXT NOT NULL,
                phone        TEXT NOT NULL,
                reply_days   BIGINT NOT NULL CHECK (reply_days BETWEEN 1 AND 30)
            );
            CREATE TABLE identity_patient (
                practice_id      BYTEA NOT NULL REFERENCES identity_practice,
                id               BYTEA NOT NULL,
                given_name       TEXT NOT NULL,
                family_name      TEXT NOT NULL,
                search_name      TEXT NOT NULL,
                born_on          TEXT NOT NULL,
                sex              TEXT NOT NULL CHECK (sex IN ('m', 'f')),
                programmes       TEXT NOT NULL,
                phone            TEXT NOT NULL,
                spoken_language  TEXT NOT NULL,
                reading          TEXT NOT NULL CHECK (reading IN ('fluent', 'difficult')),
                registered_at    BIGINT NOT NULL,
                PRIMARY KEY (practice_id, id)
            );
            CREATE INDEX identity_patient_by_name ON identity_patient (practice_id, search_name);
            CREATE TABLE identity_worker (
                practice_id  BYTEA NOT NULL REFERENCES identity_practice,
                id           BYTEA NOT NULL,
                given_name   TEXT NOT NULL,
                family_name  TEXT NOT NULL,
                role         TEXT NOT NULL CHECK (role IN ('poh', 'gp', 'implementer', 'administrator')),
                started_at   BIGINT NOT NULL,
                PRIMARY KEY (practice_id, id)
            );
            """
        ),
        Migration(
            "2026-11-25 identity: accounts and sessions",
            """
            CREATE TABLE identity_account (
                sign_in        TEXT NOT NULL PRIMARY KEY,
                practice_id    BYTEA NOT NULL REFERENCES identity_practice,
                person_id      BYTEA NOT NULL,
                role           TEXT NOT NULL CHECK (role IN ('patient', 'poh', 'gp', 'implementer', 'administrator')),
                salt           BYTEA NOT NULL,
                password_hash  BYTEA NOT NULL,
                rounds         BIGINT NOT NULL,
                made_at        BIGINT NOT NULL
            );
            CREATE TABLE identity_session (
                token_hash   BYTEA NOT NULL PRIMARY KEY,
                sign_in      TEXT NOT NULL REFERENCES identity_account,
                form_secret  BYTEA NOT NULL,
                started_at   BIGINT NOT NULL,
                seen_at      BIGINT NOT NULL,
                ended_at     BIGINT
            );
            CREATE INDEX identity_session_of_account ON identity_session (sign_in) WHERE ended_at IS NULL;
            """
        ),
        Migration(
            "2026-11-25 identity: accounts that end",
            "ALTER TABLE identity_account ADD COLUMN ended_at BIGINT;"
        ),
        Migration(
            "2026-11-25 identity: attempts and devices",
            """
            CREATE TABLE identity_attempt (
                place  BYTEA NOT NULL PRIMARY KEY,
                tries  BIGINT NOT NULL,
                since  BIGINT NOT NULL
            );
            CREATE INDEX identity_attempt_by_age ON identity_attempt (since);
            CREATE TABLE identity_device (
                token_hash   BYTEA NOT NULL,
                sign_in      TEXT NOT NULL REFERENCES identity_account,
                known_since  BIGINT NOT NULL,
                PRIMARY KEY (token_hash, sign_in)
            );
            CREATE INDEX identity_device_of_account ON identity_device (sign_in);
            CREATE INDEX identity_device_by_age ON identity_device (known_since);
            """
        ),
    ]
}
