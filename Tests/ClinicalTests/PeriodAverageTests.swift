import Clinical
import Testing

@Suite struct PeriodAverageTests {
    private static let start = Day(number: 20_600)

    private static func taken(
        _ days: ClosedRange<Int>, _ upper: Int, _ lower: Int, times: Int, rhythm: Rhythm? = nil
    ) -> [PeriodAverage.Taken] {
        days.flatMap { day in
            (0..<times).map { _ in PeriodAverage.Taken(on: start.adding(day - 1), upper, lower, rhythm: rhythm) }
        }
    }

    private static let week = PeriodAverage.Week(from: start, .sevenDays)

    @Test func `the first day of a measuring week does not count, as on the page of the rule`() {
        let readings = Self.taken(1...1, 190, 110, times: 4) + Self.taken(2...4, 128, 80, times: 4)
        let judgement = PeriodAverage.judge(.bloodPressure, readings, measuring: [Self.week])
        #expect(judgement.outcome == .average(first: 128, second: 80))
        #expect(judgement.counted.used == 12)
        #expect(judgement.counted.days == 3)
        #expect(judgement.counted.onFirstDays == 4)
        #expect(judgement.way == .weeks("seven-days"))
        #expect(judgement.counted.firstDay == Self.start.adding(1))
        #expect(judgement.counted.lastDay == Self.start.adding(3))
    }

    @Test func `one irregular reading fewer is too few`() {
        var readings = Self.taken(1...1, 190, 110, times: 4) + Self.taken(2...4, 128, 80, times: 4)
        readings[7] = PeriodAverage.Taken(on: readings[7].day, 128, 80, rhythm: .irregular)
        let judgement = PeriodAverage.judge(.bloodPressure, readings, measuring: [Self.week])
        #expect(judgement.outcome == .tooFew(have: 11, need: 12))
        #expect(judgement.counted.irregular == 1)
    }

    @Test(arguments: [(2, PeriodJudgement.Outcome.tooFew(have: 12, need: 12)), (3, .average(first: 130, second: 80))])
    func `twelve readings on two days say less than on three`(days: Int, outcome: PeriodJudgement.Outcome) {
        let readings = Self.taken(1...days, 130, 80, times: 12 / days)
        #expect(PeriodAverage.judge(.bloodPressure, readings).outcome == outcome)
        #expect(PeriodAverage.judge(.bloodPressure, readings).way == .loose)
    }

    @Test func `loose readings beside a week are said to be both`() {
        let readings = Self.taken(1...7, 130, 80, times: 4) + Self.taken(20...20, 150, 90, times: 1)
        let judgement = PeriodAverage.judge(.bloodPressure, readings, measuring: [Self.week])
        #expect(judgement.way == .mixed)
        #expect(judgement.counted.used == 25)
        #expect(judgement.outcome == .average(first: 131, second: 80))
    }

    @Test func `the first day is the first on which was measured in that week`() {
        let readings = Self.taken(3...3, 200, 120, times: 4) + Self.taken(4...7, 120, 70, times: 4)
        #expect(
            PeriodAverage.judge(.bloodPressure, readings, measuring: [Self.week]).outcome
                == .average(first: 120, second: 70))
    }

    @Test func `a weight is rounded once, to a tenth of a kilo`() {
        let weights = [81_240, 81_260, 81_260].map { PeriodAverage.Taken(on: Self.start, $0) }
        #expect(PeriodAverage.judge(.weight, weights).outcome == .average(first: 81_300, second: nil))
        #expect(PeriodAverage.judge(.weight, []).outcome == .tooFew(have: 0, need: 1))
    }

    @Test func `a measuring week says nothing about weight or steps`() {
        let steps = [3000, 5000].map { PeriodAverage.Taken(on: Self.start, $0) }
        #expect(
            PeriodAverage.judge(.steps, steps, measuring: [Self.week]).outcome == .average(first: 4000, second: nil))
    }

    @Test(arguments: [
        ("2026-01-01", "2026-1", "2026-03-31"), ("2026-03-31", "2026-1", "2026-03-31"),
        ("2026-04-01", "2026-2", "2026-06-30"), ("2026-12-31", "2026-4", "2026-12-31"),
        ("2024-02-29", "2024-1", "2024-03-31"),
    ])
    func `a day lies in its quarter`(day: String, name: String, last: String) throws {
        let quarter = Quarter(of: try #require(Day(day)))
        #expect(quarter.description == name)
        #expect(Quarter(name) == quarter)
        #expect(quarter.lastDay.description == last)
        #expect(quarter.firstDay <= (try #require(Day(day))))
        #expect(quarter.before < quarter)
        #expect(quarter.before.lastDay.adding(1) == quarter.firstDay)
    }

    @Test(arguments: ["2026", "2026-0", "2026-5", "26-1", "2026-1-1", "x-1", "-1", "99999-1", ""])
    func `what is no quarter is none`(text: String) { #expect(Quarter(text) == nil) }
}
