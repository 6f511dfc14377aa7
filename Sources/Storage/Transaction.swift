import GRDB
import GRDBSQLite

/// The only way to a table. A story or a route opens one, and everything in it happens or nothing does.
///
/// It is a value that lives inside the closure of ``Store/read(_:)`` or ``Store/write(_:)``.
package struct Transaction {
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// Runs one statement that changes something.
    ///
    /// - Returns: how many rows it changed
    @discardableResult
    package func run(_ sql: SQL) throws -> Int {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        var step = sqlite3_step(statement)
        while step == SQLITE_ROW { step = sqlite3_step(statement) }
        guard step == SQLITE_DONE else { throw failure(step) }
        return Int(sqlite3_changes(sqlite3_db_handle(statement)))
    }

    /// Every row of the answer, made into a value.
    package func rows<Value>(_ sql: SQL, _ value: (Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try forEach(sql) { values.append(try value($0)) }
        return values
    }

    /// The only row of the answer, or nothing.
    package func row<Value>(_ sql: SQL, _ value: (Row) throws -> Value) throws -> Value? {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        let step = sqlite3_step(statement)
        guard step != SQLITE_DONE else { return nil }
        guard step == SQLITE_ROW else { throw failure(step) }
        return try value(Row(statement: statement))
    }

    /// Visits every row without keeping it.
    package func forEach(_ sql: SQL, _ visit: (Row) throws -> Void) throws {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        var step = sqlite3_step(statement)
        while step == SQLITE_ROW {
            try visit(Row(statement: statement))
            step = sqlite3_step(statement)
        }
        guard step == SQLITE_DONE else { throw failure(step) }
    }

    /// How the engine would answer, one line a step; for the house rule that no query scans a patient table.
    package func plan(of sql: SQL) throws -> [String] {
        try rows(SQL(explaining: sql)) { try $0.text(3) }
    }

    private func prepared(_ sql: SQL) throws -> OpaquePointer {
        let statement: OpaquePointer
        do {
            statement = try database.cachedStatement(sql: sql.text).sqliteStatement
        } catch let error as DatabaseError {
            throw StorageFailure.refused(code: Int(error.extendedResultCode.rawValue), error.message ?? "")
        }
        sqlite3_reset(statement)
        for (index, value) in sql.values.enumerated() {
            let code = bind(value, to: statement, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw failure(code) }
        }
        return statement
    }

    private func bind(_ value: SQLValue, to statement: OpaquePointer, at place: Int32) -> Int32 {
        switch value {
        case .null: sqlite3_bind_null(statement, place)
        case .whole(let number): sqlite3_bind_int64(statement, place, number)
        case .text(var text):
            text.withUTF8 {
                $0.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), Self.copied)
                }
            }
        case .bytes(let bytes):
            bytes.withUnsafeBytes { sqlite3_bind_blob(statement, place, $0.baseAddress, Int32($0.count), Self.copied) }
        case .id(let high, let low):
            withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) {
                sqlite3_bind_blob(statement, place, $0.baseAddress, 16, Self.copied)
            }
        }
    }

    /// SQLite copies the bytes before the call returns.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private func failure(_ code: Int32) -> StorageFailure {
        .refused(code: Int(code), String(cString: sqlite3_errstr(code)))
    }
}

extension SQL {
    init(explaining sql: SQL) {
        text = "EXPLAIN QUERY PLAN \(sql.text)"
        values = sql.values
    }
}
