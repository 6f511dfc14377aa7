/// Which days a practice works, so that "an answer on Tuesday at the latest" is a day on which somebody is there.
///
/// - Shape: a day of the calendar → whether it is a holiday; a day and a number of working days → a day
/// - Source: holidays: Algemene termijnenwet, article 3, first section (BWBR0002448); Easter: the Gregorian rule of
///   Meeus/Jones/Butcher
package enum WorkingDays {
    /// The days on which the Netherlands does not work.
    package enum Holiday: String, Hashable, Sendable, CaseIterable {
        case newYear, easterMonday, kingsDay, liberationDay, ascensionDay, whitMonday, christmasDay, secondChristmasDay
    }

    package static func holiday(on day: Day) -> Holiday? {
        switch (day.month, day.day) {
        case (1, 1): return .newYear
        case (5, 5): return .liberationDay
        case (12, 25): return .christmasDay
        case (12, 26): return .secondChristmasDay
        case (4, 27) where day.weekday != 7: return .kingsDay
        case (4, 26) where day.weekday == 6: return .kingsDay
        default: break
        }
        switch day.days(since: easter(of: day.year)) {
        case 1: return .easterMonday
        case 39: return .ascensionDay
        case 50: return .whitMonday
        default: return nil
        }
    }

    /// Monday to Friday, and no holiday.
    package static func isWorkingDay(_ day: Day) -> Bool { day.weekday <= 5 && holiday(on: day) == nil }

    /// How many working days there are after one day, up to and with another. A year is counted as any longer time.
    package static func count(after start: Day, through end: Day) -> Int {
        let days = min(366, end.days(since: start))
        return days <= 0 ? 0 : (1...days).count { isWorkingDay(start.adding($0)) }
    }

    /// The Sunday of Easter.
    static func easter(of year: Int) -> Day {
        let (golden, century, rest) = (year % 19, year / 100, year % 100)
        let shift = (century + 8) / 25
        let epact = (19 * golden + century - century / 4 - (century - shift + 1) / 3 + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let late = (golden + 11 * epact + 22 * weekday) / 451
        let sum = epact + weekday - 7 * late + 114
        // The rule only makes days from 22 March to 25 April.
        return Day(year, sum / 31, sum % 31 + 1) ?? Day(number: 0)
    }
}

/// When a practice is open, and until when it takes to answer.
///
/// - Units: minutes since midnight on Dutch clocks; working days
package struct AnsweringTimes: Hashable, Sendable {
    /// One day of the week: 1 is Monday.
    package struct Opening: Hashable, Sendable {
        package let weekday: Int
        package let from: Int
        package let until: Int

        package init(weekday: Int, from: Int, until: Int) {
            self.weekday = weekday
            self.from = from
            self.until = until
        }
    }

    package let replyDays: Int
    /// None: the practice did not say yet.
    package let openings: [Opening]

    package init(replyDays: Int, openings: [Opening] = []) {
        self.replyDays = replyDays
        self.openings = openings
    }

    /// Open, closed, or nobody said.
    package enum State: Hashable, Sendable {
        case open, unknown
        case closed(until: Moment)
    }

    package func state(at moment: Moment) -> State {
        guard !openings.isEmpty else { return .unknown }
        if isOpen(on: moment.day), let today = opening(on: moment.day.weekday),
            (today.from..<today.until).contains(moment.minuteOfDay)
        {
            return .open
        }
        return nextOpening(after: moment).map { .closed(until: $0) } ?? .unknown
    }

    /// The last day on which an answer is there: so many days on which the practice works after this one.
    ///
    /// What comes after the practice closed counts as sent on the next day that it works.
    package func answerDay(after moment: Moment) -> Day {
        var day = moment.day
        if let today = opening(on: day.weekday), isOpen(on: day), moment.minuteOfDay >= today.until {
            day = nextWorkingDay(after: day)
        } else if !isOpen(on: day) {
            day = nextWorkingDay(after: day)
        }
        for _ in 0..<replyDays { day = nextWorkingDay(after: day) }
        return day
    }

    private func opening(on weekday: Int) -> Opening? { openings.first { $0.weekday == weekday } }

    private func isOpen(on day: Day) -> Bool {
        guard !openings.isEmpty else { return WorkingDays.isWorkingDay(day) }
        return WorkingDays.holiday(on: day) == nil && opening(on: day.weekday) != nil
    }

    /// There is one within three weeks: no row of holidays is longer.
    private func nextWorkingDay(after day: Day) -> Day {
        (1...21).lazy.map { day.adding($0) }.first(where: isOpen) ?? day.adding(21)
    }

    private func nextOpening(after moment: Moment) -> Moment? {
        (0...21).lazy.map { moment.day.adding($0) }.filter(isOpen).compactMap { day -> Moment? in
            guard let opening = opening(on: day.weekday) else { return nil }
            let at = Amsterdam.instant(day, hour: opening.from / 60, minute: opening.from % 60)
            return at > moment.instant ? .amsterdam(at) : nil
        }.first
    }
}
