import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Storage
import Synchronization
import Testing
import Web

/// What stands in the log: faults of ours, and not what others do to their own line.
@Suite struct FaultsTests {
    private static let faults = Faults<BasicRequestContext>(
        isOutage: { ($0 as? StorageFailure)?.mayPass == true }, cause: { ($0 as? StorageFailure)?.description })

    @Test(arguments: [
        (StorageFailure.unreachable("gone") as any Error, HTTPResponse.Status.serviceUnavailable, 1),
        (StorageFailure.refused(.constraint, code: "23505", "twice"), .internalServerError, 1),
        (IOError(errnoCode: 104, reason: "reset"), .badRequest, 0), (CancellationError(), .serviceUnavailable, 0),
    ])
    func `each error has its status, and only ours a line`(
        error: any Error, status: HTTPResponse.Status, lines: Int
    ) async throws {
        let log = Lines()
        let router = Router()
        router.add(middleware: Self.faults)
        router.get("x") { _, _ -> Response in throw error }
        let logger = Logger(label: "faults") { _ in log }
        let answered = try await Application(router: router, logger: logger).test(.router) { client in
            try await client.execute(uri: "/x", method: .get).status
        }
        #expect(answered == status)
        #expect(log.count.value == lines)
    }

    @Test func `the page of a fault has a number, and nothing of the inside`() async throws {
        let router = Router()
        router.add(middleware: Self.faults)
        router.get("x") { _, _ -> Response in
            throw StorageFailure.refused(.constraint, code: "23505", "duplicate key of identity_account: fatma")
        }
        let logger = Logger(label: "faults") { _ in Lines() }
        try await Application(router: router, logger: logger).test(.router) { client in
            let answer = try await client.execute(uri: "/x", method: .get)
            let page = String(buffer: answer.body)
            #expect(page.contains("Er ging iets mis bij ons"))
            #expect(page.contains(#/Nummer: [0-9a-f]{16,}/#))
            for word in ["23505", "duplicate", "identity_", "fatma", "StorageFailure", "SELECT", "Sources/", ".swift"] {
                #expect(!page.contains(word), "\(word)")
            }
        }
    }

    /// Counts the lines that an administrator would be woken up by.
    private struct Lines: LogHandler {
        final class Count: Sendable {
            private let number = Mutex(0)
            var value: Int { number.withLock { $0 } }
            func add() { number.withLock { $0 += 1 } }
        }

        let count = Count()
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { if event.level >= .error { count.add() } }
    }
}
