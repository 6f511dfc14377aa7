import CPostgres
import Clinical
import GRDBSQLite

/// One row of an answer, read by the place of its columns; it may not be kept beyond the closure that receives it.
///
/// - Throws: ``StorageFailure/unreadable(column:)`` when a column does not hold what is asked of it
package struct Row {
    enum Source {
        /// A statement that stands on this row.
        case sqlite(OpaquePointer)
        /// An answer in binary form, and the number of the row in it.
        case postgres(OpaquePointer, Int32)
    }

    private let source: Source

    init(_ source: Source) { self.source = source }

    package func int(_ column: Int32) throws -> Int {
        switch source {
        case .sqlite(let statement):
            guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else { throw unreadable(column) }
            return Int(sqlite3_column_int64(statement, column))
        case .postgres:
            let bytes = try field(column)
            guard [1, 2, 4, 8].contains(bytes.count) else { throw unreadable(column) }
            let positive = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            let shift = UInt64(64 - 8 * bytes.count)
            return Int(Int64(bitPattern: positive << shift) >> Int64(shift))
        }
    }

    package func text(_ column: Int32) throws -> String {
        switch source {
        case .sqlite(let statement):
            guard sqlite3_column_type(statement, column) == SQLITE_TEXT,
                let start = sqlite3_column_text(statement, column)
            else { throw unreadable(column) }
            let count = Int(sqlite3_column_bytes(statement, column))
            return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
        case .postgres: return String(decoding: try field(column), as: UTF8.self)
        }
    }

    package func id<Thing>(_ column: Int32, of: Thing.Type = Thing.self) throws -> ID<Thing> {
        let bytes = try field(column)
        guard bytes.count == 16, let start = bytes.baseAddress else { throw unreadable(column) }
        return ID(
            high: UInt64(bigEndian: start.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }

    package func bytes(_ column: Int32) throws -> [UInt8] {
        if case .sqlite(let statement) = source, sqlite3_column_type(statement, column) != SQLITE_BLOB {
            throw unreadable(column)
        }
        return Array(try field(column))
    }

    package func day(_ column: Int32) throws -> Day {
        let bytes = try field(column)
        guard bytes.count == 10 else { throw unreadable(column) }
        // Lists read days by the hundred, so the ten characters are read where they stand.
        func number(_ places: Range<Int>) -> Int { places.reduce(0) { $0 * 10 + Int(bytes[$1]) - 48 } }
        guard let day = Day(number(0..<4), number(5..<7), number(8..<10)) else { throw unreadable(column) }
        return day
    }

    package func instant(_ column: Int32) throws -> Instant { Instant(milliseconds: Int64(try int(column))) }

    package func word<Word: RawRepresentable<String>>(_ column: Int32, of: Word.Type = Word.self) throws -> Word {
        guard let word = Word(rawValue: try text(column)) else { throw unreadable(column) }
        return word
    }

    package func bytesIfAny(_ column: Int32) throws -> [UInt8]? { isNull(column) ? nil : try bytes(column) }
    package func intIfAny(_ column: Int32) throws -> Int? { isNull(column) ? nil : try int(column) }
    package func textIfAny(_ column: Int32) throws -> String? { isNull(column) ? nil : try text(column) }
    package func instantIfAny(_ column: Int32) throws -> Instant? { isNull(column) ? nil : try instant(column) }
    package func dayIfAny(_ column: Int32) throws -> Day? { isNull(column) ? nil : try day(column) }
    package func idIfAny<Thing>(_ column: Int32, of: Thing.Type = Thing.self) throws -> ID<Thing>? {
        isNull(column) ? nil : try id(column)
    }
    package func wordIfAny<Word: RawRepresentable<String>>(
        _ column: Int32, of: Word.Type = Word.self
    ) throws -> Word? {
        isNull(column) ? nil : try word(column)
    }

    /// A value of a table whose types are known, to be written somewhere else.
    func value(_ column: Int32, as type: SQLType) throws -> SQLValue {
        if isNull(column) { return .null(type) }
        return switch type {
        case .whole: .whole(Int64(try int(column)))
        case .text: .text(try text(column))
        case .bytes: .bytes(try bytes(column))
        }
    }

    private func isNull(_ column: Int32) -> Bool {
        switch source {
        case .sqlite(let statement): sqlite3_column_type(statement, column) == SQLITE_NULL
        case .postgres(let answer, let row): PQgetisnull(answer, row, column) == 1
        }
    }

    /// The bytes of a column as they stand in the answer; whole numbers of PostgreSQL have the high byte first.
    private func field(_ column: Int32) throws -> UnsafeRawBufferPointer {
        switch source {
        case .sqlite(let statement):
            let type = sqlite3_column_type(statement, column)
            guard type == SQLITE_BLOB || type == SQLITE_TEXT else { throw unreadable(column) }
            let start =
                type == SQLITE_BLOB
                ? sqlite3_column_blob(statement, column) : .init(sqlite3_column_text(statement, column))
            return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
        case .postgres(let answer, let row):
            guard PQgetisnull(answer, row, column) == 0 else { throw unreadable(column) }
            return UnsafeRawBufferPointer(
                start: PQgetvalue(answer, row, column), count: Int(PQgetlength(answer, row, column)))
        }
    }

    private func unreadable(_ column: Int32) -> StorageFailure { .unreadable(column: Int(column)) }
}
