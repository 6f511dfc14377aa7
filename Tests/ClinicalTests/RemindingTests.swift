import Testing

@testable import Clinical

/// When a reminder comes, and when it does not: a table around every limit.
@Suite struct RemindingTests {
    private static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
    private static func at(_ day: String, _ hour: Int, _ minute: Int = 0) -> Instant {
        Amsterdam.instant(Self.day(day), hour: hour, minute: minute)
    }

    /// A week that runs from 23 to 29 November 2026.
    private static let week = Reminding.Asked.week(startsOn: day("2026-11-23"), measuring: .sevenDays)

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var moment = RemindingTests.at("2026-11-25", 8)
        var now: Instant?
        var asked = RemindingTests.week
        var measured: Set<DayPart> = []
        var lastDay: Day?
        var run = Reminding.Run.fresh
        var wishes = ReminderWishes()
        var expected: Reminding.Reason?

        init(_ name: String, _ expected: Reminding.Reason?, _ change: (inout Case) -> Void = { _ in }) {
            testDescription = name
            self.expected = expected
            change(&self)
        }
    }

    static let cases: [Case] = [
        Case("in the week", nil),
        Case("on the first day", nil) { $0.moment = at("2026-11-23", 8) },
        Case("on the day before it", .notAsked) { $0.moment = at("2026-11-22", 8) },
        Case("in the evening of the last day", nil) { $0.moment = at("2026-11-29", 20) },
        Case("when the week is over", .notAsked) { $0.moment = at("2026-11-30", 8) },
        Case("a week of three days is over sooner", .notAsked) {
            $0.asked = .week(startsOn: day("2026-11-22"), measuring: .threeDays)
        },
        Case("nothing asked", .notAsked) { $0.asked = .nothing },
        Case("this morning was measured already", .measured) { $0.measured = [.morning] },
        Case("only the evening was measured", nil) { $0.measured = [.evening] },
        Case("the evening, after a morning that was measured", nil) {
            $0.moment = at("2026-11-25", 20)
            $0.measured = [.morning]
        },
        Case("almost two hours late", nil) { $0.now = at("2026-11-25", 10) - .milliseconds(1) },
        Case("two hours late", .tooLate) { $0.now = at("2026-11-25", 10) },
        Case("the last minute that is not quiet", nil) {
            $0.moment = at("2026-11-25", 20, 30)
            $0.now = at("2026-11-25", 21, 59)
        },
        Case("the first quiet minute", .quiet) {
            $0.moment = at("2026-11-25", 20, 30)
            $0.now = at("2026-11-25", 22)
        },
        Case("the last quiet minute", .quiet) { $0.moment = at("2026-11-25", 6, 59) },
        Case("the first minute of the day", nil) { $0.moment = at("2026-11-25", 7) },
        Case("quiet at noon, when they want it", .quiet) {
            $0.moment = at("2026-11-25", 13)
            $0.wishes = ReminderWishes(quiet: QuietHours(from: 12 * 60, until: 14 * 60) ?? .night)
        },
        Case("on holiday", .paused) { $0.wishes = ReminderWishes(pausedUntil: day("2026-11-26")) },
        Case("on the day they are back", nil) { $0.wishes = ReminderWishes(pausedUntil: day("2026-11-25")) },
        Case("after three without an answer", nil) { $0.run = .init(reminders: 3, lastOn: day("2026-11-24")) },
        Case("after four it stops", .stopped) { $0.run = .init(reminders: 4, lastOn: day("2026-11-24")) },
        Case("a reading of that day answers them all", nil) {
            $0.run = .init(reminders: 4, lastOn: day("2026-11-24"))
            $0.lastDay = day("2026-11-24")
        },
        Case("a reading of before does not", .stopped) {
            $0.run = .init(reminders: 4, lastOn: day("2026-11-24"))
            $0.lastDay = day("2026-11-23")
        },
        Case("weekly, six days after", .notAsked) {
            $0.asked = .weekly
            $0.lastDay = day("2026-11-19")
        },
        Case("weekly, seven days after", nil) {
            $0.asked = .weekly
            $0.lastDay = day("2026-11-18")
        },
        Case("weekly, and never measured", .notAsked) { $0.asked = .weekly },
        Case("weekly, one in a silence", .stopped) {
            $0.asked = .weekly
            $0.lastDay = day("2026-11-10")
            $0.run = .init(reminders: 1, lastOn: day("2026-11-17"))
        },
        Case("weekly, a new silence", nil) {
            $0.asked = .weekly
            $0.lastDay = day("2026-11-18")
            $0.run = .init(reminders: 1, lastOn: day("2026-11-17"))
        },
        Case("weekly, two weeks long, half an hour late", nil) {
            $0.asked = .weekly
            $0.lastDay = day("2026-11-01")
            $0.now = at("2026-11-25", 8, 30)
        },
    ]

    @Test(arguments: cases) func `the table`(_ one: Case) {
        let scene = Reminding.Scene(
            moment: one.moment, asked: one.asked, measured: one.measured, lastDay: one.lastDay, run: one.run)
        let answer = Reminding.judge(scene, for: one.wishes, at: one.now ?? one.moment)
        switch (answer, one.expected) {
        case (.remind, nil): break
        case (.nothing(let reason), let expected): #expect(reason == expected)
        case (.remind, let expected): Issue.record("a reminder, and not: \(String(describing: expected))")
        }
    }

    @Test func `a reminder may wait two hours, and never into the night`() {
        func until(_ moment: Instant, _ now: Instant) -> Instant? {
            let scene = Reminding.Scene(moment: moment, asked: Self.week, measured: [], lastDay: nil)
            guard case .remind(let until) = Reminding.judge(scene, for: ReminderWishes(), at: now) else { return nil }
            return until
        }
        let morning = Self.at("2026-11-25", 8)
        #expect(until(morning, morning) == Self.at("2026-11-25", 10))
        #expect(until(morning, Self.at("2026-11-25", 9)) == Self.at("2026-11-25", 10))
        let evening = Self.at("2026-11-25", 21)
        #expect(until(evening, evening) == Self.at("2026-11-25", 22))
        let last = Self.at("2026-11-25", 21, 59) + .seconds(40)
        #expect(until(evening, last) == Self.at("2026-11-25", 22), "the minute itself, and not twenty seconds after")
        #expect(until(morning, Self.at("2026-11-25", 9, 59) + .seconds(40)) == Self.at("2026-11-25", 10))
    }

    @Test func `the next moment is later than now, also over midnight`() {
        let usual = ReminderMoments.usual
        #expect(usual.next(after: Self.at("2026-11-25", 7, 59)) == Self.at("2026-11-25", 8))
        #expect(usual.next(after: Self.at("2026-11-25", 8)) == Self.at("2026-11-25", 20))
        #expect(usual.next(after: Self.at("2026-11-25", 20)) == Self.at("2026-11-26", 8))
        #expect(usual.next(after: Self.at("2026-12-31", 23)) == Self.at("2027-01-01", 8))
    }

    @Test(arguments: [("2027-03-28", 23), ("2026-10-25", 25), ("2026-11-25", 24)])
    func `eight o'clock is eight o'clock, however long the day`(_ text: String, _ hours: Int) {
        let day = Self.day(text)
        let before = Amsterdam.instant(day.adding(-1), hour: 8)
        let next = ReminderMoments([480])?.next(after: before)
        #expect(next == Amsterdam.instant(day, hour: 8))
        #expect(next.map { Moment.amsterdam($0).minuteOfDay } == 480)
        #expect(next.map { $0 - before } == .hours(hours))
    }

    /// Played through minute by minute: a chosen moment comes once a day, whatever the clocks do.
    @Test(arguments: ["2027-03-28", "2026-10-25"], [150, 480])
    func `on a day on which the clock jumps every moment comes once`(_ text: String, _ minute: Int) {
        let day = Self.day(text)
        let moments = ReminderMoments([minute]) ?? .usual
        var now = Amsterdam.instant(day, hour: 0) - .milliseconds(1)
        let end = Amsterdam.instant(day.adding(1), hour: 0)
        var found: [Instant] = []
        while case let next = moments.next(after: now), next < end {
            found.append(next)
            now = next
        }
        #expect(found.count == 1)
    }

    @Test(arguments: ["2027-03-28", "2026-10-25"])
    func `no minute of a night on which the clock jumps is loud`(_ text: String) {
        let day = Self.day(text)
        var now = Amsterdam.instant(day.adding(-1), hour: 22)
        let end = Amsterdam.instant(day, hour: 7)
        while now < end {
            #expect(QuietHours.night.hold(now))
            now = now + .minutes(1)
        }
        #expect(!QuietHours.night.hold(end))
    }

    @Test func `quiet hours at night run over midnight, those by day do not`() {
        let noon = QuietHours(from: 12 * 60, until: 14 * 60)
        #expect(noon?.hold(12 * 60) == true)
        #expect(noon?.hold(14 * 60) == false)
        #expect(QuietHours.night.hold(0))
        #expect(QuietHours(from: 60, until: 60) == nil)
        #expect(QuietHours(from: -1, until: 60) == nil)
        #expect(QuietHours(from: 0, until: 1440) == nil)
    }

    @Test func `moments are one to four, in order, each once`() {
        #expect(ReminderMoments([1200, 480, 480])?.minutes == [480, 1200])
        #expect(ReminderMoments([Int]()) == nil)
        #expect(ReminderMoments([1, 2, 3, 4, 5]) == nil)
        #expect(ReminderMoments([1440]) == nil)
        #expect(ReminderMoments(text: "480 1200") == .usual)
        #expect(ReminderMoments(text: "480 twelve") == nil)
        #expect(ReminderWishes(moments: ReminderMoments([400, 480, 1305]) ?? .usual).inQuiet == [400, 1305])
        #expect(ReminderWishes(moments: ReminderMoments([420, 1304]) ?? .usual).inQuiet.isEmpty)
        for choice in ReminderMoments.choices { #expect(ReminderWishes(moments: choice).inQuiet.isEmpty) }
    }

    @Test func `a day that was missed is told only inside the week`() {
        let today = Self.day("2026-11-25")
        #expect(Reminding.missedYesterday(Self.week, lastDay: nil, today: today))
        #expect(Reminding.missedYesterday(Self.week, lastDay: today.adding(-2), today: today))
        #expect(!Reminding.missedYesterday(Self.week, lastDay: today.adding(-1), today: today))
        #expect(!Reminding.missedYesterday(Self.week, lastDay: nil, today: Self.day("2026-11-23")))
        #expect(!Reminding.missedYesterday(.weekly, lastDay: nil, today: today))
    }
}
