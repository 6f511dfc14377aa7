import CPostgres
import Foundation

/// The line to a server: calling it, calling it again, and what its refusals mean.
final class PostgresLine {
    /// A page waits no longer than this, and the practice hears that it is busy.
    ///
    /// - Units: milliseconds
    private static let settings = """
        SET statement_timeout = 10000; SET lock_timeout = 5000; SET idle_in_transaction_session_timeout = 30000;
        SET jit = off; SET client_min_messages = error; SET plan_cache_mode = force_generic_plan
        """
    /// How often the server is called before whoever waits is refused, the pause before the second call in seconds, and
    /// how long all of it may take in nanoseconds.
    private static let (mostCalls, firstPause, longestCalling) = (4, 0.05, UInt64(5_000_000_000))
    /// After that, nobody is kept waiting for a server that was gone a moment ago.
    ///
    /// - Units: nanoseconds
    private static let quietAfterFailure: UInt64 = 500_000_000

    private let address: String
    private(set) var handle: OpaquePointer?
    private(set) var stopper = Stopper {}
    private var failedAt: UInt64?

    init(address: String) { self.address = address }

    deinit { hangUp() }

    var isOpen: Bool { handle.map { PQstatus($0) == CONNECTION_OK } ?? false }

    func hangUp() {
        if let handle { PQfinish(handle) }
        handle = nil
    }

    /// - Throws: ``StorageFailure/unreachable(_:)`` after some calls
    func call() throws {
        let now = DispatchTime.now().uptimeNanoseconds
        if let failedAt, now - failedAt < Self.quietAfterFailure {
            throw StorageFailure.unreachable("it was gone a moment ago")
        }
        var why = ""
        for attempt in 0..<Self.mostCalls where DispatchTime.now().uptimeNanoseconds - now < Self.longestCalling {
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
        // What the address says itself comes last and wins; without it a server elsewhere has to show a certificate for
        // its name that the system trusts. By a socket of this machine there is nobody in between.
        let parameters = [
            ("application_name", "hartlijn"), ("connect_timeout", "3"), ("sslmode", "verify-full"),
            ("sslrootcert", "/etc/ssl/certs/ca-certificates.crt"),
            ("client_encoding", "UTF8"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
            ("keepalives_count", "3"), ("tcp_user_timeout", "15000"), ("dbname", address),
        ]
        let keywords = CStrings(parameters.map(\.0))
        let values = CStrings(parameters.map(\.1))
        handle = PQconnectdbParams(keywords.pointers, values.pointers, 1)
        guard isOpen else {
            let failure = broken()
            hangUp()
            throw failure
        }
        failedAt = nil
        let cancel = Cancel(handle)
        stopper = Stopper { cancel.send() }
        PQclear(try answer(to: Self.settings))
    }

    /// Says something and waits for the answer; the caller clears it.
    func answer(to text: String) throws -> OpaquePointer? {
        let answer = PQexec(handle, text)
        do {
            try check(answer)
            return answer
        } catch {
            PQclear(answer)
            throw error
        }
    }

    /// Hands over rows after a `COPY`.
    func copy(_ bytes: [UInt8], by statement: String) throws {
        let began = PQexec(handle, statement)
        defer { PQclear(began) }
        guard PQresultStatus(began) == PGRES_COPY_IN else { return try check(began) }
        let isSent = bytes.withUnsafeBytes {
            PQputCopyData(handle, $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count)) == 1
        }
        guard isSent, PQputCopyEnd(handle, nil) == 1 else { throw broken() }
        var outcome = Result<Void, any Error>.success(())
        while let answer = PQgetResult(handle) {
            outcome = outcome.flatMap { Result { try check(answer) } }
            PQclear(answer)
        }
        try outcome.get()
    }

    /// What to tell whoever waits when the line does not work.
    func broken() -> StorageFailure {
        let message = handle.map { String(cString: PQerrorMessage($0)) } ?? ""
        return .unreachable(message.split(separator: "\n").first.map(String.init) ?? "the line broke")
    }

    /// - Throws: ``StorageFailure`` when the answer is a refusal
    func check(_ answer: OpaquePointer?) throws {
        let status = PQresultStatus(answer)
        guard status != PGRES_TUPLES_OK, status != PGRES_COMMAND_OK else { return }
        let code = PQresultErrorField(answer, Self.sqlState).map { String(cString: $0) } ?? ""
        let message = PQresultErrorField(answer, Self.messagePrimary).map { String(cString: $0) } ?? ""
        // A server that became a copy of another one is no longer the one to speak to.
        let isGone = !isOpen || code.hasPrefix("57P") || code.hasPrefix("08") || code == "25006"
        guard !isGone else {
            let failure = message.isEmpty ? broken() : .unreachable(message)
            hangUp()
            throw failure
        }
        throw StorageFailure.refused(.init(sqlState: code), code: code, message)
    }

    /// `PG_DIAG_SQLSTATE` and `PG_DIAG_MESSAGE_PRIMARY`: the header has them as characters.
    private static let (sqlState, messagePrimary) = (Int32(UInt8(ascii: "C")), Int32(UInt8(ascii: "M")))
}

extension StorageFailure.Refused {
    /// - Source: PostgreSQL, appendix A, "PostgreSQL Error Codes"
    fileprivate init(sqlState code: String) {
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

/// What libpq needs to ask a server to leave off, by a line of its own.
private final class Cancel: @unchecked Sendable {
    private let request: OpaquePointer?

    init(_ handle: OpaquePointer?) { request = PQgetCancel(handle) }

    deinit { PQfreeCancel(request) }

    /// A server that does not answer lets the statement run on, until its own limit ends it.
    func send() {
        var words = [CChar](repeating: 0, count: 256)
        PQcancel(request, &words, Int32(words.count))
    }
}

/// Texts as C wants them: an array of pointers that ends with nothing.
private final class CStrings {
    let pointers: [UnsafePointer<CChar>?]

    init(_ texts: [String]) { pointers = texts.map { UnsafePointer(strdup($0)) } + [nil] }

    deinit { for pointer in pointers { free(UnsafeMutablePointer(mutating: pointer)) } }
}
