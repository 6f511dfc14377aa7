/// The when of something that happens, and where its new identities come from.
///
/// Time and chance enter the house only here, so a replay with the same clock gives the same ids.
package struct Occasion: Sendable {
    package let now: Instant
    private let chance: @Sendable () -> UInt64

    package init(now: Instant, chance: @escaping @Sendable () -> UInt64) {
        self.now = now
        self.chance = chance
    }

    package var today: Day { Moment.amsterdam(now).day }

    package func newID<Thing>(of: Thing.Type = Thing.self) -> ID<Thing> {
        var generator = Source(chance: chance)
        return .new(at: now, using: &generator)
    }

    /// The same chance at another time, for stories that play over days.
    package func at(_ instant: Instant) -> Occasion { Occasion(now: instant, chance: chance) }

    private struct Source: RandomNumberGenerator {
        let chance: @Sendable () -> UInt64
        func next() -> UInt64 { chance() }
    }
}

/// What a route asks for the time: the real clock in the product, a fixed one in tests.
package struct Clock: Sendable {
    private let now: @Sendable () -> Instant
    private let chance: @Sendable () -> UInt64

    package init(now: @escaping @Sendable () -> Instant, chance: @escaping @Sendable () -> UInt64) {
        self.now = now
        self.chance = chance
    }

    package var occasion: Occasion { Occasion(now: now(), chance: chance) }
}
