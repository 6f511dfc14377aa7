import Clinical
import Foundation
import GRDBSQLite

/// Bare SQLite, at WAL and synchronous=FULL, beside the file of the product.
package struct SQLiteFloor: EngineFloor {
    private let path: String

    package init(path: String) { self.path = path }

    /// All of it is in the process that asks.
    package var cpu: Double { 0 }

    package func inserts(rowsPerCommit: Int, commits: Int) throws -> Pace {
        try filled(rowsPerCommit: rowsPerCommit, commits: commits).pace
    }

    package func bytesPerRow(rows: Int) throws -> Double {
        try Double(filled(rowsPerCommit: rows, commits: 1).bytes) / Double(rows)
    }

    package func bytes() throws -> Int {
        let database = try Self.open(path)
        defer { sqlite3_close(database) }
        return try Self.bytes(database)
    }

    /// As large as the file is when its log is brought home: its pages, also those that only stand in the log.
    private static func bytes(_ database: OpaquePointer?) throws -> Int {
        try run("PRAGMA wal_checkpoint(TRUNCATE)", database)
        let statement = try prepared("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", database)
        defer { sqlite3_finalize(statement) }
        guard sqlite3_step(statement) == SQLITE_ROW else { throw StorageFailure.closed }
        return Int(sqlite3_column_int64(statement, 0))
    }

    /// A file of bare rows, and what it took.
    private func filled(rowsPerCommit: Int, commits: Int) throws -> (pace: Pace, bytes: Int) {
        let path = "\(path)-floor-\(rowsPerCommit)"
        let database = try Self.open(path)
        defer {
            sqlite3_close(database)
            for end in ["", "-wal", "-shm"] { unlink(path + end) }
        }
        try Self.run(
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            CREATE TABLE reading (practice_id BYTEA, patient_id BYTEA, kind TEXT, taken_at BIGINT, id BYTEA,
                first_value BIGINT, second_value BIGINT, third_value BIGINT, source TEXT, fingerprint BYTEA,
                recorded_at BIGINT, PRIMARY KEY (practice_id, patient_id, kind, taken_at, id)) WITHOUT ROWID;
            CREATE UNIQUE INDEX once ON reading (practice_id, patient_id, fingerprint);
            """, database)
        let statement = try Self.prepared("INSERT INTO reading VALUES (?,?,?,?,?,?,?,?,?,?,?)", database)
        defer { sqlite3_finalize(statement) }
        let pace = try Pace.of(commits * rowsPerCommit) {
            for commit in 0..<commits {
                try Self.run("BEGIN IMMEDIATE", database)
                for row in 0..<rowsPerCommit {
                    Self.bind(Int64(commit * rowsPerCommit + row), to: statement)
                    guard sqlite3_step(statement) == SQLITE_DONE else { throw StorageFailure.closed }
                    sqlite3_reset(statement)
                }
                try Self.run("COMMIT", database)
            }
        }
        return (pace, try Self.bytes(database))
    }

    package func lastTwenty(of patients: [ID<Patient>], practice: ID<Practice>, rounds: Int) throws -> Pace {
        let database = try Self.open(path)
        defer { sqlite3_close(database) }
        let statement = try Self.prepared(
            """
            SELECT taken_at, first_value, second_value FROM measurements_reading
            WHERE practice_id = ? AND patient_id = ? AND kind = 'blood-pressure' ORDER BY taken_at DESC LIMIT 20
            """, database)
        defer { sqlite3_finalize(statement) }
        return Pace.of(rounds) {
            for round in 0..<rounds {
                Self.bind(practice, to: statement, at: 1)
                Self.bind(patients[round % patients.count], to: statement, at: 2)
                while sqlite3_step(statement) == SQLITE_ROW { _ = sqlite3_column_int64(statement, 1) }
                sqlite3_reset(statement)
            }
        }
    }

    package func senderNumbers() throws -> Set<String> {
        let database = try Self.open(path)
        defer { sqlite3_close(database) }
        let statement = try Self.prepared(
            "SELECT external_id FROM measurements_reading WHERE external_id IS NOT NULL", database)
        defer { sqlite3_finalize(statement) }
        var numbers: Set<String> = []
        while sqlite3_step(statement) == SQLITE_ROW {
            guard let text = sqlite3_column_text(statement, 0) else { continue }
            numbers.insert(String(cString: text))
        }
        return numbers
    }

    /// The engine keeps the number in its log, for its readers.
    ///
    /// - Source: SQLite, "The WAL-Index File Format", WalIndexHdr: iChange at byte 8
    package func commits() throws -> UInt32 {
        guard let file = FileHandle(forReadingAtPath: "\(path)-shm") else { throw StorageFailure.closed }
        defer { try? file.close() }  // it was only read
        guard let head = try file.read(upToCount: 12), head.count == 12 else { throw StorageFailure.closed }
        return head.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 8, as: UInt32.self) }
    }

    private static func open(_ path: String) throws -> OpaquePointer? {
        var database: OpaquePointer?
        guard sqlite3_open(path, &database) == SQLITE_OK else { throw StorageFailure.closed }
        sqlite3_busy_timeout(database, 5000)
        return database
    }

    private static func run(_ sql: String, _ database: OpaquePointer?) throws {
        let code = sqlite3_exec(database, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw StorageFailure.refused(.other, code: "\(code)", "floor") }
    }

    private static func prepared(_ sql: String, _ database: OpaquePointer?) throws -> OpaquePointer? {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v2(database, sql, -1, &statement, nil)
        guard code == SQLITE_OK else { throw StorageFailure.refused(.other, code: "\(code)", "floor") }
        return statement
    }

    private static func bind(_ number: Int64, to statement: OpaquePointer?) {
        let patient = ID<Patient>(high: UInt64(number % 64), low: 1)
        bind(ID<Practice>(high: 1, low: 1), to: statement, at: 1)
        bind(patient, to: statement, at: 2)
        sqlite3_bind_text(statement, 3, "blood-pressure", -1, copied)
        sqlite3_bind_int64(statement, 4, 1_700_000_000_000 + number)
        bind(ID<Patient>(high: UInt64(number), low: 2), to: statement, at: 5)
        for (place, value) in [128, 82, 64].enumerated() {
            sqlite3_bind_int64(statement, Int32(6 + place), Int64(value))
        }
        sqlite3_bind_text(statement, 9, "typed", -1, copied)
        bind(ID<Patient>(high: UInt64(number) &* 0x9E37_79B9_7F4A_7C15, low: 3), to: statement, at: 10)
        sqlite3_bind_int64(statement, 11, 1_700_000_000_000 + number)
    }

    private static func bind<Thing>(_ id: ID<Thing>, to statement: OpaquePointer?, at place: Int32) {
        withUnsafeBytes(of: (id.high.bigEndian, id.low.bigEndian)) {
            _ = sqlite3_bind_blob(statement, place, $0.baseAddress, 16, copied)
        }
    }

    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
