import Clinical
import Sealing
import Storage

extension Audit {
    /// Every organisation that has, or could have, a log.
    static func organisations(_ db: Transaction) throws -> [ID<Practice>] {
        try db.rows("SELECT practice_id FROM identity_practice ORDER BY practice_id") { try $0.id(0) }
    }

    static func lastLink(
        of practice: ID<Practice>, _ db: Transaction
    ) throws -> (link: Link, at: Instant)? {
        try db.row(
            """
            SELECT sequence, line_at, line_id, hash
            FROM audit_link
            WHERE practice_id = \(practice)
            ORDER BY sequence DESC
            LIMIT 1
            """
        ) { (try link($0), try $0.instant(1)) }
    }

    /// Lines without a link, the oldest first.
    static func unsealed(
        of practice: ID<Practice>, from: Instant, most: Int, _ db: Transaction
    ) throws -> [SealedLine] {
        try db.rows(
            """
            SELECT line.id, line.at, line.actor, line.actor_id, line.action, line.patient_id, line.object, line.role,
                   line.deed, line.ground, line.basis_id, line.organisation_id, line.proof, line.session, line.network,
                   line.trace
            FROM audit_line AS line
            LEFT JOIN audit_link AS link
              ON link.practice_id = line.practice_id AND link.line_at = line.at AND link.line_id = line.id
            WHERE line.practice_id = \(practice) AND line.at >= \(from) AND link.sequence IS NULL
            ORDER BY line.at, line.id
            LIMIT \(most)
            """
        ) { try sealedLine($0, from: 0) }
    }

    static func keep(_ link: Link, of line: SealedLine, in practice: ID<Practice>, _ db: Transaction) throws {
        try db.run(
            """
            INSERT INTO audit_link (practice_id, sequence, line_at, line_id, hash)
            VALUES (\(practice), \(Int(link.sequence)), \(Instant(milliseconds: line.at)),
                    \(ID<Line>(line.id)), \(link.hash))
            """
        )
    }

    static func keep(_ head: Head, of practice: ID<Practice>, _ db: Transaction) throws {
        try db.run(
            """
            INSERT INTO audit_head (practice_id, sequence, hash, sealed_at, key_id, signature)
            VALUES (\(practice), \(Int(head.sequence)), \(head.hash), \(Instant(milliseconds: head.sealedAt)),
                    \(head.keyID), \(head.signature))
            """
        )
    }

    static func heads(of practice: ID<Practice>, _ db: Transaction) throws -> [Head] {
        try db.rows(
            """
            SELECT sequence, hash, sealed_at, key_id, signature
            FROM audit_head
            WHERE practice_id = \(practice)
            ORDER BY sequence
            """
        ) {
            Head(
                of: Reference(practice), at: UInt64(clamping: try $0.int(0)), hash: try $0.bytes(1),
                sealedAt: try $0.instant(2).milliseconds, keyID: try $0.text(3), signature: try $0.bytes(4))
        }
    }

    /// Links in their order, each with its line, or without when that is gone.
    static func links(
        of practice: ID<Practice>, after sequence: UInt64, most: Int, _ db: Transaction
    ) throws -> [(link: Link, line: SealedLine?)] {
        try db.rows(
            """
            SELECT link.sequence, link.line_at, link.line_id, link.hash,
                   line.id, line.at, line.actor, line.actor_id, line.action, line.patient_id, line.object, line.role,
                   line.deed, line.ground, line.basis_id, line.organisation_id, line.proof, line.session, line.network,
                   line.trace
            FROM audit_link AS link
            LEFT JOIN audit_line AS line
              ON line.practice_id = link.practice_id AND line.at = link.line_at AND line.id = link.line_id
            WHERE link.practice_id = \(practice) AND link.sequence > \(Int(sequence))
            ORDER BY link.sequence
            LIMIT \(most)
            """
        ) { (try link($0), try $0.idIfAny(4, of: Line.self) == nil ? nil : try sealedLine($0, from: 4)) }
    }

    private static func link(_ row: Row) throws -> Link {
        Link(UInt64(clamping: try row.int(0)), to: Reference(try row.id(2, of: Line.self)), hash: try row.bytes(3))
    }

    /// Every field of a line, by name; a field that is added later is added at the end, and only when it holds something.
    private static func sealedLine(_ row: Row, from first: Int32) throws -> SealedLine {
        func text(_ name: String, _ place: Int32) throws -> SealedLine.Field {
            SealedLine.Field(name, Optional(try row.text(first + place)))
        }
        func id(_ name: String, _ place: Int32) throws -> SealedLine.Field {
            SealedLine.Field(name, try row.idIfAny(first + place, of: Line.self)?.bytes)
        }
        return SealedLine(
            Reference(try row.id(first, of: Line.self)), at: try row.instant(first + 1).milliseconds,
            [
                try text("actor", 2), try id("actor_id", 3), try text("action", 4), try id("patient_id", 5),
                try text("object", 6), try text("role", 7), try text("deed", 8), try text("ground", 9),
                try id("basis_id", 10), try id("organisation_id", 11), try text("proof", 12),
                SealedLine.Field("session", Optional(try row.bytes(first + 13))), try text("network", 14),
                try text("trace", 15),
            ])
    }
}
