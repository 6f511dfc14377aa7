import Clinical
import Storage

extension Devices {
    static func overview(
        _ show: Group?, in practice: ID<Practice>, on today: Day, _ db: Transaction
    ) throws -> Overview {
        let states = show == nil ? State.allCases.filter { $0 != .retired } : show == .late ? [] : show?.states ?? []
        let late: [State] = show == .late ? State.allCases.filter(\.isAtHome) : []
        let lines = try (states + late).flatMap { try list($0, in: practice, db) }
        return Overview(
            counts: try counts(in: practice, db), overdue: try overdue(in: practice, on: today, db), lines: lines,
            kinds: try kinds(in: practice, db), today: today)
    }

    static func overview(
        finding typed: String, in practice: ID<Practice>, on today: Day, _ db: Transaction
    ) throws -> Overview {
        Overview(
            counts: try counts(in: practice, db), overdue: try overdue(in: practice, on: today, db),
            lines: try find(typed, in: practice, db), kinds: try kinds(in: practice, db), today: today)
    }

    /// - Returns: `nil` when this practice has no such kit
    static func card(_ number: KitNumber, in practice: ID<Practice>, _ db: Transaction) throws -> Card? {
        guard let kit = try kit(number, in: practice, db) else { return nil }
        return Card(
            kit: kit, kind: try kinds(in: practice, db).first { $0.code == kit.kind }?.name ?? kit.kind,
            holder: try openLoan(of: kit.id, in: practice, db), history: try history(of: kit.id, in: practice, db),
            validated: try validated(in: practice, db))
    }
}
