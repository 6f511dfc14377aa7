import Clinical
import Storage

extension Devices {
    /// The standard kinds as this practice has them, and its own.
    package static func kinds(in practice: ID<Practice>, _ db: Transaction) throws -> [Kind] {
        let own = try db.rows(
            """
            SELECT code, name, parts, loan_days
            FROM devices_kind
            WHERE practice_id = \(practice)
            ORDER BY name
            """
        ) {
            Kind(
                code: try $0.text(0), name: try $0.text(1),
                parts: try $0.text(2).split(separator: ",").compactMap { Part(rawValue: String($0)) },
                loanDays: try $0.int(3))
        }
        let standard = Kind.standard.map { kind in own.first { $0.code == kind.code } ?? kind }
        return standard + own.filter { kind in !Kind.standard.contains { $0.code == kind.code } }
    }

    static func keep(
        _ kind: Kind, by worker: ID<Worker>?, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO devices_kind (practice_id, code, name, parts, loan_days, changed_at, changed_by)
            VALUES (\(practice), \(kind.code), \(kind.name), \(kind.parts.map(\.rawValue).joined(separator: ",")),
                    \(kind.loanDays), \(now), \(worker))
            ON CONFLICT (practice_id, code) DO UPDATE SET
                name = excluded.name, parts = excluded.parts, loan_days = excluded.loan_days,
                changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """
        )
    }

    /// Models that stand on a list of validated devices, by their folded name.
    package static func validated(in practice: ID<Practice>, _ db: Transaction) throws -> [String: ValidatedModel] {
        let models = try db.rows(
            """
            SELECT model, list, since
            FROM devices_model
            WHERE practice_id = \(practice)
            ORDER BY model_key
            """
        ) { ValidatedModel(try $0.text(0), on: try $0.text(1), since: try $0.day(2)) }
        return Dictionary(models.map { ($0.model.folded, $0) }) { $1 }
    }

    package static func keep(
        _ model: ValidatedModel, by worker: ID<Worker>?, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO devices_model (practice_id, model_key, model, list, since, added_at, added_by)
            VALUES (\(practice), \(model.model.folded), \(model.model), \(model.list), \(model.since), \(now), \(worker))
            ON CONFLICT (practice_id, model_key) DO UPDATE SET
                model = excluded.model, list = excluded.list, since = excluded.since, added_at = excluded.added_at,
                added_by = excluded.added_by
            """
        )
    }

    static func strike(_ model: String, in practice: ID<Practice>, _ db: Transaction) throws {
        try db.run("DELETE FROM devices_model WHERE practice_id = \(practice) AND model_key = \(model.folded)")
    }
}
