/// Estimates the chance of type 2 diabetes within ten years from eight questions.
///
/// Scores only; the questions themselves are filled in with a text that the practice may use.
///
/// - Shape: eight answers → 0 to 26 points and a chance
/// - Units: years, kg/m², cm
/// - Source: Finnish Diabetes Risk Score, Diabetes Care 2003;26:725–731, points as on webdisplay.be (several
///   sites carry wrong variants); docs/clinical/findrisc.md
package struct Findrisc: Hashable, Sendable {
    package static let rule = "findrisc"
    package static let version = "1"

    /// Whether a person is active for half an hour a day.
    package enum Activity: String, Hashable, Sendable, CaseIterable {
        case halfAnHourDaily = "half-an-hour-daily"
        case less
    }

    /// Whether a person eats vegetables or fruit every day.
    package enum Vegetables: String, Hashable, Sendable, CaseIterable {
        case daily
        case notDaily = "not-daily"
    }

    /// Whether something was ever the case.
    package enum History: String, Hashable, Sendable, CaseIterable {
        case ever, never
    }

    /// The nearest relative with diabetes: parent, brother, sister or child is first degree.
    package enum Family: String, Hashable, Sendable, CaseIterable {
        case none, second, first
    }

    /// How many people with this score get diabetes within ten years.
    package enum Chance: String, Hashable, Sendable, CaseIterable {
        case oneInHundred = "1 in 100"
        case oneInTwentyFive = "1 in 25"
        case oneInSix = "1 in 6"
        case oneInThree = "1 in 3"
        case oneInTwo = "1 in 2"
    }

    package var sex: Sex
    package var age: Int
    package var bmi: BodyMassIndex
    package var waist: Length
    package var activity: Activity
    package var vegetables: Vegetables
    package var pressureMedication: History
    package var highGlucose: History
    package var family: Family

    package init(
        _ sex: Sex, age: Int, bmi: BodyMassIndex, waist: Length, activity: Activity, vegetables: Vegetables,
        pressureMedication: History, highGlucose: History, family: Family
    ) throws(OutsideRange) {
        try OutsideRange.check(Double(age), as: .age, within: 18...120)
        try OutsideRange.check(bmi.shown.value, as: .bmi, within: 10...90)
        try OutsideRange.check(waist.cm, as: .waist, within: 40...220)
        (self.sex, self.age, self.bmi, self.waist) = (sex, age, bmi, waist)
        (self.activity, self.vegetables) = (activity, vegetables)
        (self.pressureMedication, self.highGlucose, self.family) = (pressureMedication, highGlucose, family)
    }

    package var score: Int {
        pointsForAge + pointsForBMI + pointsForWaist + (activity == .less ? 2 : 0) + (vegetables == .notDaily ? 1 : 0)
            + (pressureMedication == .ever ? 2 : 0) + (highGlucose == .ever ? 5 : 0) + pointsForFamily
    }

    package var chance: Chance {
        switch score {
        case ..<7: .oneInHundred
        case ...11: .oneInTwentyFive
        case ...14: .oneInSix
        case ...20: .oneInThree
        default: .oneInTwo
        }
    }

    private var pointsForAge: Int {
        switch age {
        case ..<45: 0
        case ...54: 2
        case ...64: 3
        default: 4
        }
    }

    private var pointsForBMI: Int {
        switch bmi.shown.value {
        case ..<25: 0
        case ...30: 1
        default: 3
        }
    }

    private var pointsForWaist: Int {
        let limits: (lower: Length, upper: Length) = sex == .male ? (.cm(94), .cm(102)) : (.cm(80), .cm(88))
        if waist < limits.lower { return 0 }
        return waist <= limits.upper ? 3 : 4
    }

    private var pointsForFamily: Int {
        switch family {
        case .none: 0
        case .second: 3
        case .first: 5
        }
    }
}
