import Clinical
import Testing

@Suite struct PlausibilityTests {
    private let now = Instant.seconds(1_795_000_000)

    private func doubts(_ measured: Measured, _ history: MeasuringHistory = MeasuringHistory()) throws -> [Doubt] {
        try Plausibility.doubts(about: measured, taken: now, now: now, after: history)
    }

    private func pressure(_ systolic: Int, _ diastolic: Int, pulse: Int? = nil) -> Measured {
        .bloodPressure(.mmHg(systolic, over: diastolic), pulse: pulse.map { .perMinute($0) }, rhythm: nil)
    }

    @Test(arguments: [(59, 40, 1), (60, 40, 0), (61, 40, 0), (279, 90, 0), (280, 90, 0), (281, 90, 1)])
    func `an upper pressure is likely from 60 to 280`(systolic: Int, diastolic: Int, count: Int) throws {
        #expect(try doubts(pressure(systolic, diastolic)).count == count)
    }

    @Test(arguments: [(29, 1), (30, 0), (31, 0), (159, 0), (160, 0), (161, 1)])
    func `a lower pressure is likely from 30 to 160`(diastolic: Int, count: Int) throws {
        #expect(try doubts(pressure(200, diastolic)).count == count)
    }

    @Test(arguments: [(89, 80, true), (90, 80, false), (91, 80, false), (80, 80, true)])
    func `less than ten between the numbers is asked back`(systolic: Int, diastolic: Int, asked: Bool) throws {
        let expected: [Doubt] = asked ? [.closeTogether(.mmHg(systolic, over: diastolic))] : []
        #expect(try doubts(pressure(systolic, diastolic)) == expected)
    }

    @Test func `swapped numbers are offered the other way round`() throws {
        let doubts = try doubts(pressure(80, 130))
        #expect(doubts == [.swapped(.mmHg(80, over: 130))])
        #expect(doubts.first?.offer == .mmHg(130, over: 80))
        #expect(doubts.first?.question.last?.nl == "Bedoelt u 130 over 80?")
    }

    @Test(arguments: [(170, false), (171, true), (90, false), (89, true)])
    func `more than forty from one's own average is asked back`(systolic: Int, asked: Bool) throws {
        let history = MeasuringHistory(averagePressure: .mmHg(130, over: 70))
        #expect(try !doubts(pressure(systolic, 70), history).isEmpty == asked)
    }

    @Test(arguments: [(24, 1), (25, 0), (26, 0), (219, 0), (220, 0), (221, 1)])
    func `a pulse is likely from 25 to 220`(pulse: Int, count: Int) throws {
        #expect(try doubts(.pulse(.perMinute(pulse))).count == count)
        #expect(try doubts(pressure(130, 80, pulse: pulse)).count == count)
    }

    @Test(arguments: [
        (19.9, 1), (20.0, 0), (20.1, 0), (349.9, 0), (350.0, 0), (350.1, 1),
    ])
    func `a weight is likely from 20 to 350 kilograms`(kg: Double, count: Int) throws {
        #expect(try doubts(.weight(.kg(kg))).count == count)
    }

    @Test(arguments: [(75.0, 24, false), (75.1, 24, true), (74.9, 24, false), (75.1, 25, false), (64.9, 24, true)])
    func `more than five kilograms within a day is asked back`(kg: Double, hours: Int, asked: Bool) throws {
        let history = MeasuringHistory(lastWeight: DatedWeight(.kg(70), taken: now - .hours(hours)))
        #expect(try !doubts(.weight(.kg(kg)), history).isEmpty == asked)
    }

    @Test(arguments: [(77.0, false), (77.1, true), (63.0, false), (62.9, true)])
    func `more than a tenth of the last weight is always asked back`(kg: Double, asked: Bool) throws {
        let history = MeasuringHistory(lastWeight: DatedWeight(.kg(70), taken: now - .days(90)))
        #expect(try !doubts(.weight(.kg(kg)), history).isEmpty == asked)
    }

    @Test(arguments: [(99.9, 1), (100.0, 0), (230.0, 0), (230.1, 1)])
    func `a height is likely from 100 to 230 centimetres`(cm: Double, count: Int) throws {
        #expect(try doubts(.height(.cm(cm))).count == count)
    }

    @Test(arguments: [(39.9, 1), (40.0, 0), (220.0, 0), (220.1, 1)])
    func `a waist is likely from 40 to 220 centimetres`(cm: Double, count: Int) throws {
        #expect(try doubts(.waist(.cm(cm))).count == count)
    }

    @Test(arguments: [(0, 0), (100_000, 0), (100_001, 1)])
    func `up to a hundred thousand steps a day is likely`(steps: Int, count: Int) throws {
        #expect(try doubts(.steps(.count(steps))).count == count)
    }

    @Test(arguments: [(0.9, 1), (1.0, 0), (35.0, 0), (35.1, 1)])
    func `a glucose is likely from 1 to 35`(glucose: Double, count: Int) throws {
        #expect(try doubts(.glucose(.millimolesPerLitre(glucose), .random)).count == count)
    }

    @Test(arguments: [(299, false), (300, false), (301, true)])
    func `a time more than five minutes ahead is asked back`(seconds: Int, asked: Bool) throws {
        let doubts = try Plausibility.doubts(
            about: pressure(130, 80), taken: now + .seconds(seconds), now: now)
        #expect(doubts == (asked ? [.future] : []))
    }

    @Test(arguments: [(0, 80), (401, 80), (120, 0), (120, 401), (-5, 80)])
    func `what no body can have is refused, not asked`(systolic: Int, diastolic: Int) {
        #expect(throws: Impossible.self) { try doubts(pressure(systolic, diastolic)) }
    }

    @Test(arguments: [(1, 1), (400, 100)])
    func `1 to 400 is asked, not refused`(systolic: Int, diastolic: Int) throws {
        #expect(try !doubts(pressure(systolic, diastolic)).isEmpty)
    }

    @Test func `the other kinds have impossible values too`() {
        let impossible: [Measured] = [
            .pulse(.perMinute(0)), .weight(.grams(0)), .steps(.count(-1)), .glucose(.micromolesPerLitre(0), .fasting),
            .height(.millimetres(0)), .waist(.millimetres(3001)),
        ]
        for measured in impossible {
            #expect(throws: Impossible.self) { try doubts(measured) }
        }
    }

    @Test func `the question names the number`() throws {
        let history = MeasuringHistory(averagePressure: .mmHg(130, over: 80))
        #expect(try doubts(pressure(218, 90), history).first?.question.last?.nl == "Klopt 218?")
    }
}

@Suite struct StrangeAverageTests {
    private static let usual = BloodPressure.mmHg(130, over: 80)

    @Test(arguments: [
        ([151, 151, 151], 151), ([150, 150, 150], nil), ([109, 109, 109], 109), ([110, 110, 110], nil),
        ([190, 190], nil), ([], nil), ([130, 130, 193], 151), ([150, 150, 151, 150], nil),
    ])
    func `three readings or more whose average is over 20 from the usual are asked about`(
        upper: [Int], average: Int?
    ) {
        let pressures = upper.map { BloodPressure.mmHg($0, over: 80) }
        #expect(Plausibility.strangeAverage(of: pressures, usual: Self.usual)?.mmHg == average)
        #expect(Plausibility.strangeAverage(of: pressures, usual: nil) == nil)
    }
}
