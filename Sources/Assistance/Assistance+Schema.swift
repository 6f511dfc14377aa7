import Storage

extension Assistance {
    package static let schema = [
        Migration(
            "2026-11-26 assistance: tasks and their steps",
            """
            CREATE TABLE assistance_task (
                practice_id      BYTEA NOT NULL REFERENCES identity_practice,
                id               BYTEA NOT NULL,
                patient_id       BYTEA NOT NULL,
                organisation_id  BYTEA NOT NULL,
                help             TEXT NOT NULL,
                asked_at         BIGINT NOT NULL,
                agreed_at        BIGINT,
                agreed_way       TEXT CHECK (agreed_way IN ('screen', 'consult')),
                until_at         BIGINT,
                last_step        TEXT NOT NULL,
                last_at          BIGINT NOT NULL,
                taken_by         BYTEA,
                appointment_on   TEXT,
                ended_at         BIGINT,
                PRIMARY KEY (practice_id, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id),
                CHECK ((agreed_at IS NULL) = (until_at IS NULL)),
                CHECK ((agreed_at IS NULL) = (agreed_way IS NULL)),
                CHECK (until_at <= agreed_at + 7776000000)
            );
            CREATE UNIQUE INDEX assistance_task_once
                ON assistance_task (practice_id, patient_id, organisation_id, help) WHERE ended_at IS NULL;
            CREATE INDEX assistance_task_of_patient ON assistance_task (practice_id, patient_id, asked_at);
            CREATE INDEX assistance_task_at_organisation ON assistance_task (organisation_id, until_at);
            CREATE TABLE assistance_step (
                practice_id      BYTEA NOT NULL REFERENCES identity_practice,
                task_id          BYTEA NOT NULL,
                id               BYTEA NOT NULL,
                patient_id       BYTEA NOT NULL,
                at               BIGINT NOT NULL,
                step             TEXT NOT NULL,
                sealed_note      BYTEA NOT NULL,
                on_day           TEXT,
                worker_id        BYTEA,
                organisation_id  BYTEA,
                PRIMARY KEY (practice_id, task_id, id),
                FOREIGN KEY (practice_id, task_id) REFERENCES assistance_task (practice_id, id),
                CHECK ((worker_id IS NULL) = (organisation_id IS NULL))
            );
            CREATE INDEX assistance_step_of_patient ON assistance_step (practice_id, patient_id);
            """
        )
    ]
}
