import CPostgres
import Foundation

/// One connection to a PostgreSQL server, called when it is needed and called again when it broke.
///
/// Within a transaction, statements that nobody waits for travel together with the next question, and with the commit: a
/// journey to the server and back costs more than a statement. A statement that fails is heard of at the next answer, or at
/// the commit; nothing is kept of the transaction then.
///
/// It belongs to one thread at a time.
final class PostgresConnection: Session, @unchecked Sendable {
    private let line: PostgresLine
    private var names: [String: String] = [:]
    /// What was sent and has not been answered yet, the first first.
    private var underway: [Underway] = []
    /// A mark was sent behind which the server begins anew, and its answer is still to come.
    private var isMarked = false
    private var isInTransaction = false

    private enum Underway {
        case statement
        /// A statement that the server is to keep under a name.
        case preparation(String)
    }

    /// As many answers are left lying at most, so that neither side waits for the other to read.
    private static let mostUnderway = 200

    init(address: String) { line = PostgresLine(address: address) }

    func hangUp() {
        line.hangUp()
        forget()
    }

    private func forget() {
        (names, underway) = ([:], [])
        (isMarked, isInTransaction) = (false, false)
    }

    /// Calls the server when there is no line; everything it knew of us is gone then.
    private func call() throws {
        guard !line.isOpen else { return }
        forget()
        try line.call()
    }

    // MARK: Transactions

    /// Does something within a transaction.
    ///
    /// - Throws: ``StorageFailure/unreachable(_:)`` also when the connection broke while the commit was on its way: then it
    ///   is not known to be on disk, and nobody may say that it is
    func between<Value>(_ begin: String, _ work: (PostgresConnection) throws -> Value) throws -> Value {
        var isCommitting = false
        return try onceMoreWhenCut(unless: { isCommitting }) {
            try start(begin)
            do {
                let value = try work(self)
                isCommitting = true
                try commit()
                return value
            } catch {
                undo()
                throw error
            }
        }
    }

    /// Reads within a transaction; its end changes nothing, so nobody waits for it.
    func look<Value>(_ begin: String, _ work: (PostgresConnection) throws -> Value) throws -> Value {
        try onceMoreWhenCut(unless: { false }) {
            try start(begin)
            do {
                let value = try work(self)
                try send("COMMIT")
                try mark()
                isInTransaction = false
                return value
            } catch {
                undo()
                throw error
            }
        }
    }

    /// Asks a single question, without a transaction.
    func ask<Value>(_ work: (PostgresConnection) throws -> Value) throws -> Value {
        try onceMoreWhenCut(unless: { false }) {
            do {
                return try work(self)
            } catch {
                recover()
                throw error
            }
        }
    }

    /// A connection that was idle may have been cut without our knowing; then it is done once more on a new one.
    private func onceMoreWhenCut<Value>(unless isTooLate: () -> Bool, _ work: () throws -> Value) throws -> Value {
        let wasOpen = line.isOpen
        do {
            return try work()
        } catch StorageFailure.unreachable where wasOpen && !isTooLate() {
            hangUp()
            return try work()
        }
    }

    /// What is left of before is read first.
    private func start(_ begin: String) throws {
        if line.isOpen {
            do { try settle() } catch { hangUp() }
        }
        try call()
        isInTransaction = true
        try send(begin)
    }

    /// A statement that failed inside has already undone everything; then the server answers with another word.
    private func commit() throws {
        try send("COMMIT")
        try mark()
        var word = ""
        while !underway.isEmpty {
            let answer = try next()
            defer { PQclear(answer) }
            word = PQcmdStatus(answer).map { String(cString: $0) } ?? ""
        }
        try settle()
        isInTransaction = false
        guard word == "COMMIT" else {
            throw StorageFailure.refused(.other, code: "25P02", "a statement in the transaction failed")
        }
    }

    /// The failure that led here is the one to tell; a connection that cannot roll back is given up.
    private func undo() {
        isInTransaction = false
        recover()
        guard line.isOpen else { return }
        do {
            try send("ROLLBACK")
            try mark()
            try settle()
        } catch {
            hangUp()
        }
    }

    /// After a refusal the server leaves out what follows, up to the mark; what it did not prepare has no name there. When
    /// this returns, nothing is underway and the next statement gets its own answer.
    private func recover() {
        guard line.isOpen else { return forget() }
        do {
            if !isMarked { try mark() }
        } catch {
            return hangUp()
        }
        while !underway.isEmpty {
            do { PQclear(try next()) } catch { continue }
        }
        do { try settle() } catch { hangUp() }
    }

    // MARK: Statements

    func send(_ sql: SQL) throws {
        try dispatch(sql)
        guard isInTransaction else { return try settleAll() }
        guard underway.count > Self.mostUnderway else { return }
        try askForAnswers()
        while !underway.isEmpty { PQclear(try next()) }
    }

