import Clinical
import Testing

@Suite struct ScoresTests {
    @Test(arguments: Vectors.score2)
    func `SCORE2 and SCORE2-OP give the published risk`(vector: RiskVector) throws {
        let judgement = try Score2.judge(vector.person)
        #expect(judgement.risk.shown.value == vector.percent)
        #expect(abs(judgement.risk.unrounded - vector.unrounded) < 0.0005)
        #expect(judgement.algorithm == (vector.age < 70 ? .score2 : .score2OlderPersons))
    }

    @Test(arguments: Vectors.score2Diabetes)
    func `SCORE2-Diabetes gives the published risk`(
        vector: RiskVector, diagnosed: Int, hba1c: Double, eGFR: Double
    ) throws {
        let diabetes = DiabetesFactors(
            ageAtDiagnosis: diagnosed, hba1c: .millimolesPerMole(hba1c), eGFR: .millilitresPerMinute(eGFR))
        let judgement = try Score2Diabetes.judge(vector.person, with: diabetes)
        #expect(judgement.risk.shown.value == vector.percent)
        #expect(abs(judgement.risk.unrounded - vector.unrounded) < 0.0005)
    }

    @Test func `there are as many vectors as were published`() {
        #expect(Vectors.score2.count == 25)
        #expect(Vectors.score2Diabetes.count == 18)
        #expect(Vectors.eGFR.count == 10)
    }

    private func person(age: Int, systolic: Int = 140, cholesterol: Double = 5.5, hdl: Double = 1.3) -> RiskFactors {
        RiskFactors(
            .low, .male, age: age, .current, systolic: .mmHg(systolic), cholesterol: .millimolesPerLitre(cholesterol),
            hdl: .millimolesPerLitre(hdl))
    }

