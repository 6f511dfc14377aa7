import Clinical
import Testing

@testable import Clinical

@Suite struct WorkingDaysTests {
    /// - Source: Rijksoverheid, list of holidays 2026; Easter Sundays: U.S. Naval Observatory
    @Test(arguments: [
        "2026-01-01", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25", "2026-12-25", "2026-12-26",
        "2025-04-21", "2025-04-26", "2024-04-01", "2024-05-09", "2024-05-20",
    ])
    func `these days are holidays`(day: String) throws {
        #expect(WorkingDays.holiday(on: try #require(Day(day))) != nil, "\(day)")
        #expect(!WorkingDays.isWorkingDay(try #require(Day(day))))
    }

    @Test(arguments: ["2025-04-27", "2026-04-26", "2026-04-03", "2026-12-24", "2026-11-26", "2026-12-31"])
    func `these are not`(day: String) throws {
        #expect(WorkingDays.holiday(on: try #require(Day(day))) == nil, "\(day)")
    }

    @Test(arguments: [
        (1961, "1961-04-02"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2011, "2011-04-24"), (2024, "2024-03-31"),
        (2025, "2025-04-20"), (2026, "2026-04-05"), (2038, "2038-04-25"), (2285, "2285-03-22"),
    ])
    func `Easter falls on its Sunday`(year: Int, day: String) {
        #expect(WorkingDays.easter(of: year).description == day)
        #expect(WorkingDays.easter(of: year).weekday == 7)
    }

    @Test func `there are at most eight holidays in a year, and two of them may fall together`() throws {
        for year in 2020...2040 {
            let first = try #require(Day(year, 1, 1))
            let holidays = (0..<366).map { first.adding($0) }.filter {
                $0.year == year && WorkingDays.holiday(on: $0) != nil
            }
            #expect((7...8).contains(holidays.count), "\(year)")
        }
    }

    private static let nine = 9 * 60
    private static let five = 17 * 60
    private static let weekdays = (1...5).map { AnsweringTimes.Opening(weekday: $0, from: nine, until: five) }

    private static func moment(_ text: String) throws -> Moment {
        var rest = Substring(text)
        return try #require(WallClock(readingFrom: &rest)).inAmsterdam
    }

    @Test(arguments: [
        ("2026-11-26T10:00", 2, "2026-11-30"),  // Thursday: Friday, Monday
        ("2026-11-26T17:00", 2, "2026-12-01"),  // just closed: counts as Friday
        ("2026-11-26T16:59", 2, "2026-11-30"),
        ("2026-11-28T12:00", 1, "2026-12-01"),  // Saturday counts as Monday
        ("2026-12-24T12:00", 1, "2026-12-28"),  // Christmas lies between
        ("2026-04-02T10:00", 2, "2026-04-07"),  // so does Easter Monday
    ])
    func `an answer is promised for a day on which somebody works`(sent: String, days: Int, day: String) throws {
        let times = AnsweringTimes(replyDays: days, openings: Self.weekdays)
        #expect(times.answerDay(after: try Self.moment(sent)).description == day)
    }

    @Test func `a practice that is closed on Friday does not answer on Friday`() throws {
        let times = AnsweringTimes(replyDays: 1, openings: Array(Self.weekdays.dropLast()))
        #expect(times.answerDay(after: try Self.moment("2026-11-26T10:00")).description == "2026-11-30")
        #expect(
            AnsweringTimes(replyDays: 1).answerDay(after: try Self.moment("2026-11-26T10:00")).description
                == "2026-11-27")
    }

    @Test(arguments: [
        ("2026-11-26T08:59", "2026-11-26T09:00"), ("2026-11-26T17:00", "2026-11-27T09:00"),
        ("2026-11-27T17:00", "2026-11-30T09:00"), ("2026-12-25T11:00", "2026-12-28T09:00"),
    ])
    func `a closed practice says when it opens`(now: String, opens: String) throws {
        let times = AnsweringTimes(replyDays: 2, openings: Self.weekdays)
        #expect(times.state(at: try Self.moment(now)) == .closed(until: try Self.moment(opens)))
    }

    @Test func `open is open, and nobody knows where nobody said`() throws {
        let (open, night) = (try Self.moment("2026-11-26T09:00"), try Self.moment("2026-11-26T23:00"))
        #expect(AnsweringTimes(replyDays: 2, openings: Self.weekdays).state(at: open) == .open)
        #expect(AnsweringTimes(replyDays: 2).state(at: night) == .unknown)
    }
}
