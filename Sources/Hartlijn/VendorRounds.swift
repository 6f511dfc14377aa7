import Audit
import Clinical
import Exchange
import Identity
import Logging
import ServiceLifecycle
import Storage
import Stories

/// Goes past the couplings with the makers of meters, as long as the site runs.
struct VendorRounds: Service {
    private let fetching: WithingsFetching
    private let store: Store
    private let clock: Clock
    private let node: ID<Exchange.Node>
    private let isPrepared: @Sendable () -> Bool
    private let logger: Logger

    /// Often enough that somebody who measured sees it soon.
    private static let pause = Duration.seconds(30)
    /// When the maker says that it is too much, or does not know us.
    private static let longPause = Duration.minutes(2)

    /// - Returns: `nil` when no maker is coupled
    init?(_ site: Site, logger: Logger) {
        guard let desk = site.desk else { return nil }
        let file = FileArrives(store: site.store)
        node = site.clock.occasion.newID()
        fetching = WithingsFetching(store: site.store, clock: site.clock, desk: desk, node: node) {
            _ = try await file.tell($0, from: $1, of: $2, by: .hartlijn, at: $3)
        }
        store = site.store
        clock = site.clock
        isPrepared = site.isPrepared
        self.logger = logger
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    while !isPrepared() { try await Task.sleep(for: .seconds(1)) }
                    try await Task.sleep(for: try await once())
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("vendor round failed", metadata: ["kind": "\(type(of: error))"])
                    // The next round is as good a time as any; being asked to stop ends the pause early.
                    try? await Task.sleep(for: Self.pause)
                }
            }
        }
    }

    /// One node at a time goes round, so that all of them together stay within what the maker allows.
    ///
    /// - Returns: how long to wait
    func once() async throws -> Duration {
        let isOurs = try await store.lease(
            "vendor rounds", to: node, for: Self.pause - .seconds(1), at: clock.occasion.now)
        guard isOurs else { return Self.pause }
        let practices = try await store.read { try Identity.practices($0) }.map(\.id)
        switch try await fetching.round(past: practices) {
        case .done: return Self.pause
        case .tooMany:
            logger.notice("Withings hears too many questions of us")
            return Self.longPause
        case .notOurAccount:
            logger.error("Withings does not know this site: look at the file of --withings")
            return Self.longPause
        }
    }
}
