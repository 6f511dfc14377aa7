/// The identity of one `Thing`; an `ID<Patient>` cannot be passed where an `ID<Practice>` is asked for.
///
/// - Shape: 16 bytes, UUID version 7: made in the application, in the order of time
/// - Source: RFC 9562 §5.7
package struct ID<Thing>: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The same identity under another name: a form becomes a message, a patient the holder of an account.
    package init<Other>(of other: ID<Other>) { self.init(high: other.high, low: other.low) }

    /// A new identity for something that happens now; chance is an argument, so that a replay gives the same ids.
    package static func new(at now: Instant, using chance: inout some RandomNumberGenerator) -> ID {
        let random = UInt64.random(in: .min ... .max, using: &chance)
        let time = UInt64(bitPattern: now.milliseconds) & 0xFFFF_FFFF_FFFF
        return ID(
            high: time << 16 | 0x7000 | (random >> 52),
            low: 0x8000_0000_0000_0000 | (UInt64.random(in: .min ... .max, using: &chance) >> 2)
        )
    }

    /// Reads the usual form with four hyphens; anything else is `nil`.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 36 else { return nil }
        var halves: [UInt64] = [0, 0]
        var digit = 0
        for (place, byte) in text.utf8.enumerated() {
            if [8, 13, 18, 23].contains(place) {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let value = byte.hexadecimalDigit else { return nil }
            halves[digit / 16] = halves[digit / 16] << 4 | UInt64(value)
            digit += 1
        }
        self.init(high: halves[0], low: halves[1])
    }

    /// - Returns: `nil` when there are not 16 bytes
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        self.init(
            high: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
            low: bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
        )
    }

    package var bytes: [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: high >> (56 - 8 * $0)) }
            + (0..<8).map { UInt8(truncatingIfNeeded: low >> (56 - 8 * $0)) }
    }

    package var description: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            write { byte in
                text[place] = byte
                place += 1
            }
            return place
        }
    }

    /// The 36 characters of the usual form, one by one: pages write thousands of them.
    package func write(_ byte: (UInt8) -> Void) {
        for digit in 0..<32 {
            if digit == 8 || digit == 12 || digit == 16 || digit == 20 { byte(UInt8(ascii: "-")) }
            let half = digit < 16 ? high : low
            let value = UInt8(truncatingIfNeeded: half >> (60 - 4 * UInt64(digit % 16)) & 15)
            byte(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10)
        }
    }

    package static func < (lhs: ID, rhs: ID) -> Bool { (lhs.high, lhs.low) < (rhs.high, rhs.low) }

}

extension UInt8 {
    /// The value of one hexadecimal digit; `nil` for any other character.
    package var hexadecimalDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
