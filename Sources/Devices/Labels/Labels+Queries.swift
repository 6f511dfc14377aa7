import Clinical
import Storage

extension Devices {
    /// As many labels as one print job holds: eight sheets.
    static let mostLabels = 192

    /// One kit, or every kit that is in use, by number.
    static func toLabel(_ only: KitNumber?, in practice: ID<Practice>, _ db: Transaction) throws -> [Kit] {
        if let only { return try kit(only, in: practice, db).map { [$0] } ?? [] }
        return try db.rows(
            """
            SELECT id, number, mark, kind, purpose, state, version
            FROM devices_kit
            WHERE practice_id = \(practice) AND state <> 'retired'
            ORDER BY number
            LIMIT \(mostLabels)
            """, kit)
    }
}
