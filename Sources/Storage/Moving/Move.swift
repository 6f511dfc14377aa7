import Crypto

/// Copies a whole database to another one, of either engine, and compares the two afterwards.
///
/// Nobody may write to either meanwhile. What is copied stays when it is stopped half-way; the next time it goes on behind
/// the last row of each table.
package struct Move: Sendable {
    /// How far it is.
    package struct Progress: Sendable {
        package let table: String
        package let done: Int
        package let total: Int
    }

    /// What the two hold, after they were compared.
    package struct Checked: Sendable, Hashable {
        package let table: String
        package let rows: Int
        /// SHA-256 of all rows in the order of the key, as hexadecimal text.
        package let checksum: String
    }

    /// A table whose rows differ.
    package struct Difference: Error, CustomStringConvertible {
        package let description: String
    }

    /// As many rows as are read and kept together.
    private static let part = 2000
    /// Who holds a lease on one database holds nothing on the other.
    private static let leftOut = ["storage_lease"]

    private let source: Store
    private let target: Store
    private let migrations: [Migration]

    /// - Parameter migrations: of this program; both databases are brought up to them first
    package init(from source: Store, to target: Store, migrations: [Migration]) {
        (self.source, self.target, self.migrations) = (source, target, migrations)
    }

    private var tables: [Table] { Table.all(in: migrations).filter { !Self.leftOut.contains($0.name) } }

    /// Copies what the target does not have yet.
    package func copy(progress: @Sendable (Progress) -> Void) async throws {
        for table in tables {
            let total = try await Self.count(table, in: source)
            var done = try await Self.count(table, in: target)
            var last = try await target.ask { db in
                try db.row(table.last) { table.key(of: try table.values(of: $0)) }
            }
            progress(Progress(table: table.name, done: done, total: total))
            while true {
                try Task.checkCancellation()
                let rows = try await Self.page(of: table, behind: last, in: source)
                guard !rows.isEmpty else { break }
                try await target.write { try $0.fill(table, rows) }
                last = rows.last.map { table.key(of: $0) }
                done += rows.count
                progress(Progress(table: table.name, done: done, total: total))
            }
        }
    }

    /// Reads both in the order of their keys.
    ///
    /// - Throws: ``Difference``
    package func compare(progress: @Sendable (Progress) -> Void) async throws -> [Checked] {
        var all: [Checked] = []
        for table in tables {
            let total = try await Self.count(table, in: source)
            async let one = check(table, in: source, total, progress)
            async let other = check(table, in: target, total, { _ in })
            let (found, copied) = try await (one, other)
            guard found == copied else {
                throw Difference(
                    description: "\(table.name): \(found.rows) rows there, \(copied.rows) here, and not the same")
            }
            all.append(found)
        }
        return all
    }

    private func check(
        _ table: Table, in store: Store, _ total: Int, _ progress: @Sendable (Progress) -> Void
    ) async throws -> Checked {
        var sum = SHA256()
        var count = 0
        var last: [SQLValue]?
        while true {
            let rows = try await Self.page(of: table, behind: last, in: store)
            guard let end = rows.last else { break }
            for value in rows.joined() { sum.update(data: value.mark) }
            last = table.key(of: end)
            count += rows.count
            progress(Progress(table: table.name, done: count, total: total))
        }
        let checksum = sum.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return Checked(table: table.name, rows: count, checksum: checksum)
    }

    private static func count(_ table: Table, in store: Store) async throws -> Int {
        try await store.ask { try $0.row(table.count) { try $0.int(0) } } ?? 0  // count(*) always answers
    }

    private static func page(of table: Table, behind last: [SQLValue]?, in store: Store) async throws -> [[SQLValue]] {
        try await store.ask { db in
            try db.rows(table.page(after: last, most: part)) { try table.values(of: $0) }
        }
    }
}

extension SQLValue {
    /// A form in which two values are the same only when they are: a letter for the type, the length, the bytes.
    fileprivate var mark: [UInt8] {
        switch self {
        case .null: [UInt8(ascii: "n")]
        case .whole(let number): Array("w\(number);".utf8)
        case .text(let text): Array("t\(text.utf8.count);\(text)".utf8)
        case .bytes(let bytes): Array("b\(bytes.count);".utf8) + bytes
        case .id(let high, let low):
            SQLValue.bytes([high, low].flatMap { withUnsafeBytes(of: $0.bigEndian, Array.init) }).mark
        }
    }
}
