import Clinical
import Testing

/// Days counted from the start of a measuring week.
func day(_ number: Int) -> Day { Day(number: 20_759 + number) }

@Suite struct HomeBloodPressureTests {
    private func readings(_ days: ClosedRange<Int>, _ pressure: BloodPressure, rhythm: Rhythm? = nil) -> [HomeReading] {
        days.flatMap { number in
            [DayPart.morning, .morning, .evening, .evening].map {
                HomeReading(day(number), $0, pressure, rhythm: rhythm)
            }
        }
    }

    private var sampleWeek: [HomeReading] {
        Vectors.sampleWeek.enumerated().map { index, pressure in
            HomeReading(day(index / 4), index % 4 < 2 ? .morning : .evening, .mmHg(pressure.0, over: pressure.1))
        }
    }

    @Test func `leaving out the first day lifts the sample week over the upper limit`() throws {
        let judgement = HomeBloodPressure.judge(sampleWeek)
        #expect(judgement.outcome == .raised(average: .mmHg(135, over: 88)))
        let mean = try #require(judgement.sum.mean)
        #expect(mean.systolic.value == 135.42)
        #expect(mean.diastolic.value == 87.54)
        #expect(judgement.sum.used == 24)
        #expect(judgement.sum.onFirstDays == 4)
    }

    @Test func `all twenty-eight sample readings give another mean`() throws {
        var whole = MeasuringProtocol.sevenDays
        whole.droppedDays = 0
        let mean = try #require(HomeBloodPressure.judge(sampleWeek, by: whole).sum.mean)
        #expect(mean.systolic.value == 134.32)
        #expect(mean.diastolic.value == 86.75)
    }

    @Test(arguments: [
        (134, 84, "on"), (135, 84, "raised"), (134, 85, "raised"), (136, 86, "raised"), (135, 60, "raised"),
    ])
    func `either number can be raised`(systolic: Int, diastolic: Int, expected: String) {
        let average = BloodPressure.mmHg(systolic, over: diastolic)
        let week = readings(0...0, .mmHg(190, over: 110)) + readings(1...6, average)
        #expect(
            HomeBloodPressure.judge(week).outcome
                == (expected == "raised" ? .raised(average: average) : .onTarget(average: average)))
    }

    @Test func `the number that is shown is the number that is judged`() {
        let low = readings(1...3, .mmHg(134, over: 80))
        let high = readings(4...6, .mmHg(135, over: 80))
        let first = readings(0...0, .mmHg(120, over: 80))
        let judgement = HomeBloodPressure.judge(first + low + high)
        #expect(judgement.outcome == .raised(average: .mmHg(135, over: 80)))
        #expect(judgement.sum.mean?.systolic.value == 134.5)
    }

    @Test(arguments: [(11, false), (12, true), (13, true)])
    func `twelve readings after the first day are enough`(count: Int, enough: Bool) {
        let counted = readings(1...6, .mmHg(128, over: 80)).prefix(count)
        let judgement = HomeBloodPressure.judge(readings(0...0, .mmHg(128, over: 80)) + counted)
        #expect(
            judgement.outcome
                == (enough
                    ? .onTarget(average: .mmHg(128, over: 80)) : .notEnoughData(have: count, need: 12)))
    }

    @Test(arguments: [(7, false), (8, true)])
    func `eight readings are enough in three days`(count: Int, enough: Bool) {
        let counted = readings(1...2, .mmHg(128, over: 80)).prefix(count)
        let outcome = HomeBloodPressure.judge(readings(0...0, .mmHg(128, over: 80)) + counted, by: .threeDays).outcome
        #expect(
            outcome == (enough ? .onTarget(average: .mmHg(128, over: 80)) : .notEnoughData(have: count, need: 8)))
    }

    @Test func `the order of the readings does not matter`() {
        #expect(HomeBloodPressure.judge(sampleWeek.reversed()) == HomeBloodPressure.judge(sampleWeek))
    }

    @Test func `no readings is not enough data`() {
        #expect(HomeBloodPressure.judge([]).outcome == .notEnoughData(have: 0, need: 12))
        #expect(HomeBloodPressure.judge([]).sum.mean == nil)
    }

    @Test func `an irregular rhythm is left out, unless the protocol averages it`() {
        let week = readings(0...3, .mmHg(128, over: 80)) + readings(4...6, .mmHg(180, over: 100), rhythm: .irregular)
        #expect(HomeBloodPressure.judge(week).outcome == .onTarget(average: .mmHg(128, over: 80)))
        #expect(HomeBloodPressure.judge(week).sum.irregular == 12)
        var averaging = MeasuringProtocol.sevenDays
        averaging.irregular = .averaged
        #expect(HomeBloodPressure.judge(week, by: averaging).outcome == .raised(average: .mmHg(154, over: 90)))
    }

    @Test func `a patient's own limit goes first`() {
        let week = readings(0...6, .mmHg(132, over: 80))
        let judgement = HomeBloodPressure.judge(week, against: .mmHg(130, over: 80))
        #expect(judgement.outcome == .raised(average: .mmHg(132, over: 80)))
    }

    @Test func `moments are counted once, and never more than were asked`() {
        let readings = self.readings(0...6, .mmHg(128, over: 80))
        #expect(HomeBloodPressure.momentsMeasured(in: Array(readings.prefix(6))).description == "3/14")
        #expect(HomeBloodPressure.momentsMeasured(in: readings).description == "14/14")
        #expect(HomeBloodPressure.momentsMeasured(in: self.readings(0...8, .mmHg(1, over: 1))).description == "14/14")
    }

    @Test func `protocols are found by name`() {
        #expect(MeasuringProtocol.all.allSatisfy { MeasuringProtocol.named($0.name) == $0 })
        #expect(MeasuringProtocol.named("other") == nil)
        #expect(MeasuringProtocol.sevenDays.readings == 28)
        #expect(MeasuringProtocol.threeDays.moments == 6)
    }

    @Test func `only a home pressure that counts becomes a home reading`() throws {
        let taken = try #require(Moment(rfc3339: "2026-11-02T14:59:00+01:00"))
        let measured = Measured.bloodPressure(.mmHg(130, over: 80), pulse: nil, rhythm: .irregular)
        let reading = Reading(measured, taken: taken, source: .typed)
        #expect(HomeReading(reading)?.part == .morning)
        #expect(HomeReading(reading)?.rhythm == .irregular)
        #expect(HomeReading(Reading(measured, taken: taken, setting: .practice, source: .typed)) == nil)
        #expect(HomeReading(Reading(measured, taken: taken, source: .typed, status: .unconfirmed)) == nil)
        #expect(HomeReading(Reading(.pulse(.perMinute(60)), taken: taken, source: .typed)) == nil)
    }

    @Test func `three in the afternoon is the evening measurement`() throws {
        #expect(DayPart(of: try #require(Moment(rfc3339: "2026-11-02T15:00:00+01:00"))) == .evening)
    }

    @Test func `every judgement says which rule and version produced it, and why`() {
        let judgement = HomeBloodPressure.judge(sampleWeek)
        #expect(judgement.rule == "home-week")
        #expect(judgement.explanation.map(\.nl).contains("24 van 28 metingen tellen mee (protocol seven-days)."))
    }
}
