/// What the clock of a meter said, in its own wall-clock time.
///
/// A meter whose clock was never set says 0 for the year, the month or the day. That can be read and shown, but it
/// is not a time at which anything was measured: it has no ``wallSeconds``.
///
/// - Shape: seven bytes: year (two), month, day, hour, minute, second
/// - Units: the wall clock of the meter; no time zone is sent
/// - Source: Bluetooth GATT Specification Supplement, Date Time (0x2A08): year 1582–9999; 0 is "not known"
package struct MeterTime: Hashable, Sendable, CustomStringConvertible {
    package let year: UInt16
    package let month: UInt8
    package let day: UInt8
    package let hour: UInt8
    package let minute: UInt8
    package let second: UInt8

    package init(_ bytes: inout MeterBytes) throws(MeterFailure) {
        let start = bytes.place
        year = try bytes.little16(.year)
        month = try bytes.byte(.month)
        day = try bytes.byte(.day)
        hour = try bytes.byte(.hour)
        minute = try bytes.byte(.minute)
        second = try bytes.byte(.second)
        try check(at: start)
    }

    /// From parts that were read in another way, all of them starting at the same place.
    init(_ date: (Int, Int, Int), _ clock: (Int, Int, Int), at place: Int) throws(MeterFailure) {
        year = UInt16(clamping: date.0)
        month = UInt8(clamping: date.1)
        day = UInt8(clamping: date.2)
        hour = UInt8(clamping: clock.0)
        minute = UInt8(clamping: clock.1)
        second = UInt8(clamping: clock.2)
        try check(at: place)
    }

    /// Whether year, month and day are all known.
    package var isKnown: Bool { year > 0 && month > 0 && day > 0 }

    /// Seconds on the wall clock since 1 January 1970, 00:00; nil when a part of the date is not known.
    package var wallSeconds: Int? {
        guard isKnown else { return nil }
        return daysSince1970 * 86_400 + Int(hour) * 3600 + Int(minute) * 60 + Int(second)
    }

    /// `2026-03-02T07:45:00`; a part that is not known is dashes.
    package var description: String {
        let date = "\(digits(Int(year), 4))-\(digits(Int(month), 2))-\(digits(Int(day), 2))"
        return "\(date)T\(clock(hour)):\(clock(minute)):\(clock(second))"
    }

    private func check(at place: Int) throws(MeterFailure) {
        if year != 0 { try within(Int(year), 1582, 9999, .year, at: place) }
        try within(Int(month), 0, 12, .month, at: place + 2)
        try within(Int(day), 0, 31, .day, at: place + 3)
        try within(Int(hour), 0, 23, .hour, at: place + 4)
        try within(Int(minute), 0, 59, .minute, at: place + 5)
        try within(Int(second), 0, 59, .second, at: place + 6)
        guard Int(day) <= longestMonth else { throw MeterFailure(place: place + 3, field: .day, reason: .noSuchDay) }
    }

    private func within(
        _ value: Int, _ lowest: Int, _ highest: Int, _ field: MeterField, at place: Int
    ) throws(MeterFailure) {
        guard value >= lowest, value <= highest else {
            throw MeterFailure(place: place, field: field, reason: .outsideRange(value, lowest: lowest, highest: highest))
        }
    }

    /// As long as the month can be, given what is known.
    private var longestMonth: Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year == 0 || isLeapYear ? 29 : 28
        default: 31
        }
    }

    private var isLeapYear: Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// Days in the Gregorian calendar; the year is counted from March, so that the leap day comes last.
    private var daysSince1970: Int {
        let shifted = Int(year) - (month <= 2 ? 1 : 0)
        let dayOfYear = (153 * (Int(month) + (month > 2 ? -3 : 9)) + 2) / 5 + Int(day) - 1
        return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }

    private func digits(_ value: Int, _ count: Int) -> String {
        guard value > 0 else { return String(repeating: "-", count: count) }
        let text = String(value)
        return String(repeating: "0", count: count - text.count) + text
    }

    private func clock(_ value: UInt8) -> String { value < 10 ? "0\(value)" : String(value) }
}

/// What the meter's clock says now.
///
/// - Shape: the date and time, the day of the week (1 Monday … 7 Sunday, 0 not known), 1/256 seconds, why it was set
/// - Source: Bluetooth GATT Specification Supplement, Current Time (0x2A2B)
package struct CurrentTime: Hashable, Sendable {
    package let time: MeterTime
    package let weekday: UInt8
    package let fractions: UInt8
    package let adjusted: Adjusted

    package struct Adjusted: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        static let words = ["manual", "externalReference", "timeZone", "daylightSaving"]
        package var names: [String] { Adjusted.words.named(by: UInt32(rawValue)) }
    }

    package init(_ value: [UInt8]) throws(MeterFailure) {
        var bytes = MeterBytes(value)
        time = try MeterTime(&bytes)
        weekday = try bytes.byte(.weekday)
        guard weekday <= 7 else {
            let reason = MeterFailure.Reason.outsideRange(Int(weekday), lowest: 0, highest: 7)
            throw MeterFailure(place: bytes.place - 1, field: .weekday, reason: reason)
        }
        fractions = try bytes.byte(.fractions)
        adjusted = Adjusted(rawValue: try bytes.byte(.adjusted))
        try bytes.finish()
    }
}

extension [String] {
    /// The words whose bit is set, the lowest bit first. Bits without a word are reserved and left out.
    func named(by bits: UInt32) -> [String] {
        enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
    }
}
