import Clinical
import Synchronization

/// Chance that can be played again: the same seed gives the same numbers (SplitMix64).
struct Chance: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Seeds that follow each other begin far apart: the step of the stream itself would only shift it.
    init(seed: UInt64) { state = (seed &+ 1) &* 0xD129_0DDF_3B53_5A2D }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Around nought, as most things in a body: the sum of four even draws comes close enough to a bell.
    mutating func noise(_ spread: Double) -> Double {
        let sum = (0..<4).reduce(0.0) { total, _ in total + Double.random(in: -1...1, using: &self) }
        return sum / 4 * spread * 1.732
    }

    mutating func happens(oneIn count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
    mutating func pick<Element>(_ list: [Element]) -> Element { list[Int.random(in: 0..<list.count, using: &self)] }
}

/// The same chance for many hands: the ids of the demonstration.
final class SharedChance: Sendable {
    private let chance: Mutex<Chance>

    init(seed: UInt64) { chance = Mutex(Chance(seed: seed)) }

    func occasion(at now: Instant) -> Occasion { Occasion(now: now) { self.chance.withLock { $0.next() } } }
}
