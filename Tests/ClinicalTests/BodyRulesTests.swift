import Clinical
import Testing

@Suite struct BodyRulesTests {
    private func gain(_ kg: Double, _ earlier: [(Int, Double)]) -> WeightJudgement.Outcome {
        HeartFailureWeight.judge(
            DayWeight(day(20), .kg(kg)), after: earlier.map { DayWeight(day(20 - $0.0), .kg($0.1)) }
        ).outcome
    }

    @Test func `more than one kilogram in a day is a gain`() {
        #expect(gain(80.9, [(1, 80)]) == .steady)
        #expect(gain(81.0, [(1, 80)]) == .steady)
        #expect(gain(81.1, [(1, 80)]) == .gained(.kg(1.1), over: .oneDay))
    }

    @Test func `more than two kilograms in three days is a gain`() {
        #expect(gain(81.9, [(3, 80), (1, 81.5)]) == .steady)
        #expect(gain(82.0, [(3, 80), (1, 81.5)]) == .steady)
        #expect(gain(82.1, [(3, 80), (1, 81.5)]) == .gained(.kg(2.1), over: .threeDays))
    }

    @Test func `a slow gain over the usual weight is a gain too`() {
        let weeks = [(1, 81.9), (3, 81.0), (5, 80.2), (7, 80.0), (9, 79.9)]
        #expect(gain(82.0, weeks) == .steady)
        #expect(gain(82.1, weeks) == .gained(.kg(2.1), over: .usualWeight))
        #expect(gain(82.1, [(1, 81.9), (3, 81.0), (5, 80.0), (7, 80.0)]) == .steady)
    }

    @Test func `without an earlier day there is nothing to compare with`() {
        #expect(gain(80, []) == .notEnoughData)
        #expect(gain(80, [(15, 70)]) == .notEnoughData)
        #expect(gain(80, [(0, 70)]) == .notEnoughData)
        #expect(gain(78, [(1, 80)]) == .steady)
    }

    @Test(arguments: [
        (18.4, BodyMassIndex.Category.underweight), (18.5, .normal), (24.9, .normal), (25.0, .overweight),
        (29.9, .overweight), (30.0, .obesityOne), (34.9, .obesityOne), (35.0, .obesityTwo), (39.9, .obesityTwo),
        (40.0, .obesityThree),
    ])
    func `the body mass index has six classes`(index: Double, category: BodyMassIndex.Category) throws {
        let bmi = try BodyMassIndex(.kg(index * 4), height: .cm(200))
        #expect(bmi.shown.value == index)
        #expect(bmi.category == category)
    }

    @Test func `the body mass index that is shown is judged`() throws {
        let bmi = try BodyMassIndex(.kg(99.84), height: .cm(200))
        #expect(bmi.shown.text(in: .nl) == "25,0")
        #expect(bmi.category == .overweight)
    }

    @Test(arguments: [(19.9, 170.0), (350.1, 170), (80, 99.9), (80, 230.1)])
    func `no body mass index outside its range`(kg: Double, cm: Double) {
        #expect(throws: OutsideRange.self) { try BodyMassIndex(.kg(kg), height: .cm(cm)) }
    }

    @Test(arguments: [
        (79.9, Sex.female, Waist.normal), (80, .female, .raised), (87.9, .female, .raised), (88, .female, .high),
        (93.9, .male, .normal), (94, .male, .raised), (101.9, .male, .raised), (102, .male, .high),
    ])
    func `a waist is raised or high`(cm: Double, sex: Sex, waist: Waist) {
        #expect(Waist(.cm(cm), sex) == waist)
    }

    @Test func `a walking goal starts from one's own days`() {
        let days = [3000, 9000, 3200, 3100].enumerated().map { DaySteps(day($0.offset), .count($0.element)) }
        let expected = StepsJudgement.Outcome.goal(baseline: .count(3150), from: .count(3650), to: .count(4150))
        #expect(StepsRule.judge(days, today: day(4)).outcome == expected)
        #expect(StepsRule.judge(days, today: day(3)).outcome == .notEnoughData(have: 3, need: 4))
        #expect(StepsRule.judge(days, today: day(15)).outcome == .notEnoughData(have: 3, need: 4))
        #expect(StepsRule.judge(days, today: day(14)).outcome == expected)
    }

    @Test(arguments: [
        (39, PulseJudgement.Outcome.verySlow), (40, .slow), (49, .slow), (50, .usual), (110, .usual), (111, .fast),
    ])
    func `a pulse is slow, usual or fast`(pulse: Int, outcome: PulseJudgement.Outcome) {
        #expect(PulseRule.judge(.perMinute(pulse)).outcome == outcome)
    }

    @Test(arguments: [
        (3.8, GlucoseMoment.fasting, GlucoseJudgement.Outcome.low), (3.9, .fasting, .belowTarget),
        (4.4, .fasting, .belowTarget), (4.5, .fasting, .onTarget), (8.0, .fasting, .onTarget),
        (8.04, .fasting, .onTarget), (8.1, .fasting, .aboveTarget), (3.8, .afterMeal, .low),
        (3.9, .afterMeal, .onTarget), (8.9, .afterMeal, .onTarget), (9.0, .afterMeal, .aboveTarget),
        (15.0, .afterMeal, .aboveTarget), (15.1, .afterMeal, .veryHigh), (3.8, .random, .low),
        (3.9, .random, .noTarget), (15.0, .random, .noTarget), (15.1, .random, .veryHigh),
    ])
    func `a glucose is judged for its moment`(value: Double, moment: GlucoseMoment, outcome: GlucoseJudgement.Outcome) {
        #expect(GlucoseRule.judge(.millimolesPerLitre(value), moment).outcome == outcome)
    }

    @Test(arguments: [
        (69, GlucoseTreatment.moreThanMetformin, 5, 53.0), (70, .moreThanMetformin, 9, 58),
        (70, .moreThanMetformin, 10, 64), (70, .moreThanMetformin, 11, 64), (80, .lifestyleOrMetformin, 20, 53),
    ])
    func `the target for the long-term sugar widens with age`(
        age: Int, treatment: GlucoseTreatment, years: Int, target: Double
    ) {
        #expect(HbA1cTarget.target(age: age, treatment: treatment, yearsOfDiabetes: years).millimolesPerMole == target)
    }
}
