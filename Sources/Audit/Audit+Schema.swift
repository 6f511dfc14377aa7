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
        )
    ]
}
