/// The long-term blood sugar.
///
/// - Units: tenths of mmol/mol
package struct HbA1c: Hashable, Comparable, Sendable {
    package let tenths: Int

    package static func millimolesPerMole(_ value: Double) -> HbA1c { HbA1c(tenths: Int((value * 10).rounded())) }
    package var millimolesPerMole: Double { Double(tenths) / 10 }
    package static func < (lhs: HbA1c, rhs: HbA1c) -> Bool { lhs.tenths < rhs.tenths }
}

/// Which medicines for blood sugar a person uses, as far as the target depends on it.
package enum GlucoseTreatment: String, Hashable, Sendable, CaseIterable {
    case lifestyleOrMetformin = "lifestyle-or-metformin"
    case moreThanMetformin = "more-than-metformin"
}

/// The target for the long-term blood sugar in type 2 diabetes.
///
/// From 70 on, with more than metformin, a higher value is accepted, and higher still when the diabetes has lasted
/// ten years.
///
/// - Units: mmol/mol; at or below the target is on target
/// - Source: NHG type 2 diabetes through diep.info (2013); a newer revision may differ; docs/clinical/glucose.md
package enum HbA1cTarget {
    package static func target(age: Int, treatment: GlucoseTreatment, yearsOfDiabetes: Int) -> HbA1c {
        guard age >= 70, treatment == .moreThanMetformin else { return .millimolesPerMole(53) }
        return .millimolesPerMole(yearsOfDiabetes < 10 ? 58 : 64)
    }
}
