import Clinical
import Identity
import Storage

extension Devices {
    /// - Returns: whether it came in; a number or a mark that is there already stays whose it was
    static func addKit(
        _ kit: NewKit, as id: ID<KitMark>, by worker: ID<Worker>?, in practice: ID<Practice>, at now: Instant,
        _ db: Transaction
    ) throws -> Bool {
        let added = try db.change(
            """
            INSERT INTO devices_kit (practice_id, id, number, mark, kind, purpose, state, version, added_at, added_by)
            VALUES (\(practice), \(id), \(kit.number.description), \(kit.mark), \(kit.kind), \(kit.purpose), 'in stock',
                    1, \(now), \(worker))
            ON CONFLICT DO NOTHING
            """
        )
        return added == 1
    }

    /// A number that no kit of this practice has: of a hundred thousand by chance, a few would be the same.
    package static func freeNumber(
        in practice: ID<Practice>, at occasion: Occasion, _ db: Transaction
    ) throws -> KitNumber {
        while true {
            let number = KitNumber(from: occasion.newID())
            let taken = try db.row(
                "SELECT id FROM devices_kit WHERE practice_id = \(practice) AND number = \(number.description)"
            ) { try $0.id(0, of: KitMark.self) }
            if taken == nil { return number }
        }
    }

    static func put(
        _ device: Device, in kit: ID<KitMark>, of practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO devices_part (practice_id, kit_id, part, model, model_key, serial, serial_key, cuffs, battery_on)
            VALUES (\(practice), \(kit), \(device.part), \(device.model), \(device.model.folded), \(device.serial),
                    \(device.serial.folded), \(device.cuffs), \(device.batteryOn))
            ON CONFLICT (practice_id, kit_id, part) DO UPDATE SET
                model = excluded.model, model_key = excluded.model_key, serial = excluded.serial,
                serial_key = excluded.serial_key, cuffs = excluded.cuffs, battery_on = excluded.battery_on
            """
        )
    }

    static func takeOut(_ part: Part, of kit: ID<KitMark>, in practice: ID<Practice>, _ db: Transaction) throws {
        try db.run(
            "DELETE FROM devices_part WHERE practice_id = \(practice) AND kit_id = \(kit) AND part = \(part)")
    }

    /// The kit that holds a device with this serial number already.
    static func holder(
        of device: Device, in practice: ID<Practice>, _ db: Transaction
    ) throws -> ID<KitMark>? {
        guard !device.serial.folded.isEmpty else { return nil }
        return try db.row(
            """
            SELECT kit_id
            FROM devices_part
            WHERE practice_id = \(practice) AND model_key = \(device.model.folded)
              AND serial_key = \(device.serial.folded)
            """
        ) { try $0.id(0) }
    }

    /// - Returns: how many kits moved: 0 when somebody else was first
    static func move(
        _ kit: Kit, to state: State, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Int {
        try db.change(
            """
            UPDATE devices_kit
            SET state = \(state), version = version + 1
            WHERE practice_id = \(practice) AND id = \(kit.id) AND version = \(kit.version)
            """
        )
    }

    /// The number of the event is the version of the kit after it.
    static func note(
        _ event: Noted, of kit: ID<KitMark>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO devices_event (practice_id, kit_id, id, number, at, step, state, loan_id, done_by, ticked, note)
            VALUES (\(practice), \(kit), \(event.id), \(event.number), \(now), \(event.step), \(event.state),
                    \(event.loan), \(event.by), \(event.ticked.map(\.rawValue).sorted().joined(separator: ",")),
                    \(event.note))
            """
        )
    }

    /// What is written down of one event.
    struct Noted {
        let id: ID<EventMark>
        let number: Int
        let step: Step?
        let state: State
        var loan: ID<LoanMark>?
        var by: ID<Worker>?
        var ticked: Set<Item> = []
        var note = ""
    }

    /// Whether this step was done already by the form with this number.
    static func isDone(
        _ act: Act, with kit: ID<KitMark>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Bool {
        try db.row(
            """
            SELECT number
            FROM devices_event
            WHERE practice_id = \(practice) AND kit_id = \(kit) AND id = \(act.event) AND step = \(act.step)
            """
        ) { try $0.int(0) } != nil
    }

    static func lastStep(
        of kit: ID<KitMark>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> (step: Step?, loan: ID<LoanMark>?)? {
        try db.row(
            """
            SELECT step, loan_id
            FROM devices_event
            WHERE practice_id = \(practice) AND kit_id = \(kit)
            ORDER BY number DESC
            LIMIT 1
            """
        ) { (try $0.wordIfAny(0), try $0.idIfAny(1)) }
    }

    package static func kit(
        _ number: KitNumber, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Kit? {
        let kit = try db.row(
            """
            SELECT id, number, mark, kind, purpose, state, version
            FROM devices_kit
            WHERE practice_id = \(practice) AND number = \(number.description)
            """, kit)
        guard var kit else { return nil }
        kit.devices = try devices(of: kit.id, in: practice, db)
        return kit
    }

    static func kit(_ id: ID<KitMark>, in practice: ID<Practice>, _ db: Transaction) throws -> Kit? {
        let kit = try db.row(
            """
            SELECT id, number, mark, kind, purpose, state, version
            FROM devices_kit
            WHERE practice_id = \(practice) AND id = \(id)
            """, kit)
        guard var kit else { return nil }
        kit.devices = try devices(of: kit.id, in: practice, db)
        return kit
    }

    static func devices(of kit: ID<KitMark>, in practice: ID<Practice>, _ db: Transaction) throws -> [Device] {
        try db.rows(
            """
            SELECT part, model, serial, cuffs, battery_on
            FROM devices_part
            WHERE practice_id = \(practice) AND kit_id = \(kit)
            ORDER BY part
            """
        ) {
            Device(
                try $0.word(0), model: try $0.text(1), serial: try $0.text(2), cuffs: try $0.text(3),
                batteryOn: try $0.dayIfAny(4))
        }
    }

    static func history(of kit: ID<KitMark>, in practice: ID<Practice>, _ db: Transaction) throws -> [Event] {
        try db.rows(
            """
            SELECT event.id, event.at, event.step, event.state, event.loan_id, worker.given_name, worker.family_name,
                   patient.given_name, patient.family_name, event.ticked, event.note
            FROM devices_event AS event
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = event.practice_id AND worker.id = event.done_by
            LEFT JOIN devices_loan AS loan ON loan.practice_id = event.practice_id AND loan.id = event.loan_id
            LEFT JOIN identity_patient AS patient
              ON patient.practice_id = loan.practice_id AND patient.id = loan.patient_id
            WHERE event.practice_id = \(practice) AND event.kit_id = \(kit)
            ORDER BY event.number DESC
            LIMIT 200
            """
        ) { row in
            let by = try row.textIfAny(5).map { "\($0) \(try row.text(6))" }
            let patient = try row.textIfAny(7).map { Identity.listName($0, try row.text(8)) }
            return Event(
                id: try row.id(0), at: try row.instant(1), step: try row.wordIfAny(2), state: try row.word(3),
                loan: try row.idIfAny(4), by: by, patient: patient,
                ticked: Set(try row.text(9).split(separator: ",").compactMap { Item(rawValue: String($0)) }),
                note: try row.text(10))
        }
    }

    static func kit(_ row: Row) throws -> Kit {
        guard let number = KitNumber(try row.text(1)) else { throw StorageFailure.unreadable(column: 1) }
        return Kit(
            id: try row.id(0), number: number, mark: try row.textIfAny(2), kind: try row.text(3),
            purpose: try row.word(4), state: try row.word(5), version: try row.int(6))
    }
}
