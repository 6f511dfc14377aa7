import Clinical
import Storage

extension Worklist {
    /// The texts that this practice wrote itself.
    static func ownTexts(in practice: ID<Practice>, _ db: Transaction) throws -> [OwnText] {
        try db.rows(
            """
            SELECT id, situation, title, body
            FROM worklist_template
            WHERE practice_id = \(practice)
            ORDER BY situation, title, id
            """
        ) { OwnText(id: try $0.id(0), situation: try $0.word(1), title: try $0.text(2), body: try $0.text(3)) }
    }

    /// A text takes the place of the one with its number.
    static func keep(
        _ text: OwnText, by worker: ID<Worker>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO worklist_template (practice_id, id, situation, title, body, changed_at, changed_by)
            VALUES (\(practice), \(text.id), \(text.situation), \(text.title), \(text.body), \(now), \(worker))
            ON CONFLICT (practice_id, id) DO UPDATE SET
                title = excluded.title, body = excluded.body, changed_at = excluded.changed_at,
                changed_by = excluded.changed_by
            """
        )
    }

    /// - Returns: how many there were: one or none
    static func remove(_ text: ID<OwnTextMark>, in practice: ID<Practice>, _ db: Transaction) throws -> Int {
        try db.change("DELETE FROM worklist_template WHERE practice_id = \(practice) AND id = \(text)")
    }

    /// The line to go on with after these were answered: the next one on the list, or else the first.
    static func next(
        after patient: ID<Patient>, closing families: [Family], in practice: ID<Practice>, at now: Instant,
        _ db: Transaction
    ) throws -> ItemID? {
        let open = try open(in: practice, at: now, db)
        guard let last = open.lastIndex(where: { $0.patient == patient && families.contains($0.reason.family) }) else {
            return nil
        }
        let others = (open[(last + 1)...] + open[..<last])
        return others.first { $0.patient != patient || !families.contains($0.reason.family) }?.id
    }

    /// The line below this one, or else the first.
    static func next(
        after item: ItemID, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> ItemID? {
        let open = try open(in: practice, at: now, db)
        guard let place = open.firstIndex(where: { $0.id == item }) else { return nil }
        return (open[(place + 1)...] + open[..<place]).first?.id
    }
}