    func run(_ sql: SQL, _ visit: (Row) throws -> Visiting) throws -> Int {
        try dispatch(sql)
        if isInTransaction {
            try askForAnswers()
        } else {
            try mark()
        }
        while underway.count > 1 { PQclear(try next()) }
        let answer = try next()
        defer { PQclear(answer) }
        if !isInTransaction { try settle() }
        guard let answer else { throw line.broken() }
        for row in 0..<PQntuples(answer) where try visit(Row(.postgres(answer, row))) == .enough { break }
        // A statement that can change no rows says no number.
        return PQcmdTuples(answer).flatMap { Int(String(cString: $0)) } ?? 0
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

    func stopper() throws -> Stopper {
        try call()
        return line.stopper
    }

    /// Streams the rows as they are kept (`COPY`), ten times as quick as one statement a row.
    func fill(_ table: Table, _ rows: [[SQLValue]]) throws {
        try settleAll()
        let names = table.columns.map(\.name).joined(separator: ", ")
        try line.copy(CopyForm(rows).bytes, by: "COPY \(table.name) (\(names)) FROM STDIN (FORMAT binary)")
    }

    /// Several statements without values, such as settings.
    func tell(_ text: String) throws {
        try call()
        try settleAll()
        PQclear(try line.answer(to: text))
    }

    /// One value of the server itself, such as a setting.
    func word(_ text: String) throws -> String {
        try call()
        try settleAll()
        let answer = try line.answer(to: text)
        defer { PQclear(answer) }
        guard PQntuples(answer) == 1, let value = PQgetvalue(answer, 0, 0) else { return "" }
        return String(cString: value)
    }

    // MARK: What is underway

    /// Sends a word without values, such as `COMMIT`.
    private func send(_ word: String) throws {
        try enter()
        guard PQsendQueryParams(line.handle, word, 0, nil, nil, nil, nil, Self.binary) == 1 else { throw line.broken() }
        underway.append(.statement)
    }

    private func dispatch(_ sql: SQL) throws {
        try call()
        try enter()
        let name = try name(of: sql)
        let isSent = Arguments(sql.values).with { values, lengths, formats in
            PQsendQueryPrepared(line.handle, name, Int32(sql.values.count), values, lengths, formats, Self.binary) == 1
        }
        guard isSent else { throw line.broken() }
        underway.append(.statement)
    }

    private static let binary: Int32 = 1

    /// The server keeps the plan of each statement; the names are ours.
    private func name(of sql: SQL) throws -> String {
        if let name = names[sql.text] { return name }
        let name = "s\(names.count)"
        let types = sql.values.map(\.type.oid)
        guard PQsendPrepare(line.handle, name, sql.text, Int32(types.count), types) == 1 else { throw line.broken() }
        underway.append(.preparation(sql.text))
        names[sql.text] = name
        return name
    }

    private func enter() throws {
        guard PQpipelineStatus(line.handle) == PQ_PIPELINE_OFF else { return }
        guard PQenterPipelineMode(line.handle) == 1 else { throw line.broken() }
    }

    /// The server keeps its answers until it is asked for them, or until a mark.
    private func askForAnswers() throws {
        guard PQsendFlushRequest(line.handle) == 1 else { throw line.broken() }
    }

    private func mark() throws {
        guard PQpipelineSync(line.handle) == 1 else { throw line.broken() }
        isMarked = true
    }

    /// The answer to the first of what is underway.
    ///
    /// - Throws: ``StorageFailure`` when it is a refusal
    private func next() throws -> OpaquePointer? {
        let what = underway.removeFirst()
        let answer = PQgetResult(line.handle)
        // Behind each answer stands nothing, as a full stop.
        let stop = PQgetResult(line.handle)
        PQclear(stop)
        do {
            guard answer != nil else { throw line.broken() }
            try line.check(answer)
            return answer
        } catch {
            PQclear(answer)
            if case .preparation(let text) = what { names[text] = nil }
            throw error
        }
    }

    /// Reads the answer to the mark, when one is underway.
    private func settle() throws {
        while !underway.isEmpty { PQclear(try next()) }
        guard isMarked else { return }
        isMarked = false
        let answer = PQgetResult(line.handle)
        defer { PQclear(answer) }
        guard PQresultStatus(answer) == PGRES_PIPELINE_SYNC else { throw line.broken() }
    }

    /// Reads everything, and leaves nothing underway.
    private func settleAll() throws {
        guard line.isOpen, PQpipelineStatus(line.handle) != PQ_PIPELINE_OFF else { return }
        if !isMarked { try mark() }
        try settle()
        guard PQexitPipelineMode(line.handle) == 1 else { throw line.broken() }
    }
}

extension SQLType {
    /// - Source: PostgreSQL, catalog `pg_type`
    fileprivate var oid: UInt32 {
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