    @Test(arguments: [39, 90])
    func `SCORE2 is not for other ages`(age: Int) {
        #expect(throws: OutsideRange(input: .age, given: Double(age), lowest: 40, highest: 89)) {
            try Score2.judge(person(age: age))
        }
    }

    @Test(arguments: [40, 69, 70, 89])
    func `SCORE2 holds at the edges of its ages`(age: Int) throws {
        #expect(try Score2.judge(person(age: age)).algorithm == (age < 70 ? .score2 : .score2OlderPersons))
    }

    @Test func `a wrong unit is refused`() {
        #expect(throws: OutsideRange.self) { try Score2.judge(person(age: 50, systolic: 59)) }
        #expect(throws: OutsideRange.self) { try Score2.judge(person(age: 50, systolic: 281)) }
        #expect(throws: OutsideRange.self) { try Score2.judge(person(age: 50, cholesterol: 212)) }
        #expect(throws: OutsideRange.self) { try Score2.judge(person(age: 50, cholesterol: 1.2, hdl: 1.3)) }
    }

    /// The kink from 69 to 70 years: another score takes over.
    @Test(arguments: [(Sex.male, 69, 9.87), (.male, 70, 10.33), (.female, 69, 7.40), (.female, 70, 7.38)])
    func `the step between the scores is the known one`(sex: Sex, age: Int, percent: Double) throws {
        let person = RiskFactors(
            .low, sex, age: age, .notCurrent, systolic: .mmHg(150), cholesterol: .millimolesPerLitre(5.2),
            hdl: .millimolesPerLitre(1.3))
        #expect(abs(try Score2.judge(person).risk.unrounded - percent) < 0.005)
    }

    /// Searches the pressures for a shown risk on each side of a limit.
    @Test(arguments: [
        (45, 2.5, 7.5), (49, 2.5, 7.5), (50, 5.0, 10.0), (69, 5.0, 10.0), (70, 7.5, 15.0), (85, 7.5, 15.0),
    ])
    func `the category follows the shown number and the age`(age: Int, high: Double, veryHigh: Double) throws {
        for sex in Sex.allCases {
            for systolic in 60...280 {
                var factors = person(age: age, systolic: systolic)
                factors.sex = sex
                let judgement = try Score2.judge(factors)
                let shown = judgement.risk.shown.value
                let expected: RiskJudgement.Category =
                    shown < high ? .lowToModerate : shown < veryHigh ? .high : .veryHigh
                #expect(judgement.category == expected)
            }
        }
    }

    @Test func `SCORE2-Diabetes has its own four categories`() throws {
        var seen: Set<RiskJudgement.Category> = []
        for systolic in 60...280 {
            for age in [40, 55, 69] {
                let diabetes = DiabetesFactors(
                    ageAtDiagnosis: 40, hba1c: .millimolesPerMole(60), eGFR: .millilitresPerMinute(70))
                let judgement = try Score2Diabetes.judge(person(age: age, systolic: systolic), with: diabetes)
                let shown = judgement.risk.shown.value
                #expect(
                    judgement.category == (shown < 5 ? .low : shown < 10 ? .moderate : shown < 20 ? .high : .veryHigh))
                seen.insert(judgement.category)
            }
        }
        #expect(seen == [.low, .moderate, .high, .veryHigh])
    }

    @Test(arguments: [(39, 39, 50.0, 90.0), (70, 60, 50, 90), (60, 61, 50, 90), (60, 50, 6.5, 90), (60, 50, 50, 4)])
    func `SCORE2-Diabetes is refused outside its range`(age: Int, diagnosed: Int, hba1c: Double, eGFR: Double) {
        let diabetes = DiabetesFactors(
            ageAtDiagnosis: diagnosed, hba1c: .millimolesPerMole(hba1c), eGFR: .millilitresPerMinute(eGFR))
        #expect(throws: OutsideRange.self) { try Score2Diabetes.judge(person(age: age), with: diabetes) }
    }

    @Test(arguments: Vectors.eGFR)
    func `CKD-EPI gives the computed values`(creatinine: Double, age: Int, sex: Sex, older: Double, newer: Double)
        throws
    {
        let creatinine = Creatinine.micromolesPerLitre(creatinine)
        #expect(try KidneyFunction.eGFR(creatinine, age: age, sex).millilitresPerMinute == older)
        #expect(try KidneyFunction.eGFR(creatinine, age: age, sex, by: .ckdepi2021).millilitresPerMinute == newer)
    }

    @Test(arguments: [(59.99, EGFR.Category.reduced), (60.0, .normal), (60.01, .normal)])
    func `a filtration below 60 is reduced`(value: Double, category: EGFR.Category) {
        #expect(EGFR.millilitresPerMinute(value).category == category)
    }

    @Test(arguments: [(9.9, 50), (3000.1, 50), (80, 17), (80, 121)])
    func `CKD-EPI is refused outside its range`(creatinine: Double, age: Int) {
        #expect(throws: OutsideRange.self) {
            try KidneyFunction.eGFR(.micromolesPerLitre(creatinine), age: age, .male)
        }
    }

    @Test(arguments: [
        (2.9, Albuminuria.a1), (3.0, .a2), (3.1, .a2), (29.9, .a2), (30.0, .a2), (30.1, .a3),
    ])
    func `albumin in urine has three classes`(ratio: Double, expected: Albuminuria) {
        #expect(Albuminuria(.milligramsPerMillimole(ratio)) == expected)
    }

    @Test func `LDL is what is left of the total`() throws {
        let ldl = try Cholesterol.ldl(
            total: .millimolesPerLitre(5.5), hdl: .millimolesPerLitre(1.3), triglycerides: .millimolesPerLitre(1.7))
        #expect(ldl.micromolesPerLitre == 3427)
        #expect(
            try Cholesterol.nonHDL(total: .millimolesPerLitre(5.5), hdl: .millimolesPerLitre(1.3))
                == .millimolesPerLitre(4.2))
    }

    @Test(arguments: [(4.4, true), (4.5, true), (4.501, false)])
    func `LDL is not calculated above 4.5 triglycerides`(triglycerides: Double, holds: Bool) {
        let ldl = try? Cholesterol.ldl(
            total: .millimolesPerLitre(7), hdl: .millimolesPerLitre(1),
            triglycerides: .millimolesPerLitre(triglycerides))
        #expect((ldl != nil) == holds)
    }

    @Test func `HDL is a part of the total`() {
        #expect(throws: OutsideRange.self) {
            try Cholesterol.nonHDL(total: .millimolesPerLitre(4), hdl: .millimolesPerLitre(4.1))
        }
        #expect(throws: OutsideRange.self) {
            try Cholesterol.ldl(
                total: .millimolesPerLitre(3), hdl: .millimolesPerLitre(2), triglycerides: .millimolesPerLitre(4.5))
        }
    }
}
