import CPostgres
import Foundation

/// One connection to a PostgreSQL server, called when it is needed and called again when it broke.
///
/// It belongs to one thread at a time.
final class PostgresConnection: Session, @unchecked Sendable {
    /// - Units: milliseconds; a page waits no longer, and the practice hears that it is busy
    private static let settings = """
        SET statement_timeout = 10000; SET lock_timeout = 5000; SET idle_in_transaction_session_timeout = 30000;
        SET jit = off; SET client_min_messages = error; SET plan_cache_mode = force_generic_plan
        """
    /// How often the server is called before whoever waits is refused, and the pause before the second call.
    private static let (mostCalls, firstPause) = (4, 0.05)
    private static let longestCalling: UInt64 = 5_000_000_000  // nanoseconds
    /// After that, nobody is kept waiting for a server that was gone a moment ago.
    private static let quietAfterFailure: UInt64 = 500_000_000  // nanoseconds

    private let address: String
    private var handle: OpaquePointer?
    private var names: [String: String] = [:]
    private var failedAt: UInt64?

    init(address: String) { self.address = address }

    deinit { hangUp() }

    func hangUp() {
        if let handle { PQfinish(handle) }
        handle = nil
        names = [:]
    }

    // MARK: Transactions

    /// Does something within a transaction.
    ///
    /// - Throws: ``StorageFailure/unreachable(_:)`` also when the connection broke while the commit was on its way: then it
    ///   is not known to be on disk, and nobody may say that it is
    func between<Value>(_ begin: String, _ work: (PostgresConnection) throws -> Value) throws -> Value {
        try start(begin)
        do {
            let value = try work(self)
            try commit()
            return value
        } catch {
            // The failure that led here is the one to tell; a connection that cannot roll back is given up.
            if isOpen { do { try tell("ROLLBACK") } catch { hangUp() } }
            throw error
        }
    }

    /// A statement that failed inside has already undone everything; then the server answers with another word.
    private func commit() throws {
        let answer = PQexec(handle, "COMMIT")
        defer { PQclear(answer) }
        try check(answer)
        guard let word = PQcmdStatus(answer), String(cString: word) == "COMMIT" else {
            throw StorageFailure.refused(.other, code: "25P02", "a statement in the transaction failed")
        }
    }

    /// A connection that was idle may have been cut without our knowing, so the first word may be said twice.
    private func start(_ begin: String) throws {
        let wasOpen = isOpen
        try call()
        do {
            try tell(begin)
        } catch StorageFailure.unreachable where wasOpen {
            try call()
            try tell(begin)
        }
    }

    // MARK: Statements

    func run(_ sql: SQL, _ visit: (Row) throws -> Visiting) throws -> Int {
        try call()
        let name = try name(of: sql)
        let arguments = Arguments(sql.values)
        let answer = arguments.with { values, lengths, formats in
            PQexecPrepared(handle, name, Int32(sql.values.count), values, lengths, formats, Self.binary)
        }
        defer { PQclear(answer) }
        try check(answer)
        guard let answer else { throw StorageFailure.unreachable("no answer") }
        for row in 0..<PQntuples(answer) where try visit(Row(.postgres(answer, row))) == .enough { break }
        return PQcmdTuples(answer).flatMap { Int(String(cString: $0)) } ?? 0  // a statement that changes no rows says none
    }

    /// The plan for any values: the statement is prepared, and explained with nothing at each of its places.
    func plan(of sql: SQL) throws -> [String] {
        let places = (1...64).prefix { sql.text.contains("$\($0)") }.count
        let nothing = places == 0 ? "" : "(\(Array(repeating: "NULL", count: places).joined(separator: ", ")))"
        try tell("DEALLOCATE ALL")
        names = [:]
        try tell("PREPARE explained AS \(sql.text)")
        var steps: [String] = []
        _ = try run(SQL("EXPLAIN EXECUTE explained\(nothing)", [])) { row in
            steps.append(try row.text(0))
            return .more
        }
        return steps
    }

    /// Streams the rows as they are kept (`COPY`), ten times as quick as one statement a row.
    func fill(_ table: Table, _ rows: [[SQLValue]]) throws {
        let names = table.columns.map(\.name).joined(separator: ", ")
        let began = PQexec(handle, "COPY \(table.name) (\(names)) FROM STDIN (FORMAT binary)")
        defer { PQclear(began) }
        guard PQresultStatus(began) == PGRES_COPY_IN else { return try check(began) }
        let bytes = CopyForm(rows).bytes
        let isSent = bytes.withUnsafeBytes {
            PQputCopyData(handle, $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count)) == 1
        }
        guard isSent, PQputCopyEnd(handle, nil) == 1 else {
            hangUp()
            throw StorageFailure.unreachable("the line broke")
        }
        var outcome = Result<Void, any Error>.success(())
        while let answer = PQgetResult(handle) {
            outcome = outcome.flatMap { Result { try check(answer) } }
            PQclear(answer)
        }
        try outcome.get()
    }

    /// Several statements without values, such as settings.
    func tell(_ text: String) throws {
        try call()
        let answer = PQexec(handle, text)
        defer { PQclear(answer) }
        try check(answer)
    }

    /// One value of the server itself, such as a setting.
    func word(_ text: String) throws -> String {
        try call()
        let answer = PQexec(handle, text)
        defer { PQclear(answer) }
        try check(answer)
        guard PQntuples(answer) == 1, let value = PQgetvalue(answer, 0, 0) else { return "" }
        return String(cString: value)
    }

    private static let binary: Int32 = 1

    /// The server keeps the plan of each statement; the names are ours.
    private func name(of sql: SQL) throws -> String {
        if let name = names[sql.text] { return name }
        let name = "s\(names.count)"
        let types = sql.values.map(\.type.oid)
        let answer = PQprepare(handle, name, sql.text, Int32(types.count), types)
        defer { PQclear(answer) }
        try check(answer)
        names[sql.text] = name
        return name
    }

    // MARK: The line

    private var isOpen: Bool { handle.map { PQstatus($0) == CONNECTION_OK } ?? false }

    private func call() throws {
        guard !isOpen else { return }
        if let failedAt, DispatchTime.now().uptimeNanoseconds - failedAt < Self.quietAfterFailure {
            throw StorageFailure.unreachable("it was gone a moment ago")
        }
        var why = ""
        let began = DispatchTime.now().uptimeNanoseconds
        for attempt in 0..<Self.mostCalls where DispatchTime.now().uptimeNanoseconds - began < Self.longestCalling {
            if attempt > 0 { Thread.sleep(forTimeInterval: Self.firstPause * Double(1 << (attempt - 1))) }
            do {
                return try callOnce()
            } catch StorageFailure.unreachable(let reason) {
                why = reason
            }
        }
        failedAt = DispatchTime.now().uptimeNanoseconds
        throw StorageFailure.unreachable(why)
    }

    private func callOnce() throws {
        hangUp()
        // What the address says itself comes last and wins.
        let parameters = [
            ("application_name", "hartlijn"), ("connect_timeout", "3"), ("sslmode", "require"),
            ("client_encoding", "UTF8"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
            ("keepalives_count", "3"), ("tcp_user_timeout", "15000"), ("dbname", address),
        ]
        let keywords = CStrings(parameters.map(\.0))
        let values = CStrings(parameters.map(\.1))
        handle = PQconnectdbParams(keywords.pointers, values.pointers, 1)
        guard isOpen else {
            let message = handle.map { String(cString: PQerrorMessage($0)) } ?? "no memory"
            hangUp()
            throw StorageFailure.unreachable(message.split(separator: "\n").first.map(String.init) ?? "")
        }
        failedAt = nil
        let answer = PQexec(handle, Self.settings)
        defer { PQclear(answer) }
        try check(answer)
    }

    private func check(_ answer: OpaquePointer?) throws {
        let status = PQresultStatus(answer)
        guard status != PGRES_TUPLES_OK, status != PGRES_COMMAND_OK else { return }
        let code = PQresultErrorField(answer, Self.sqlState).map { String(cString: $0) } ?? ""
        let message = PQresultErrorField(answer, Self.messagePrimary).map { String(cString: $0) } ?? ""
        // A server that became a copy of another one is no longer the one to speak to.
        let isGone = !isOpen || code.hasPrefix("57P") || code.hasPrefix("08") || code == "25006"
        guard !isGone else {
            let why = message.isEmpty ? handle.map { String(cString: PQerrorMessage($0)) } ?? "" : message
            hangUp()
            throw StorageFailure.unreachable(why.split(separator: "\n").first.map(String.init) ?? "the line broke")
        }
        throw StorageFailure.refused(.init(sqlState: code), code: code, message)
    }

    /// `PG_DIAG_SQLSTATE` and `PG_DIAG_MESSAGE_PRIMARY`: the header has them as characters.
    private static let (sqlState, messagePrimary) = (Int32(UInt8(ascii: "C")), Int32(UInt8(ascii: "M")))
}

extension StorageFailure.Refused {
    /// - Source: PostgreSQL, appendix A, "PostgreSQL Error Codes"
    init(sqlState code: String) {
        self =
            switch code {
            case "40001", "40P01": .conflict
            case "57014", "55P03", "25P03": .tooSlow
            case "53300": .tooMany
            case "53100", "53200": .full
            default: code.hasPrefix("23") ? .constraint : .other
            }
    }
}

extension SQLType {
    /// - Source: PostgreSQL, catalog `pg_type`
    var oid: UInt32 {
        switch self {
        case .whole: 20
        case .text: 25
        case .bytes: 17
        }
    }
}

/// Values in the form that PostgreSQL reads without parsing: whole numbers with the high byte first, the rest as it is.
private struct Arguments {
    private var bytes: [UInt8] = []
    private var places: [Int?] = []
    private var lengths: [Int32] = []

    init(_ values: [SQLValue]) {
        bytes.reserveCapacity(values.count * 24)
        for value in values { add(value) }
    }

    func with<Answer>(
        _ use: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<Int32>, UnsafePointer<Int32>) -> Answer
    ) -> Answer {
        bytes.withUnsafeBytes { bytes in
            let base = bytes.bindMemory(to: CChar.self).baseAddress
            let pointers = places.map { place in place.flatMap { base?.advanced(by: $0) } }
            return use(pointers, lengths, [Int32](repeating: 1, count: places.count))
        }
    }

    private mutating func add(_ value: SQLValue) {
        let start = bytes.count
        switch value {
        case .null:
            places.append(nil)
            lengths.append(0)
            return
        case .whole(let number): add(UInt64(bitPattern: number))
        case .text(let text): bytes += text.utf8
        case .bytes(let more): bytes += more
        case .id(let high, let low):
            add(high)
            add(low)
        }
        places.append(start)
        lengths.append(Int32(bytes.count - start))
        // An empty text is not nothing, and needs a place to point at.
        bytes.append(0)
    }

    private mutating func add(_ number: UInt64) { withUnsafeBytes(of: number.bigEndian) { bytes += $0 } }
}

/// Texts as C wants them: an array of pointers that ends with nothing.
private final class CStrings {
    let pointers: [UnsafePointer<CChar>?]

    init(_ texts: [String]) { pointers = texts.map { UnsafePointer(strdup($0)) } + [nil] }

    deinit { for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) } }
}
