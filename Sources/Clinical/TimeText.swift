/// Times as other systems write them.
///
/// - Shape: `2026-11-25T08:15:00Z`, `2026-11-25T08:15:00.123+01:00`, `2026-11-25 08:15` …
/// - Source: RFC 3339
extension Moment {
    /// Reads a date and time with a zone; without one it returns `nil`.
    package init?(rfc3339 text: some StringProtocol) {
        var rest = Substring(text)
        guard let wall = WallClock(readingFrom: &rest), let offset = Moment.offset(rest) else { return nil }
        self.init(Instant(milliseconds: wall.milliseconds - Int64(offset) * 60_000), offsetMinutes: offset)
    }

    private static func offset(_ text: Substring) -> Int? {
        if text == "Z" || text == "z" { return 0 }
        var rest = text.drop { $0 == " " }
        guard let sign = rest.popFirst(), sign == "+" || sign == "-" else { return nil }
        rest.removeAll { $0 == ":" }
        guard rest.utf8.count == 4, let number = Int(rest), number % 100 < 60, number <= 1400 else { return nil }
        return (number / 100 * 60 + number % 100) * (sign == "-" ? -1 : 1)
    }

    /// The moment as RFC 3339 text in its own zone, to the second.
    package var rfc3339: String {
        let zone = abs(offsetMinutes)
        let offset =
            offsetMinutes == 0
            ? "Z" : "\(offsetMinutes < 0 ? "-" : "+")\(Day.padded(zone / 60, to: 2)):\(Day.padded(zone % 60, to: 2))"
        return "\(localText):\(Day.padded(second, to: 2))\(offset)"
    }

    /// `2026-11-25T08:15`: the clock on the wall, without a zone.
    package var localText: String { "\(day)T\(Day.padded(hour, to: 2)):\(Day.padded(minute, to: 2))" }

    private var second: Int { Int(((instant.milliseconds / 1000) % 60 + 60) % 60) }
}

/// What a clock on the wall showed, before anyone says in which zone.
///
/// - Units: milliseconds since 1970-01-01T00:00 on that same clock
package struct WallClock: Hashable, Sendable {
    package let day: Day
    package let milliseconds: Int64

    /// - Returns: `nil` for a time no clock shows
    package init?(_ day: Day, hour: Int, minute: Int, second: Int = 0, millisecond: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        self.day = day
        milliseconds =
            Int64(day.number) * 86_400_000 + Int64(hour * 3600 + minute * 60 + second) * 1000 + Int64(millisecond)
    }

    /// Reads `YYYY-MM-DD`, then `T` or a space, then `HH:MM[:SS[.fff]]` from the front of the text.
    package init?(readingFrom text: inout Substring) {
        guard let day = Day(text.prefix(10)) else { return nil }
        text = text.dropFirst(10)
        guard let separator = text.popFirst(), separator == "T" || separator == " " || separator == "t" else {
            return nil
        }
        guard let hour = WallClock.two(&text), text.popFirst() == ":", let minute = WallClock.two(&text) else {
            return nil
        }
        var second = 0
        var millisecond = 0
        if text.first == ":" {
            text.removeFirst()
            guard let value = WallClock.two(&text) else { return nil }
            second = value
            if text.first == "." { millisecond = WallClock.fraction(&text) }
        }
        self.init(day, hour: hour, minute: minute, second: second, millisecond: millisecond)
    }

    /// Read as Dutch clock time.
    package var inAmsterdam: Moment {
        let ofDay = Int((milliseconds - Int64(day.number) * 86_400_000) / 1000)
        let start = Amsterdam.instant(day, hour: ofDay / 3600, minute: ofDay / 60 % 60, second: ofDay % 60)
        return .amsterdam(Instant(milliseconds: start.milliseconds + milliseconds % 1000))
    }

    private static func two(_ text: inout Substring) -> Int? {
        let digits = text.prefix(2)
        guard digits.utf8.count == 2, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        text = text.dropFirst(2)
        return Int(digits)
    }

    private static func fraction(_ text: inout Substring) -> Int {
        text.removeFirst()
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        text = text.dropFirst(digits.count)
        return Int((digits + "000").prefix(3)) ?? 0  // no digits after the dot: no milliseconds
    }
}
