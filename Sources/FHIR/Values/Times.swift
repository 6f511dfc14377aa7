/// A moment to the second or finer, with its zone.
///
/// - Shape: such as `2026-11-02T08:30:00+01:00`
/// - Source: R4, datatypes.html#instant
package struct Instant: TextPrimitive {
    package static var expected: String { "a moment such as 2026-11-02T08:30:00+01:00 is expected" }
    package let text: String
    package init(checked text: String) { self.text = text }

    package static func isWellFormed(_ text: String) -> Bool { TimeForm(text)?.time != nil }

    /// - Units: milliseconds since 1970, UTC
    package var milliseconds: Int? { TimeForm(text)?.milliseconds }
}

/// A year, a month, a day, or a moment with its zone.
///
/// - Source: R4, datatypes.html#dateTime
package struct DateTime: TextPrimitive {
    package static var expected: String { "a year, month, day, or a moment with its zone is expected" }
    package let text: String
    package init(checked text: String) { self.text = text }

    package static func isWellFormed(_ text: String) -> Bool { TimeForm(text) != nil }

    /// Nothing for a year, a month or a day: nobody said at what time.
    ///
    /// - Units: milliseconds since 1970, UTC
    package var milliseconds: Int? { TimeForm(text)?.milliseconds }
    /// - Units: minutes east of UTC
    package var zoneMinutes: Int? { TimeForm(text)?.time?.zoneMinutes }
}

/// A year, a month or a day.
///
/// - Source: R4, datatypes.html#date
package struct PartialDate: TextPrimitive {
    package static var expected: String { "a year, month or day is expected" }
    package let text: String
    package init(checked text: String) { self.text = text }

    package static func isWellFormed(_ text: String) -> Bool { text.utf8.count <= 10 && TimeForm(text) != nil }
}

/// What the clock says, on no day in particular.
///
/// - Source: R4, datatypes.html#time
package struct ClockTime: TextPrimitive {
    package static var expected: String { "a time such as 08:30:00 is expected" }
    package let text: String
    package init(checked text: String) { self.text = text }

    package static func isWellFormed(_ text: String) -> Bool {
        var digits = TimeDigits(text)
        return digits.clock() != nil && digits.isAtEnd
    }
}
