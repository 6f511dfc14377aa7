import Storage

extension Identity {
    /// Signing in by way of another house, and tokens for machines.
    package static let schemaElsewhere = [
        Migration(
            "2026-11-26 identity: other houses",
            """
            CREATE TABLE identity_provider (
                name            TEXT NOT NULL PRIMARY KEY,
                practice_id     BYTEA NOT NULL REFERENCES identity_practice,
                title           TEXT NOT NULL,
                kind            TEXT NOT NULL CHECK (kind IN ('patient', 'professional')),
                issuer          TEXT NOT NULL,
                client_id       TEXT NOT NULL,
                authentication  TEXT NOT NULL CHECK (authentication IN ('secret', 'key')),
                secret_file     TEXT NOT NULL,
                key_id          TEXT,
                key_audience    TEXT CHECK (key_audience IN ('issuer', 'tokenEndpoint')),
                scopes          TEXT NOT NULL,
                levels          TEXT NOT NULL,
                minimum         TEXT NOT NULL,
                maximum_age     BIGINT NOT NULL CHECK (maximum_age BETWEEN 0 AND 86400),
                reach           TEXT NOT NULL CHECK (reach IN ('encrypted', 'loopbackToo')),
                state           TEXT NOT NULL CHECK (state IN ('on', 'off')),
                made_at         BIGINT NOT NULL,
                CHECK ((authentication = 'key') = (key_id IS NOT NULL)),
                CHECK ((key_id IS NULL) = (key_audience IS NULL))
            );
            CREATE UNIQUE INDEX identity_provider_of_issuer ON identity_provider (issuer);
            CREATE TABLE identity_federated (
                issuer        TEXT NOT NULL,
                subject_hash  BYTEA NOT NULL,
                sign_in       TEXT NOT NULL REFERENCES identity_account,
                joined_at     BIGINT NOT NULL,
                used_at       BIGINT,
                PRIMARY KEY (issuer, subject_hash)
            );
            CREATE UNIQUE INDEX identity_federated_of_account ON identity_federated (sign_in, issuer);
            CREATE TABLE identity_pending (
                browser_hash  BYTEA NOT NULL PRIMARY KEY,
                provider      TEXT NOT NULL,
                issuer        TEXT NOT NULL,
                minimum       TEXT NOT NULL,
                maximum_age   BIGINT NOT NULL,
                joining       TEXT,
                way           TEXT NOT NULL,
                made_at       BIGINT NOT NULL
            );
            CREATE INDEX identity_pending_by_age ON identity_pending (made_at);
            ALTER TABLE identity_session ADD COLUMN issuer TEXT;
            ALTER TABLE identity_session ADD COLUMN session_there BYTEA;
            CREATE INDEX identity_session_from_elsewhere ON identity_session (issuer, session_there)
                WHERE issuer IS NOT NULL;
            """
        ),
        Migration(
            "2026-11-26 identity: machines",
            """
            CREATE TABLE identity_client (
                client_id    BYTEA NOT NULL PRIMARY KEY,
                practice_id  BYTEA NOT NULL REFERENCES identity_practice,
                name         TEXT NOT NULL,
                jwks         TEXT NOT NULL,
                scopes       TEXT NOT NULL,
                made_at      BIGINT NOT NULL,
                ended_at     BIGINT
            );
            CREATE TABLE identity_token (
                token_hash  BYTEA NOT NULL PRIMARY KEY,
                client_id   BYTEA NOT NULL REFERENCES identity_client,
                scopes      TEXT NOT NULL,
                made_at     BIGINT NOT NULL,
                until_at    BIGINT NOT NULL
            );
            CREATE INDEX identity_token_by_age ON identity_token (until_at);
            CREATE TABLE identity_once (
                hash      BYTEA NOT NULL PRIMARY KEY,
                until_at  BIGINT NOT NULL
            );
            CREATE INDEX identity_once_by_age ON identity_once (until_at);
            """
        ),
        Migration(
            "2026-11-26 identity: what was looked at before a factor was taken away",
            """
            ALTER TABLE identity_activation ADD COLUMN seen TEXT
                CHECK (seen IN ('passport', 'identity card', 'driving licence'))
            """
        ),
    ]
}
