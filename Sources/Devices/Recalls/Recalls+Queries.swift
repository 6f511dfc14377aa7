import Clinical
import Storage

extension Devices {
    /// Every recall of this practice, the latest first.
    package static func recalls(in practice: ID<Practice>, _ db: Transaction) throws -> [Recall] {
        try db.rows(
            """
            SELECT id, model, serial_from, serial_to, reason, started_at, ended_at
            FROM devices_recall
            WHERE practice_id = \(practice)
            ORDER BY started_at DESC
            LIMIT 200
            """
        ) { row in
            Recall(
                id: try row.id(0), model: try row.text(1),
                serials: SerialRange(from: try row.text(2), to: try row.text(3)), reason: try row.text(4),
                startedAt: try row.instant(5), endedAt: try row.instantIfAny(6))
        }
    }

    /// - Returns: whether it is new; a form that was sent twice calls back once
    static func start(
        _ recall: Recall, by worker: ID<Worker>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Bool {
        let started = try db.change(
            """
            INSERT INTO devices_recall (practice_id, id, model, model_key, serial_from, serial_to, reason, started_at,
                                        started_by)
            VALUES (\(practice), \(recall.id), \(recall.model), \(recall.model.folded), \(recall.serials.from),
                    \(recall.serials.to), \(recall.reason), \(recall.startedAt), \(worker))
            ON CONFLICT DO NOTHING
            """
        )
        return started == 1
    }

    /// - Returns: how many recalls ended: 0 when there is none such, or it was over
    static func endRecall(
        _ recall: ID<RecallMark>, by worker: ID<Worker>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> Int {
        try db.change(
            """
            UPDATE devices_recall
            SET ended_at = \(now), ended_by = \(worker)
            WHERE practice_id = \(practice) AND id = \(recall) AND ended_at IS NULL
            """
        )
    }

    static func isThere(_ recall: ID<RecallMark>, in practice: ID<Practice>, _ db: Transaction) throws -> Bool {
        try db.row(
            "SELECT started_at FROM devices_recall WHERE practice_id = \(practice) AND id = \(recall)"
        ) { try $0.int(0) } != nil
    }

    /// The devices of one model, with the kit each is in.
    static func devices(
        of model: String, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [(kit: ID<KitMark>, device: Device)] {
        try db.rows(
            """
            SELECT kit_id, part, model, serial, cuffs, battery_on
            FROM devices_part
            WHERE practice_id = \(practice) AND model_key = \(model.folded)
            ORDER BY kit_id
            """
        ) {
            (
                try $0.id(0),
                Device(
                    try $0.word(1), model: try $0.text(2), serial: try $0.text(3), cuffs: try $0.text(4),
                    batteryOn: try $0.dayIfAny(5))
            )
        }
    }

    static func callBack(
        _ kit: ID<KitMark>, by recall: ID<RecallMark>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO devices_recalled (practice_id, kit_id, recall_id)
            VALUES (\(practice), \(kit), \(recall))
            ON CONFLICT DO NOTHING
            """
        )
    }

    /// Whether a recall of this kit is open still.
    static func isCalledBack(_ kit: ID<KitMark>, in practice: ID<Practice>, _ db: Transaction) throws -> Bool {
        try db.row(
            """
            SELECT recall_id
            FROM devices_recalled
            WHERE practice_id = \(practice) AND kit_id = \(kit) AND settled_at IS NULL
            LIMIT 1
            """
        ) { try $0.id(0, of: RecallMark.self) } != nil
    }

    /// This kit was seen to: by its maker, or with another device in it.
    static func settle(
        _ kit: ID<KitMark>, by worker: ID<Worker>?, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE devices_recalled
            SET settled_at = \(now), settled_by = \(worker)
            WHERE practice_id = \(practice) AND kit_id = \(kit) AND settled_at IS NULL
            """
        )
    }

    static func settle(
        all recall: ID<RecallMark>, by worker: ID<Worker>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE devices_recalled
            SET settled_at = \(now), settled_by = \(worker)
            WHERE practice_id = \(practice) AND recall_id = \(recall) AND settled_at IS NULL
            """
        )
    }

    static func kits(
        calledBackBy recall: ID<RecallMark>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [ID<KitMark>] {
        try db.rows(
            """
            SELECT kit_id
            FROM devices_recalled
            WHERE practice_id = \(practice) AND recall_id = \(recall)
            ORDER BY kit_id
            """
        ) { try $0.id(0) }
    }

    static func standing(in practice: ID<Practice>, _ db: Transaction) throws -> [RecallStanding] {
        let counts = try db.rows(
            """
            SELECT recall_id, count(*), count(settled_at)
            FROM devices_recalled
            WHERE practice_id = \(practice)
            GROUP BY recall_id
            """
        ) { (try $0.id(0, of: RecallMark.self), (all: try $0.int(1), settled: try $0.int(2))) }
        let numbers = Dictionary(counts) { $1 }
        return try recalls(in: practice, db).map { recall in
            let found = numbers[recall.id] ?? (0, 0)
            return RecallStanding(recall: recall, waiting: found.all - found.settled, settled: found.settled)
        }
    }
}
