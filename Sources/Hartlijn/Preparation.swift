import Clinical
import Logging
import ServiceLifecycle
import Storage
import Stories
import Synchronization

/// Brings the tables up to date, as soon as there is a database to do it in; until then the site says that it is not
/// ready.
final class Preparation: Service {
    private let store: Store
    private let logger: Logger
    private let isDone = Mutex(false)

    init(store: Store, logger: Logger) {
        self.store = store
        self.logger = logger
    }

    /// Whether the database was there and its tables are ours.
    var isReady: Bool { isDone.withLock { $0 } }

    private static let pause = Duration.seconds(2)

    /// - Throws: ``StorageFailure`` when waiting does not help; ``MissingKeys``
    func prepare() async throws {
        while !Task.isCancelled {
            do {
                try await store.migrate(Schema.migrations, at: Clock.real.occasion.now)
                try await store.assertKeys()
                let sealed = try await FieldsAreSealed(store: store).tell()
                if sealed > 0 { logger.notice("sealed what stood readable", metadata: ["fields": "\(sealed)"]) }
                return isDone.withLock { $0 = true }
            } catch let failure as StorageFailure where failure.mayPass {
                logger.notice("waiting for the database", metadata: ["why": "\(failure)"])
                try await Task.sleep(for: Self.pause)
            }
        }
    }

    func run() async throws {
        try await cancelWhenGracefulShutdown { [self] in
            do {
                if !isReady { try await prepare() }
                // A service that ends takes the others with it.
                while !Task.isCancelled { try await Task.sleep(for: .seconds(3600)) }
            } catch is CancellationError {
                return
            }
        }
    }
}
