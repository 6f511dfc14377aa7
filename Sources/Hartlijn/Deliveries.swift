import Clinical
import Identity
import Logging
import Outbox
import ServiceLifecycle
import Storage

/// Carries what waits in the outbox. Whichever node takes a row carries it; when that node stops before it wrote down what
/// came of it, another takes it again, under the same number.
struct Deliveries: Service {
    let store: Store
    let clock: Clock
    let logger: Logger
    let carriers: [Outbox.Channel: Outbox.Carrier]
    /// The keys with which addresses are opened.
    let safe: Safe
    let isPrepared: @Sendable () -> Bool
    private let node: ID<Deliveries>

    init(
        store: Store, clock: Clock, logger: Logger, carriers: [Outbox.Channel: Outbox.Carrier], safe: Safe,
        isPrepared: @escaping @Sendable () -> Bool = { true }
    ) {
        self.store = store
        self.clock = clock
        self.logger = logger
        self.carriers = carriers
        self.safe = safe
        self.isPrepared = isPrepared
        node = clock.occasion.newID()
    }

    /// Somebody who asked for a code waits for it.
    private static let pause = Duration.seconds(5)
    /// So many are carried at once; each waits a few seconds at most.
    private static let atOnce = 20

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    while !isPrepared() { try await Task.sleep(for: .seconds(1)) }
                    try await once()
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("delivery failed", metadata: ["kind": "\(type(of: error))"])
                }
                // Being asked to stop ends the pause early.
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    /// Goes past every practice in which something waits, until nothing does.
    ///
    /// - Returns: how many things left
    @discardableResult
    func once() async throws -> Int {
        let now = clock.occasion.now
        let waiting = try await store.read { db in
            try Identity.practices(db).map(\.id).filter { try Outbox.hasSomething(in: $0, at: now, db) }
        }
        var sent = 0
        for practice in waiting { sent += try await carryAll(of: practice) }
        return sent
    }

    private func carryAll(of practice: ID<Practice>) async throws -> Int {
        var sent = 0
        while !Task.isCancelled {
            let parcels = try await take(in: practice)
            guard !parcels.isEmpty else { break }
            sent += try await withThrowingTaskGroup(of: Int.self) { group in
                for parcel in parcels { group.addTask { try await carry(parcel) == .sent ? 1 : 0 } }
                return try await group.reduce(0, +)
            }
        }
        return sent
    }

    /// The first half: from here on these are ours, for a while.
    func take(in practice: ID<Practice>) async throws -> [Outbox.Parcel] {
        try await store.write { [clock, node, safe] db in
            try Outbox.take(in: practice, by: node, at: clock.occasion.now, most: Self.atOnce, safe, db)
        }
    }

    private func carry(_ parcel: Outbox.Parcel) async throws -> Outbox.Outcome {
        let (carrier, now) = (carriers[parcel.channel], clock.occasion.now)
        // When we are asked to stop, what is on its way is not broken off, and what left is written down.
        let outcome = await Task { await carrier?.carry(parcel, at: now) ?? .later(.noCarrier) }.value
        let trouble = try await store.write { [clock] db in
            try Outbox.note(outcome, of: parcel, at: clock.occasion.now, db)
        }
        if let trouble {
            logger.warning(
                "outbox: one thing waits for the administrator (hartlijn outbox list)",
                metadata: [
                    "id": "\(parcel.id)", "channel": "\(parcel.channel.rawValue)", "kind": "\(parcel.kind.rawValue)",
                    "why": "\(trouble.rawValue)",
                ])
        }
        return outcome
    }
}
