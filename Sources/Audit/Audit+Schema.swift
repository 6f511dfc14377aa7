import Storage

extension Audit {
    package static let schema = [
        Migration(
            "2026-11-25 audit: lines",
            """
            CREATE TABLE audit_line (
                practice_id  BYTEA NOT NULL,
                at           BIGINT NOT NULL,
                id           BYTEA NOT NULL,
                actor        TEXT NOT NULL CHECK (actor IN ('patient', 'worker', 'hartlijn', 'nobody')),
                actor_id     BYTEA,
                action       TEXT NOT NULL,
                patient_id   BYTEA,
                object       TEXT NOT NULL,
                PRIMARY KEY (practice_id, at, id),
                CHECK ((actor_id IS NULL) = (actor IN ('hartlijn', 'nobody')))
            );
            CREATE INDEX audit_line_of_patient ON audit_line (practice_id, patient_id, at) WHERE patient_id IS NOT NULL;
            """
        ),
        Migration(
            "2026-11-26 audit: how somebody came to it",
            """
            CREATE TABLE audit_line_before (
                practice_id  BYTEA NOT NULL,
                at           BIGINT NOT NULL,
                id           BYTEA NOT NULL,
                actor        TEXT NOT NULL,
                actor_id     BYTEA,
                action       TEXT NOT NULL,
                patient_id   BYTEA,
                object       TEXT NOT NULL,
                PRIMARY KEY (practice_id, at, id)
            );
            INSERT INTO audit_line_before (practice_id, at, id, actor, actor_id, action, patient_id, object)
            SELECT practice_id, at, id, actor, actor_id, action, patient_id, object FROM audit_line;
            DROP TABLE audit_line;
            CREATE TABLE audit_line (
                practice_id      BYTEA NOT NULL,
                at               BIGINT NOT NULL,
                id               BYTEA NOT NULL,
                actor            TEXT NOT NULL CHECK (actor IN ('patient', 'proxy', 'worker', 'hartlijn', 'nobody')),
                actor_id         BYTEA,
                action           TEXT NOT NULL,
                patient_id       BYTEA,
                object           TEXT NOT NULL,
                role             TEXT NOT NULL DEFAULT '',
                deed             TEXT NOT NULL DEFAULT '',
                ground           TEXT NOT NULL DEFAULT '',
                basis_id         BYTEA,
                organisation_id  BYTEA,
                proof            TEXT NOT NULL DEFAULT '',
                session          BYTEA NOT NULL DEFAULT X'',
                network          TEXT NOT NULL DEFAULT '',
                trace            TEXT NOT NULL DEFAULT '',
                PRIMARY KEY (practice_id, at, id),
                CHECK ((actor_id IS NULL) = (actor IN ('hartlijn', 'nobody')))
            );
            INSERT INTO audit_line (practice_id, at, id, actor, actor_id, action, patient_id, object)
            SELECT practice_id, at, id, actor, actor_id, action, patient_id, object FROM audit_line_before;
            DROP TABLE audit_line_before;
            CREATE INDEX audit_line_of_patient ON audit_line (practice_id, patient_id, at) WHERE patient_id IS NOT NULL;
            """,
            postgres: """
                ALTER TABLE audit_line DROP CONSTRAINT audit_line_actor_check;
                ALTER TABLE audit_line ADD CONSTRAINT audit_line_actor_check
                    CHECK (actor IN ('patient', 'proxy', 'worker', 'hartlijn', 'nobody')) NOT VALID;
                ALTER TABLE audit_line ADD COLUMN role TEXT NOT NULL DEFAULT '';
                ALTER TABLE audit_line ADD COLUMN deed TEXT NOT NULL DEFAULT '';
                ALTER TABLE audit_line ADD COLUMN ground TEXT NOT NULL DEFAULT '';
                ALTER TABLE audit_line ADD COLUMN basis_id BYTEA;
                ALTER TABLE audit_line ADD COLUMN organisation_id BYTEA;
                ALTER TABLE audit_line ADD COLUMN proof TEXT NOT NULL DEFAULT '';
                ALTER TABLE audit_line ADD COLUMN session BYTEA NOT NULL DEFAULT '';
                ALTER TABLE audit_line ADD COLUMN network TEXT NOT NULL DEFAULT '';
                ALTER TABLE audit_line ADD COLUMN trace TEXT NOT NULL DEFAULT '';
                """
        ),
        Migration(
            "2026-11-26 audit: links and heads",
            """
            CREATE TABLE audit_link (
                practice_id  BYTEA NOT NULL,
                sequence     BIGINT NOT NULL,
                line_at      BIGINT NOT NULL,
                line_id      BYTEA NOT NULL,
                hash         BYTEA NOT NULL,
                PRIMARY KEY (practice_id, sequence)
            );
            CREATE UNIQUE INDEX audit_link_of_line ON audit_link (practice_id, line_at, line_id);
            CREATE TABLE audit_head (
                practice_id  BYTEA NOT NULL,
                sequence     BIGINT NOT NULL,
                hash         BYTEA NOT NULL,
                sealed_at    BIGINT NOT NULL,
                key_id       TEXT NOT NULL,
                signature    BYTEA NOT NULL,
                PRIMARY KEY (practice_id, sequence)
            );
            """
        ),
    ]
}
