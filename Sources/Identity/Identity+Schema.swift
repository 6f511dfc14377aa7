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
        Migration(
            "2026-11-26 identity: every role and every kind of organisation",
            """
            PRAGMA defer_foreign_keys = ON;
            CREATE TABLE identity_practice_before (
                practice_id BYTEA NOT NULL PRIMARY KEY, kind TEXT, name TEXT, phone TEXT, reply_days BIGINT
            );
            INSERT INTO identity_practice_before SELECT practice_id, kind, name, phone, reply_days FROM identity_practice;
            DROP TABLE identity_practice;
            CREATE TABLE identity_practice (
                practice_id    BYTEA NOT NULL PRIMARY KEY,
                kind           TEXT NOT NULL CHECK (kind IN (\(kinds))),
                name           TEXT NOT NULL,
                phone          TEXT NOT NULL,
                reply_days     BIGINT NOT NULL CHECK (reply_days BETWEEN 1 AND 30),
                care_group_id  BYTEA
            );
            INSERT INTO identity_practice (practice_id, kind, name, phone, reply_days)
            SELECT practice_id, kind, name, phone, reply_days FROM identity_practice_before;
            DROP TABLE identity_practice_before;
            CREATE TABLE identity_worker_before (
                practice_id BYTEA NOT NULL, id BYTEA NOT NULL, given_name TEXT, family_name TEXT, role TEXT,
                started_at BIGINT, PRIMARY KEY (practice_id, id)
            );
            INSERT INTO identity_worker_before
            SELECT practice_id, id, given_name, family_name, role, started_at FROM identity_worker;
            DROP TABLE identity_worker;
            CREATE TABLE identity_worker (
                practice_id  BYTEA NOT NULL REFERENCES identity_practice,
                id           BYTEA NOT NULL,
                given_name   TEXT NOT NULL,
                family_name  TEXT NOT NULL,
                role         TEXT NOT NULL CHECK (role IN (\(roles))),
                started_at   BIGINT NOT NULL,
                PRIMARY KEY (practice_id, id)
            );
            INSERT INTO identity_worker (practice_id, id, given_name, family_name, role, started_at)
            SELECT practice_id, id, given_name, family_name, role, started_at FROM identity_worker_before;
            DROP TABLE identity_worker_before;
            CREATE TABLE identity_account_before (
                sign_in TEXT NOT NULL PRIMARY KEY, practice_id BYTEA, person_id BYTEA, role TEXT, salt BYTEA,
                password_hash BYTEA, rounds BIGINT, made_at BIGINT, ended_at BIGINT
            );
            INSERT INTO identity_account_before
            SELECT sign_in, practice_id, person_id, role, salt, password_hash, rounds, made_at, ended_at
            FROM identity_account;
            DROP TABLE identity_account;
            CREATE TABLE identity_account (
                sign_in        TEXT NOT NULL PRIMARY KEY,
                practice_id    BYTEA NOT NULL REFERENCES identity_practice,
                person_id      BYTEA NOT NULL,
                role           TEXT NOT NULL CHECK (role IN (\(roles))),
                salt           BYTEA NOT NULL,
                password_hash  BYTEA NOT NULL,
                rounds         BIGINT NOT NULL,
                made_at        BIGINT NOT NULL,
                ended_at       BIGINT
            );
            INSERT INTO identity_account (sign_in, practice_id, person_id, role, salt, password_hash, rounds, made_at,
                                          ended_at)
            SELECT sign_in, practice_id, person_id, role, salt, password_hash, rounds, made_at, ended_at
            FROM identity_account_before;
            DROP TABLE identity_account_before;
            \(groups)
            """,
            postgres: """
                ALTER TABLE identity_practice DROP CONSTRAINT identity_practice_kind_check;
                ALTER TABLE identity_practice ADD CONSTRAINT identity_practice_kind_check CHECK (kind IN (\(kinds)));
                ALTER TABLE identity_practice ADD COLUMN care_group_id BYTEA;
                ALTER TABLE identity_worker DROP CONSTRAINT identity_worker_role_check;
                ALTER TABLE identity_worker ADD CONSTRAINT identity_worker_role_check CHECK (role IN (\(roles)));
                ALTER TABLE identity_account DROP CONSTRAINT identity_account_role_check;
                ALTER TABLE identity_account ADD CONSTRAINT identity_account_role_check CHECK (role IN (\(roles)));
                \(groups)
                """
        ),
        Migration(
            "2026-11-26 identity: how a session was proven, and second factors",
            """
            ALTER TABLE identity_session ADD COLUMN proof TEXT NOT NULL DEFAULT 'password';
            ALTER TABLE identity_session ADD COLUMN proven_at BIGINT NOT NULL DEFAULT 0;
            ALTER TABLE identity_session ADD COLUMN browser TEXT NOT NULL DEFAULT '';
            CREATE TABLE identity_app (
                sign_in    TEXT NOT NULL REFERENCES identity_account,
                state      TEXT NOT NULL CHECK (state IN ('pending', 'confirmed')),
                secret     BYTEA NOT NULL,
                last_step  BIGINT NOT NULL,
                made_at    BIGINT NOT NULL,
                PRIMARY KEY (sign_in, state)
            );
            CREATE TABLE identity_recovery_code (
                sign_in  TEXT NOT NULL REFERENCES identity_account,
                hash     BYTEA NOT NULL,
                used_at  BIGINT,
                PRIMARY KEY (sign_in, hash)
            );
            CREATE TABLE identity_passkey (
                credential     BYTEA NOT NULL PRIMARY KEY,
                sign_in        TEXT NOT NULL REFERENCES identity_account,
                name           TEXT NOT NULL,
                public_key     BYTEA NOT NULL,
                counter        BIGINT NOT NULL,
                backup         TEXT NOT NULL,
                made_at        BIGINT NOT NULL,
                used_at        BIGINT
            );
            CREATE INDEX identity_passkey_of_account ON identity_passkey (sign_in);
            CREATE TABLE identity_challenge (
                hash      BYTEA NOT NULL PRIMARY KEY,
                sign_in   TEXT,
                made_at   BIGINT NOT NULL
            );
            CREATE INDEX identity_challenge_by_age ON identity_challenge (made_at);
            """
        ),
        Migration(
            "2026-11-26 identity: proxies, consent and emergencies",
            """
            CREATE TABLE identity_proxy (
                practice_id   BYTEA NOT NULL REFERENCES identity_practice,
                id            BYTEA NOT NULL,
                patient_id    BYTEA NOT NULL,
                given_name    TEXT NOT NULL,
                family_name   TEXT NOT NULL,
                born_on       TEXT NOT NULL,
                categories    TEXT NOT NULL,
                given_at      BIGINT NOT NULL,
                until_at      BIGINT NOT NULL,
                ended_at      BIGINT,
                PRIMARY KEY (practice_id, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id),
                CHECK (until_at > given_at)
            );
            CREATE INDEX identity_proxy_of_patient ON identity_proxy (practice_id, patient_id);
            CREATE TABLE identity_consent (
                practice_id      BYTEA NOT NULL REFERENCES identity_practice,
                id               BYTEA NOT NULL,
                patient_id       BYTEA NOT NULL,
                organisation_id  BYTEA NOT NULL,
                given_at         BIGINT NOT NULL,
                until_at         BIGINT NOT NULL,
                ended_at         BIGINT,
                PRIMARY KEY (practice_id, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id),
                CHECK (until_at > given_at)
            );
            CREATE INDEX identity_consent_of_patient ON identity_consent (practice_id, patient_id);
            CREATE INDEX identity_consent_to_organisation ON identity_consent (organisation_id, until_at);
            CREATE TABLE identity_emergency (
                practice_id      BYTEA NOT NULL REFERENCES identity_practice,
                id               BYTEA NOT NULL,
                patient_id       BYTEA NOT NULL,
                organisation_id  BYTEA NOT NULL,
                worker_id        BYTEA NOT NULL,
                reason           TEXT NOT NULL,
                explanation      TEXT NOT NULL,
                opened_at        BIGINT NOT NULL,
                until_at         BIGINT NOT NULL,
                PRIMARY KEY (practice_id, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id)
            );
            CREATE INDEX identity_emergency_of_patient ON identity_emergency (practice_id, patient_id);
            CREATE INDEX identity_emergency_by_worker ON identity_emergency (organisation_id, worker_id, until_at);
            CREATE TABLE identity_activation (
                code_hash    BYTEA NOT NULL PRIMARY KEY,
                practice_id  BYTEA NOT NULL REFERENCES identity_practice,
                person_id    BYTEA NOT NULL,
                role         TEXT NOT NULL CHECK (role IN (\(roles))),
                made_at      BIGINT NOT NULL,
                until_at     BIGINT NOT NULL,
                tries        BIGINT NOT NULL,
                used_at      BIGINT
            );
            CREATE INDEX identity_activation_of_person ON identity_activation (practice_id, person_id);
            """
        ),
        Migration(
            "2026-11-26 identity: service numbers, and the keys of patients",
            """
            CREATE TABLE identity_key (
                practice_id  BYTEA NOT NULL REFERENCES identity_practice,
                patient_id   BYTEA NOT NULL,
                wrapped      BYTEA NOT NULL,
                PRIMARY KEY (practice_id, patient_id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id)
            );
            CREATE TABLE identity_bsn (
                practice_id  BYTEA NOT NULL REFERENCES identity_practice,
                patient_id   BYTEA NOT NULL,
                sealed       BYTEA NOT NULL,
                blind        BYTEA NOT NULL,
                kept_at      BIGINT NOT NULL,
                PRIMARY KEY (practice_id, patient_id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id)
            );
            CREATE UNIQUE INDEX identity_bsn_once ON identity_bsn (practice_id, blind);
            """
        ),
        Migration(
            "2026-11-26 identity: what a password costs",
            "ALTER TABLE identity_account ADD COLUMN parallelism BIGINT NOT NULL DEFAULT 1;"
        ),
        Migration(
            "2026-11-26 identity: why a record was opened, sealed",
            """
            ALTER TABLE identity_emergency ADD COLUMN sealed BYTEA NOT NULL DEFAULT '';
            UPDATE identity_emergency SET sealed = CAST('0' || explanation AS BLOB);
            ALTER TABLE identity_emergency DROP COLUMN explanation;
            """,
            postgres: """
                ALTER TABLE identity_emergency ADD COLUMN sealed BYTEA NOT NULL DEFAULT '';
                UPDATE identity_emergency SET sealed = convert_to('0' || explanation, 'UTF8');
                ALTER TABLE identity_emergency DROP COLUMN explanation;
                """,
            .contracts
        ),
        Migration(
            "2026-11-26 identity: one account for who helps several people",
            """
            CREATE TABLE identity_joined (
                practice_id  BYTEA NOT NULL REFERENCES identity_practice,
                proxy_id     BYTEA NOT NULL,
                sign_in      TEXT NOT NULL,
                joined_at    BIGINT NOT NULL,
                PRIMARY KEY (practice_id, proxy_id),
                FOREIGN KEY (practice_id, proxy_id) REFERENCES identity_proxy (practice_id, id)
            );
            CREATE INDEX identity_joined_by_account ON identity_joined (sign_in);
            ALTER TABLE identity_session ADD COLUMN chosen_practice_id BYTEA;
            ALTER TABLE identity_session ADD COLUMN chosen_proxy_id BYTEA;
            """
        ),
    ]

    /// The roles and the kinds of organisation as they were when the tables were made.
    private static let roles = """
        'patient', 'proxy', 'poh', 'gp', 'manager', 'pharmacist', 'implementer', 'lead', 'helper', 'specialist', \
        'officer', 'administrator'
        """
    private static let kinds = """
        'practice', 'care-group', 'health-centre', 'hoed', 'pharmacy', 'hospital', 'welfare', 'library', 'municipality'
        """
    /// There was one care group in a database; whatever stands in it belonged to it.
    private static let groups = """
        UPDATE identity_practice SET care_group_id =
            (SELECT one.practice_id FROM identity_practice AS one WHERE one.kind = 'care-group' ORDER BY one.practice_id LIMIT 1)
            WHERE kind <> 'care-group';
        UPDATE identity_practice SET care_group_id = practice_id WHERE kind = 'care-group'
        """
}
