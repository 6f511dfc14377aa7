import Clinical
import Identity
import Logging
import ServiceLifecycle
import Storage
import Stories

/// What has to happen although nobody sends anything: weeks and quarters end, and silence falls.
struct Rounds: Service {
    let store: Store
    let clock: Clock
    let logger: Logger
    /// Whether there are tables to look in.
    let isPrepared: @Sendable () -> Bool
    private let node: ID<Rounds>

    init(store: Store, clock: Clock, logger: Logger, isPrepared: @escaping @Sendable () -> Bool) {
        self.store = store
        self.clock = clock
        self.logger = logger
        self.isPrepared = isPrepared
        node = clock.occasion.newID()
    }

    /// Often enough that a week that ended yesterday is judged before the practice opens.
    private static let pause = Duration.minutes(10)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    while !isPrepared() { try await Task.sleep(for: .seconds(1)) }
                    try await once()
                    try await Task.sleep(for: Self.pause)
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("round failed", metadata: ["kind": "\(type(of: error))"])
                    // The next round is as good a time as any; being asked to stop ends the pause early.
                    try? await Task.sleep(for: Self.pause)
                }
            }
        }
    }

    /// Whichever node comes first goes past a practice; the others leave it alone until the next round.
    private func isOurs(_ practice: ID<Practice>) async throws -> Bool {
        try await store.lease(
            "rounds \(practice)", to: node, for: Self.pause - .seconds(30), at: clock.occasion.now)
    }

    /// Goes past every practice once.
    func once() async throws {
        try await store.write { [clock] db in
            let now = clock.occasion.now
            try Identity.forgetOldAttempts(at: now, db)
            try Identity.forgetOldChallenges(at: now, db)
            try Identity.forgetPending(at: now, db)
            try Identity.forgetOnce(at: now, db)
            try Identity.forgetTokens(at: now, db)
        }
        let practices = try await store.read { try Identity.practices($0) }
        for practice in practices where try await isOurs(practice.id) {
            try await WeekEnds(store: store).tell(in: practice.id, at: clock.occasion)
            try await QuarterEnds(store: store).tell(in: practice.id, at: clock.occasion)
            try await SilenceFalls(store: store).tell(in: practice.id, at: clock.occasion)
            try await ReminderIsDue(store: store).tell(in: practice.id, at: clock.occasion)
            try await clearAway(in: practice.id)
        }
    }

    /// Once a day, whichever node comes first: what is past its term goes.
    private func clearAway(in practice: ID<Practice>) async throws {
        let today = try await store.lease(
            "terms \(practice)", to: node, for: .hours(23), at: clock.occasion.now)
        guard today else { return }
        _ = try await TermsAreOver(store: store).tell(in: practice, .remove, at: clock.occasion)
    }
}
