import Storage

extension Devices {
    package static let schema = [
        Migration(
            "2026-11-26 devices: kits and what is in them",
            """
            CREATE TABLE devices_kit (
                practice_id  BYTEA NOT NULL,
                id           BYTEA NOT NULL,
                number       TEXT NOT NULL,
                mark         TEXT CHECK (length(mark) BETWEEN 1 AND 40),
                kind         TEXT NOT NULL,
                purpose      TEXT NOT NULL CHECK (purpose IN ('lending', 'demonstration')),
                state        TEXT NOT NULL CHECK (state IN ('in stock', 'reserved', 'lent', 'returned',
                                 'broken at home', 'broken', 'recalled at home', 'recalled', 'lost', 'retired')),
                version      BIGINT NOT NULL,
                added_at     BIGINT NOT NULL,
                added_by     BYTEA,
                PRIMARY KEY (practice_id, id),
                CHECK (purpose = 'lending'
                       OR state NOT IN ('reserved', 'lent', 'broken at home', 'recalled at home'))
            );
            CREATE UNIQUE INDEX devices_kit_number ON devices_kit (practice_id, number);
            CREATE UNIQUE INDEX devices_kit_mark ON devices_kit (practice_id, mark) WHERE mark IS NOT NULL;
            CREATE INDEX devices_kit_state ON devices_kit (practice_id, state, number);
            CREATE TABLE devices_part (
                practice_id  BYTEA NOT NULL,
                kit_id       BYTEA NOT NULL,
                part         TEXT NOT NULL CHECK (part IN ('meter', 'scale', 'step counter')),
                model        TEXT NOT NULL CHECK (length(model) <= 80),
                model_key    TEXT NOT NULL,
                serial       TEXT NOT NULL CHECK (length(serial) <= 80),
                serial_key   TEXT NOT NULL,
                cuffs        TEXT NOT NULL CHECK (length(cuffs) <= 40),
                battery_on   TEXT,
                PRIMARY KEY (practice_id, kit_id, part)
            );
            CREATE INDEX devices_part_model ON devices_part (practice_id, model_key);
            CREATE INDEX devices_part_serial ON devices_part (practice_id, serial_key);
            CREATE UNIQUE INDEX devices_part_once ON devices_part (practice_id, model_key, serial_key)
                WHERE serial_key <> '';
            CREATE TABLE devices_event (
                practice_id  BYTEA NOT NULL,
                kit_id       BYTEA NOT NULL,
                id           BYTEA NOT NULL,
                number       BIGINT NOT NULL,
                at           BIGINT NOT NULL,
                step         TEXT,
                state        TEXT NOT NULL,
                loan_id      BYTEA,
                done_by      BYTEA,
                ticked       TEXT NOT NULL,
                note         TEXT NOT NULL CHECK (length(note) <= 500),
                PRIMARY KEY (practice_id, kit_id, id)
            );
            CREATE UNIQUE INDEX devices_event_in_order ON devices_event (practice_id, kit_id, number);
            """
        ),
        Migration(
            "2026-11-26 devices: loans",
            """
            CREATE TABLE devices_loan (
                practice_id  BYTEA NOT NULL,
                id           BYTEA NOT NULL,
                kit_id       BYTEA NOT NULL,
                patient_id   BYTEA NOT NULL,
                reserved_at  BIGINT NOT NULL,
                reserved_by  BYTEA NOT NULL,
                lent_at      BIGINT,
                lent_by      BYTEA,
                due_on       TEXT NOT NULL,
                agreed_at    BIGINT,
                agreed_by    BYTEA,
                agreed_how   TEXT CHECK (agreed_how IN ('paper', 'screen')),
                ended_at     BIGINT,
                ended_by     BYTEA,
                ending       TEXT CHECK (ending IN ('returned', 'released', 'mistake', 'lost', 'broken', 'recalled')),
                PRIMARY KEY (practice_id, id),
                CHECK ((lent_at IS NULL) = (lent_by IS NULL)),
                CHECK ((agreed_at IS NULL) = (agreed_how IS NULL)),
                CHECK ((ended_at IS NULL) = (ending IS NULL))
            );
            CREATE UNIQUE INDEX devices_loan_of_kit ON devices_loan (practice_id, kit_id) WHERE ended_at IS NULL;
            CREATE INDEX devices_loan_of_patient ON devices_loan (practice_id, patient_id, id);
            CREATE INDEX devices_loan_due ON devices_loan (practice_id, due_on) WHERE ended_at IS NULL;
            CREATE TABLE devices_held (
                practice_id  BYTEA NOT NULL,
                patient_id   BYTEA NOT NULL,
                part         TEXT NOT NULL,
                loan_id      BYTEA NOT NULL,
                PRIMARY KEY (practice_id, patient_id, part)
            );
            """
        ),
        Migration(
            "2026-11-26 devices: recalls, kinds and validated models",
            """
            CREATE TABLE devices_recall (
                practice_id  BYTEA NOT NULL,
                id           BYTEA NOT NULL,
                model        TEXT NOT NULL CHECK (length(model) <= 80),
                model_key    TEXT NOT NULL,
                serial_from  TEXT NOT NULL CHECK (length(serial_from) <= 80),
                serial_to    TEXT NOT NULL CHECK (length(serial_to) <= 80),
                reason       TEXT NOT NULL CHECK (length(reason) <= 500),
                started_at   BIGINT NOT NULL,
                started_by   BYTEA NOT NULL,
                ended_at     BIGINT,
                ended_by     BYTEA,
                PRIMARY KEY (practice_id, id)
            );
            CREATE TABLE devices_recalled (
                practice_id  BYTEA NOT NULL,
                kit_id       BYTEA NOT NULL,
                recall_id    BYTEA NOT NULL,
                settled_at   BIGINT,
                settled_by   BYTEA,
                PRIMARY KEY (practice_id, kit_id, recall_id)
            );
            CREATE INDEX devices_recalled_by_recall ON devices_recalled (practice_id, recall_id);
            CREATE TABLE devices_kind (
                practice_id  BYTEA NOT NULL,
                code         TEXT NOT NULL,
                name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
                parts        TEXT NOT NULL,
                loan_days    BIGINT NOT NULL CHECK (loan_days BETWEEN 1 AND 3650),
                changed_at   BIGINT NOT NULL,
                changed_by   BYTEA,
                PRIMARY KEY (practice_id, code)
            );
            CREATE TABLE devices_model (
                practice_id  BYTEA NOT NULL,
                model_key    TEXT NOT NULL,
                model        TEXT NOT NULL CHECK (length(model) BETWEEN 1 AND 80),
                list         TEXT NOT NULL CHECK (length(list) BETWEEN 1 AND 200),
                since        TEXT NOT NULL,
                added_at     BIGINT NOT NULL,
                added_by     BYTEA,
                PRIMARY KEY (practice_id, model_key)
            );
            """
        ),
    ]
}
