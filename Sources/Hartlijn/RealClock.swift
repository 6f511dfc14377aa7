import Clinical
import Foundation

extension Clock {
    /// The time of this machine, and chance from its generator. Nothing below the door asks for either.
    static let real = Clock(
        now: { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) },
        chance: { UInt64.random(in: .min ... .max) }
    )
}
