/// Compares one glucose from a meter with the target for that moment of the day.
///
/// Made for people with type 2 diabetes. A moment without a target of its own is only checked for very low
/// and very high. The number with one decimal is shown, and that number is judged.
///
/// - Units: mmol/L, one decimal
/// - Source: fasting 4.5–8.0 and below 9.0 two hours after a meal: NHG type 2 diabetes (2013) through diep.info;
///   low and very high: professional knowledge, to be confirmed by a clinician; docs/clinical/glucose.md
package enum GlucoseRule {
    package static let rule = "glucose"
    package static let version = "1"

    package static func judge(
        _ glucose: Concentration, _ moment: GlucoseMoment, limits: GlucoseLimits = GlucoseLimits()
    ) -> GlucoseJudgement {
        let shown = Rounded(glucose.millimolesPerLitre, places: 1)
        return GlucoseJudgement(outcome: outcome(shown.value, moment, limits), moment: moment, shown: shown)
    }

    private static func outcome(
        _ shown: Double, _ moment: GlucoseMoment, _ limits: GlucoseLimits
    ) -> GlucoseJudgement.Outcome {
        if shown < limits.low.millimolesPerLitre { return .low }
        if shown > limits.veryHigh.millimolesPerLitre { return .veryHigh }
        return switch moment {
        case .fasting: fasting(shown, limits)
        case .afterMeal: shown < limits.afterMeal.millimolesPerLitre ? .onTarget : .aboveTarget
        case .random: .noTarget
        }
    }

    private static func fasting(_ shown: Double, _ limits: GlucoseLimits) -> GlucoseJudgement.Outcome {
        if shown < limits.fastingLowest.millimolesPerLitre { return .belowTarget }
        return shown <= limits.fastingHighest.millimolesPerLitre ? .onTarget : .aboveTarget
    }
}

/// The glucose limits, which a practice or a goal may replace.
///
/// - Units: mmol/L
/// - Source: as ``GlucoseRule``; docs/clinical/glucose.md
package struct GlucoseLimits: Hashable, Sendable {
    package var low = Concentration.millimolesPerLitre(3.9)
    package var fastingLowest = Concentration.millimolesPerLitre(4.5)
    package var fastingHighest = Concentration.millimolesPerLitre(8.0)
    package var afterMeal = Concentration.millimolesPerLitre(9.0)
    package var veryHigh = Concentration.millimolesPerLitre(15.0)

    package init() {}
}

/// What a glucose came to, and by which rule.
package struct GlucoseJudgement: Hashable, Sendable {
    /// Where the value lies against the target.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        case low
        case belowTarget = "below-target"
        case onTarget = "on-target"
        case aboveTarget = "above-target"
        case veryHigh = "very-high"
        case noTarget = "no-target"
    }

    package let outcome: Outcome
    package let moment: GlucoseMoment
    package let shown: Rounded

    package var rule: String { GlucoseRule.rule }
    package var version: String { GlucoseRule.version }
}
