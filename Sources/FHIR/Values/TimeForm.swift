/// A date, and a time when there is one, as R4 writes them.
///
/// - Source: R4, datatypes.html#dateTime; days that do not exist, such as 30 February, are refused too
struct TimeForm {
    struct Time {
        var clock: TimeDigits.Clock
        var zoneMinutes: Int
    }

    let year: Int
    private(set) var month: Int?
    private(set) var day: Int?
    private(set) var time: Time?

    init?(_ text: String) {
        var digits = TimeDigits(text)
        guard let year = digits.number(4), year > 0 else { return nil }
        self.year = year
        guard !digits.isAtEnd else { return }
        guard digits.take("-"), let month = digits.number(2), (1...12).contains(month) else { return nil }
        self.month = month
        guard !digits.isAtEnd else { return }
        guard digits.take("-"), let day = digits.number(2), (1...TimeForm.days(of: month, year)).contains(day) else {
            return nil
        }
        self.day = day
        guard !digits.isAtEnd else { return }
        guard digits.take("T"), let clock = digits.clock(), let zone = digits.zone(), digits.isAtEnd else { return nil }
        time = Time(clock: clock, zoneMinutes: zone)
    }

    /// - Units: milliseconds since 1970, UTC
    var milliseconds: Int? {
        guard let time, let month, let day else { return nil }
        let minutes = TimeForm.dayNumber(year, month, day) * 1440 + time.clock.minutes - time.zoneMinutes
        return (minutes * 60 + time.clock.second) * 1000 + time.clock.millisecond
    }

    static func days(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970.
    ///
    /// - Source: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil
    static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

/// Takes digits from the front of a text.
struct TimeDigits {
    struct Clock {
        var minutes: Int
        var second: Int
        var millisecond: Int
    }

    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { place >= bytes.count }

    mutating func number(_ count: Int) -> Int? {
        var number = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            number = number * 10 + digit
        }
        return number
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    mutating func clock() -> Clock? {
        guard let hour = number(2), hour < 24, take(":"), let minute = number(2), minute < 60, take(":"),
            let second = number(2), second <= 60, let millisecond = fraction()
        else { return nil }
        return Clock(minutes: hour * 60 + minute, second: second, millisecond: millisecond)
    }

    mutating func zone() -> Int? {
        if take("Z") { return 0 }
        let sign = take("+") ? 1 : take("-") ? -1 : 0
        guard sign != 0, let hour = number(2), take(":"), let minute = number(2), minute < 60,
            hour * 60 + minute <= 14 * 60
        else { return nil }
        return sign * (hour * 60 + minute)
    }

    /// What is finer than a millisecond is left off.
    private mutating func fraction() -> Int? {
        guard take(".") else { return 0 }
        var (millisecond, weight, count) = (0, 100, 0)
        while let digit = digit() {
            millisecond += digit * weight
            weight /= 10
            count += 1
        }
        return count > 0 ? millisecond : nil
    }

    private mutating func digit() -> Int? {
        guard place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) else { return nil }
        place += 1
        return Int(bytes[place - 1]) - 48
    }
}
