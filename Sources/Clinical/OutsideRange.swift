/// What a rule was asked to use, when it names something that does not fit.
package enum RuleInput: String, Hashable, Sendable, CaseIterable {
    case age, systolic, diastolic, totalCholesterol, hdl, ldl, triglycerides, diabetesAge, hba1c, eGFR, creatinine
    case weight, height, waist, steps, pulse, glucose, bmi, item
}

/// A value lies outside what a rule was made for, so the rule gives no answer.
///
/// An answer for such a person would look as sure as any other, and would not be.
package struct OutsideRange: Error, Hashable, Sendable {
    package let input: RuleInput
    package let given: Double
    package let lowest: Double
    package let highest: Double

    package init(input: RuleInput, given: Double, lowest: Double, highest: Double) {
        self.input = input
        self.given = given
        self.lowest = lowest
        self.highest = highest
    }

    /// - Throws: itself, when the value is not within the bounds
    static func check(
        _ given: Double, as input: RuleInput, within bounds: ClosedRange<Double>
    ) throws(OutsideRange) {
        guard !bounds.contains(given) else { return }
        throw OutsideRange(input: input, given: given, lowest: bounds.lowerBound, highest: bounds.upperBound)
    }
}
