import Clinical
import GRDBSQLite

/// One row of an answer, read by the place of its columns; it may not be kept beyond the closure that receives it.
///
/// - Throws: ``StorageFailure/unreadable(column:)`` when a column does not hold what is asked of it
package struct Row {
    let statement: OpaquePointer

    package func int(_ column: Int32) throws -> Int {
        guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else { throw unreadable(column) }
        return Int(sqlite3_column_int64(statement, column))
    }

    package func intIfAny(_ column: Int32) throws -> Int? { isNull(column) ? nil : try int(column) }

    package func text(_ column: Int32) throws -> String {
        guard sqlite3_column_type(statement, column) == SQLITE_TEXT,
            let bytes = sqlite3_column_text(statement, column)
        else { throw unreadable(column) }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    package func textIfAny(_ column: Int32) throws -> String? { isNull(column) ? nil : try text(column) }

    package func id<Thing>(_ column: Int32, of: Thing.Type = Thing.self) throws -> ID<Thing> {
        guard sqlite3_column_bytes(statement, column) == 16, let bytes = sqlite3_column_blob(statement, column) else {
            throw unreadable(column)
        }
        return ID(
            high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
    }

    package func idIfAny<Thing>(_ column: Int32, of: Thing.Type = Thing.self) throws -> ID<Thing>? {
        isNull(column) ? nil : try id(column)
    }

    package func bytes(_ column: Int32) throws -> [UInt8] {
        guard sqlite3_column_type(statement, column) == SQLITE_BLOB else { throw unreadable(column) }
        let count = Int(sqlite3_column_bytes(statement, column))
        guard let start = sqlite3_column_blob(statement, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    package func instant(_ column: Int32) throws -> Instant { Instant(milliseconds: Int64(try int(column))) }
    package func instantIfAny(_ column: Int32) throws -> Instant? { isNull(column) ? nil : try instant(column) }

    package func day(_ column: Int32) throws -> Day {
        guard sqlite3_column_type(statement, column) == SQLITE_TEXT, sqlite3_column_bytes(statement, column) == 10,
            let bytes = sqlite3_column_text(statement, column)
        else { throw unreadable(column) }
        // Lists read days by the hundred, so the ten characters are read where they stand.
        func number(_ places: Range<Int>) -> Int { places.reduce(0) { $0 * 10 + Int(bytes[$1]) - 48 } }
        guard let day = Day(number(0..<4), number(5..<7), number(8..<10)) else { throw unreadable(column) }
        return day
    }

    package func dayIfAny(_ column: Int32) throws -> Day? { isNull(column) ? nil : try day(column) }

    package func word<Word: RawRepresentable<String>>(_ column: Int32, of: Word.Type = Word.self) throws -> Word {
        guard let word = Word(rawValue: try text(column)) else { throw unreadable(column) }
        return word
    }

    package func wordIfAny<Word: RawRepresentable<String>>(
        _ column: Int32, of: Word.Type = Word.self
    ) throws -> Word? {
        isNull(column) ? nil : try word(column)
    }

    private func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

    private func unreadable(_ column: Int32) -> StorageFailure { .unreadable(column: Int(column)) }
}
