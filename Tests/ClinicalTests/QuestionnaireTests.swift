import Clinical
import Testing

@Suite struct QuestionnaireTests {
    private func findrisc(
        _ sex: Sex = .male, age: Int = 40, bmi: Double = 22, waist: Double = 75
    ) throws -> Findrisc {
        try Findrisc(
            sex, age: age, bmi: BodyMassIndex(shown: Rounded(bmi, places: 1)), waist: .cm(waist),
            activity: .halfAnHourDaily, vegetables: .daily, pressureMedication: .never, highGlucose: .never,
            family: .none)
    }

    @Test(arguments: [(44, 0), (45, 2), (54, 2), (55, 3), (64, 3), (65, 4)])
    func `FINDRISC counts age`(age: Int, points: Int) throws {
        #expect(try findrisc(age: age).score == points)
    }

    @Test(arguments: [(24.9, 0), (25.0, 1), (30.0, 1), (30.1, 3)])
    func `FINDRISC counts the body mass index`(bmi: Double, points: Int) throws {
        #expect(try findrisc(bmi: bmi).score == points)
    }

    @Test(arguments: [
        (Sex.male, 93.9, 0), (.male, 94, 3), (.male, 102, 3), (.male, 102.1, 4), (.female, 79.9, 0), (.female, 80, 3),
        (.female, 88, 3), (.female, 88.1, 4),
    ])
    func `FINDRISC counts the waist`(sex: Sex, waist: Double, points: Int) throws {
        #expect(try findrisc(sex, waist: waist).score == points)
    }

    @Test func `FINDRISC adds up to 26`() throws {
        var all = try findrisc(age: 70, bmi: 35, waist: 120)
        #expect(all.score == 11)
        all.activity = .less
        all.vegetables = .notDaily
        all.pressureMedication = .ever
        #expect(all.score == 16)
        all.family = .second
        #expect(all.score == 19)
        all.family = .first
        all.highGlucose = .ever
        #expect(all.score == 26)
        #expect(all.chance == .oneInTwo)
    }

    /// 0, 6, 7, 11, 12, 14, 15, 20 and 21 points.
    @Test func `FINDRISC names the chance at every limit`() throws {
        var person = try findrisc()
        var chances: [Int: Findrisc.Chance] = [:]
        for age in [40, 50, 60, 70] {
            for waist in [75.0, 95, 110] {
                for family in Findrisc.Family.allCases {
                    for glucose in Findrisc.History.allCases {
                        for vegetables in Findrisc.Vegetables.allCases {
                            for bmi in [22.0, 27, 33] {
                                person = try findrisc(age: age, bmi: bmi, waist: waist)
                                (person.family, person.highGlucose) = (family, glucose)
                                person.vegetables = vegetables
                                chances[person.score] = person.chance
                            }
                        }
                    }
                }
            }
        }
        #expect(chances[0] == .oneInHundred && chances[6] == .oneInHundred)
        #expect(chances[7] == .oneInTwentyFive && chances[11] == .oneInTwentyFive)
        #expect(chances[12] == .oneInSix && chances[14] == .oneInSix)
        #expect(chances[15] == .oneInThree && chances[20] == .oneInThree)
        #expect(chances[21] == .oneInTwo)
    }

    @Test func `CCQ is the mean of its items`() throws {
        let ccq = try CCQ([1, 2, 0, 1, 3, 2, 1, 1, 2, 3])
        #expect(ccq.mean(.symptoms)?.value == 2)
        #expect(ccq.mean(.function)?.value == 1.75)
        #expect(ccq.mean(.mental)?.value == 0.5)
        #expect(ccq.total?.value == 1.6)
    }

    @Test func `one missing item of four is allowed`() throws {
        let ccq = try CCQ([1, 2, 0, 1, nil, 2, 1, 1, 2, 3])
        #expect(ccq.mean(.symptoms)?.value == 1.67)
        #expect(ccq.total?.value == 1.47)
    }

    @Test func `two missing items of four are too many`() throws {
        let ccq = try CCQ([nil, 2, 0, 1, nil, 2, 1, 1, 2, 3])
        #expect(ccq.mean(.symptoms) == nil)
        #expect(ccq.mean(.function)?.value == 1.75)
        #expect(ccq.total == nil)
    }

    @Test func `both mental items are needed`() throws {
        #expect(try CCQ([1, 2, nil, 1, 3, 2, 1, 1, 2, 3]).total == nil)
    }

    @Test func `an item outside the scale is refused`() {
        #expect(throws: CCQFailure.itemOutsideScale(number: 3, value: 7)) {
            try CCQ([0, 0, 7, 0, 0, 0, 0, 0, 0, 0])
        }
        #expect(throws: CCQFailure.itemOutsideScale(number: 1, value: -1)) {
            try CCQ([-1, 0, 6, 0, 0, 0, 0, 0, 0, 0])
        }
        #expect(throws: CCQFailure.notTenItems(9)) { try CCQ(Array(repeating: 0, count: 9)) }
    }

    @Test func `MRC is one of five grades`() throws {
        #expect(try MRC(grade: 1).modified == 0)
        #expect(try MRC(grade: 5).modified == 4)
        #expect(throws: OutsideRange.self) { try MRC(grade: 0) }
        #expect(throws: OutsideRange.self) { try MRC(grade: 6) }
    }
}
