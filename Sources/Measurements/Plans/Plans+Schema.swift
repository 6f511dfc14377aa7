import Storage

extension Measurements {
    static let plansSchema = [
        Migration(
            "2026-11-25 measurements: plans and limits",
            """
            CREATE TABLE measurements_plan (
                practice_id          BYTEA NOT NULL,
                patient_id           BYTEA NOT NULL,
                protocol             TEXT NOT NULL,
                goal_systolic        BIGINT NOT NULL CHECK (goal_systolic BETWEEN 80 AND 220),
                goal_diastolic       BIGINT NOT NULL CHECK (goal_diastolic BETWEEN 40 AND 140),
                started_on           TEXT NOT NULL,
                heart_failure_since  TEXT,
                reminded_on          TEXT,
                PRIMARY KEY (practice_id, patient_id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id)
            );
            CREATE TABLE measurements_limit (
                practice_id  BYTEA NOT NULL REFERENCES identity_practice,
                name         TEXT NOT NULL,
                value        BIGINT NOT NULL,
                changed_at   BIGINT NOT NULL,
                changed_by   BYTEA NOT NULL,
                PRIMARY KEY (practice_id, name)
            );
            """
        ),
        Migration(
            "2026-11-26 measurements: what was agreed before",
            """
            CREATE TABLE measurements_agreement (
                practice_id          BYTEA NOT NULL,
                patient_id           BYTEA NOT NULL,
                agreed_at            BIGINT NOT NULL,
                id                   BYTEA NOT NULL,
                agreed_by            BYTEA NOT NULL,
                protocol             TEXT NOT NULL,
                goal_systolic        BIGINT NOT NULL,
                goal_diastolic       BIGINT NOT NULL,
                heart_failure_since  TEXT,
                PRIMARY KEY (practice_id, patient_id, agreed_at, id),
                FOREIGN KEY (practice_id, patient_id) REFERENCES identity_patient (practice_id, id)
            );
            """
        ),
        Migration(
            "2026-11-26 measurements: what else is measured",
            """
            ALTER TABLE measurements_plan ADD COLUMN also TEXT NOT NULL DEFAULT '';
            ALTER TABLE measurements_agreement ADD COLUMN also TEXT NOT NULL DEFAULT '';
            """
        ),
    ]
}
