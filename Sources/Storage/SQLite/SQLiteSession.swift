import GRDB
import GRDBSQLite

/// A connection of SQLite. Statements are stepped through by hand: the library's own rows cost more than the query.
struct SQLiteSession: Session {
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// Does something within a transaction.
    func between<Value>(_ begin: SQL, _ commit: SQL, _ work: (SQLiteSession) throws -> Value) throws -> Value {
        try finish(begin)
        do {
            let value = try work(self)
            try finish(commit)
            return value
        } catch {
            // The failure that led here is the one to tell; a rollback that fails too leaves nothing to undo.
            if database.isInsideTransaction { try? finish("ROLLBACK") }  // see above
            throw error
        }
    }

    func send(_ sql: SQL) throws { try finish(sql) }

    func run(_ sql: SQL, _ visit: (Row) throws -> Visiting) throws -> Int {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        let row = Row(.sqlite(statement))
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: if try visit(row) == .enough { return 0 }
            case SQLITE_DONE: return Int(sqlite3_changes(sqlite3_db_handle(statement)))
            case let code: throw failure(code, statement)
            }
        }
    }

    func fill(_ table: Table, _ rows: [[SQLValue]]) throws {
        let names = table.columns.map(\.name).joined(separator: ", ")
        let places = (1...table.columns.count).map { "$\($0)" }.joined(separator: ", ")
        for row in rows { try finish(SQL("INSERT INTO \(table.name) (\(names)) VALUES (\(places))", row)) }
    }

    func plan(of sql: SQL) throws -> [String] {
        var steps: [String] = []
        _ = try run(SQL("EXPLAIN QUERY PLAN \(sql.text)", sql.values)) { row in
            steps.append(try row.text(3))
            return .more
        }
        return steps
    }

    func stopper() -> Stopper {
        let connection = Connection(handle: database.sqliteConnection)
        return Stopper { if let handle = connection.handle { sqlite3_interrupt(handle) } }
    }

    /// SQLite allows this one call from another thread, as long as the connection is open.
    private struct Connection: @unchecked Sendable { let handle: OpaquePointer? }

    private func finish(_ sql: SQL) throws { _ = try run(sql) { _ in .more } }

    private func prepared(_ sql: SQL) throws -> OpaquePointer {
        let statement: OpaquePointer
        do {
            statement = try database.cachedStatement(sql: sql.text).sqliteStatement
        } catch let error as DatabaseError {
            throw Self.failure(error.extendedResultCode.rawValue, error.message ?? "")
        }
        for (index, value) in sql.values.enumerated() {
            let code = bind(value, to: statement, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw failure(code, statement) }
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

    private func failure(_ code: Int32, _ statement: OpaquePointer) -> StorageFailure {
        Self.failure(
            sqlite3_extended_errcode(sqlite3_db_handle(statement)), String(cString: sqlite3_errstr(code)))
    }

    /// - Source: SQLite, "Result and Error Codes"
    private static func failure(_ code: Int32, _ message: String) -> StorageFailure {
        let why: StorageFailure.Refused =
            switch code & 0xFF {
            case SQLITE_CONSTRAINT: .constraint
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_INTERRUPT: .tooSlow
            case SQLITE_FULL: .full
            default: .other
            }
        return .refused(why, code: "\(code)", message)
    }
}
