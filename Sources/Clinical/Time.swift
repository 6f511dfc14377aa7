/// A moment that is the same everywhere on earth.
///
/// - Units: whole milliseconds since 1970-01-01T00:00:00Z, without leap seconds
package struct Instant: Comparable, Hashable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static func seconds(_ value: Int64) -> Instant { Instant(milliseconds: value * 1000) }
    package static func < (lhs: Instant, rhs: Instant) -> Bool { lhs.milliseconds < rhs.milliseconds }
    package static func + (lhs: Instant, rhs: Duration) -> Instant {
        Instant(milliseconds: lhs.milliseconds + rhs.wholeMilliseconds)
    }
    package static func - (lhs: Instant, rhs: Duration) -> Instant {
        Instant(milliseconds: lhs.milliseconds - rhs.wholeMilliseconds)
    }
    package static func - (lhs: Instant, rhs: Instant) -> Duration {
        .milliseconds(lhs.milliseconds - rhs.milliseconds)
    }
}

extension Duration {
    package static func minutes(_ value: Int) -> Duration { .seconds(value * 60) }
    package static func hours(_ value: Int) -> Duration { .seconds(value * 3600) }
    package static func days(_ value: Int) -> Duration { .seconds(value * 86_400) }

    package var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
    package var wholeDays: Int { Int(components.seconds / 86_400) }
}

/// A day on the calendar, without a time and without a zone.
package struct Day: Comparable, Hashable, Sendable, CustomStringConvertible {
    package let year: Int
    package let month: Int
    package let day: Int

    /// - Returns: `nil` for a day that is not on the calendar
    package init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        guard day <= Day.length(ofMonth: month, in: year) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads `2026-11-25`.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year, month, day)
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar; any day the calendar has fits.
    package init(number: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    package var number: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    package var description: String {
        "\(Day.padded(year, to: 4))-\(Day.padded(month, to: 2))-\(Day.padded(day, to: 2))"
    }

    /// 1 is Monday, 7 is Sunday, as on a Dutch calendar.
    package var weekday: Int { Day.weekday(of: number) }
    fileprivate static func weekday(of number: Int) -> Int { ((number % 7) + 10) % 7 + 1 }
    package var monday: Day { adding(1 - weekday) }
    package func adding(_ days: Int) -> Day { Day(number: number + days) }
    package func days(since other: Day) -> Int { number - other.number }

    /// Whole years between a day of birth and this day.
    package func age(bornOn birth: Day) -> Int {
        year - birth.year - ((month, day) < (birth.month, birth.day) ? 1 : 0)
    }

    package static func < (lhs: Day, rhs: Day) -> Bool {
        (lhs.year, lhs.month, lhs.day) < (rhs.year, rhs.month, rhs.day)
    }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func padded(_ value: Int, to width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}

/// When something was measured: the instant, and how far the clock on the wall was from UTC there.
///
/// The patient's "this morning" is the wall clock's, wherever the server stands.
///
/// - Units: offset in minutes east of Greenwich
package struct Moment: Hashable, Sendable {
    package let instant: Instant
    package let offsetMinutes: Int

    package init(_ instant: Instant, offsetMinutes: Int) {
        self.instant = instant
        self.offsetMinutes = offsetMinutes
    }

    /// A moment on Dutch clocks.
    package static func amsterdam(_ instant: Instant) -> Moment {
        Moment(instant, offsetMinutes: Amsterdam.offsetMinutes(at: instant))
    }

    private var wallMilliseconds: Int64 { instant.milliseconds + Int64(offsetMinutes) * 60_000 }

    /// Minutes on the wall clock since 1970.
    package var wallMinutes: Double { Double(wallMilliseconds) / 60_000 }

    package var day: Day {
        Day(number: Int((Double(wallMilliseconds) / 86_400_000).rounded(.down)))
    }

    /// Minutes since midnight on the wall clock.
    package var minuteOfDay: Int {
        Int(((wallMilliseconds % 86_400_000) + 86_400_000) % 86_400_000 / 60_000)
    }

    package var hour: Int { minuteOfDay / 60 }
    package var minute: Int { minuteOfDay % 60 }
}

/// Dutch clock time: one hour ahead of UTC, two from the last Sunday of March to the last Sunday of October.
///
/// Written out rather than looked up, so that a rule never depends on a time zone file of the machine.
///
/// - Source: Directive 2000/84/EC, articles 2 and 3 (the change is at 01:00 UTC); holds for 1996 and later
package enum Amsterdam {
    package static func offsetMinutes(at instant: Instant) -> Int {
        let year = Moment(instant, offsetMinutes: 0).day.year
        return (change(in: 3, of: year)..<change(in: 10, of: year)).contains(instant.milliseconds) ? 120 : 60
    }

    /// The instant at which Dutch clocks show this time.
    ///
    /// A time that clocks show twice in autumn is the first of the two; one they skip in spring is read as winter time.
    package static func instant(_ day: Day, hour: Int, minute: Int = 0, second: Int = 0) -> Instant {
        let wall = Int64(day.number) * 86_400_000 + Int64(hour * 3600 + minute * 60 + second) * 1000
        let summer = Instant(milliseconds: wall - 7_200_000)
        return offsetMinutes(at: summer) == 120 ? summer : Instant(milliseconds: wall - 3_600_000)
    }

    private static func change(in month: Int, of year: Int) -> Int64 {
        guard let last = Day(year, month, 31) else { return 0 }
        let number = last.number
        return Int64(number - Day.weekday(of: number) % 7) * 86_400_000 + 3_600_000
    }
}
