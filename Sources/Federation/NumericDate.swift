/// A moment, as tokens write it and as the house counts it.
///
/// - Units: ms since 1970, UTC; in JSON seconds, up to eleven digits, with or without a fraction
/// - Source: RFC 7519, section 2
package struct NumericDate: Comparable, Hashable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// - Returns: `nil` when this is no moment: negative, with an exponent, or further away than eleven digits
    init?(digits: String) {
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2, first.utf8.count <= 11,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }), let seconds = Int64(first)
        else { return nil }
        let fraction = parts.dropFirst().first.map { String($0.prefix(3)) } ?? ""
        let padded = fraction + String(repeating: "0", count: 3 - fraction.utf8.count)
        guard let part = Int64(padded) else { return nil }
        milliseconds = seconds * 1000 + part
    }

    /// - Units: whole seconds since 1970
    var seconds: Int64 { milliseconds / 1000 }

    package static func < (lhs: NumericDate, rhs: NumericDate) -> Bool { lhs.milliseconds < rhs.milliseconds }

    package static func + (lhs: NumericDate, rhs: Duration) -> NumericDate {
        NumericDate(milliseconds: lhs.milliseconds + wholeMilliseconds(rhs))
    }

    package static func - (lhs: NumericDate, rhs: Duration) -> NumericDate {
        NumericDate(milliseconds: lhs.milliseconds - wholeMilliseconds(rhs))
    }

    private static func wholeMilliseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
    }
}

/// Whether this is one of the ten digits.
func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

/// Whether this is a character that can be seen: no space, no control character, nothing beyond ASCII.
func isVisible(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

/// Byte for byte: two texts that only look the same are not the same name.
func isExactly(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }
