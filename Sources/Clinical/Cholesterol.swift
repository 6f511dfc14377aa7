/// Works out the cholesterols that were not measured.
///
/// - Units: mmol/L
/// - Source: Friedewald, Clin Chem 1972;18:499–502 (LDL = total − HDL − triglycerides ÷ 2.2, only up to 4.5 mmol/L
///   triglycerides); to be confirmed by a clinician; docs/clinical/cholesterol.md
package enum Cholesterol {
    package static let ldlRule = "ldl"
    package static let nonHDLRule = "non-hdl"
    package static let version = "1"

    /// - Throws: ``OutsideRange`` when triglycerides are above 4.5 mmol/L, or when nothing would be left for LDL
    package static func ldl(
        total: Concentration, hdl: Concentration, triglycerides: Concentration
    ) throws(OutsideRange) -> Concentration {
        let other = try nonHDL(total: total, hdl: hdl)
        try OutsideRange.check(triglycerides.millimolesPerLitre, as: .triglycerides, within: 0.1...4.5)
        let ldl = Concentration.millimolesPerLitre(other.millimolesPerLitre - triglycerides.millimolesPerLitre / 2.2)
        try OutsideRange.check(ldl.millimolesPerLitre, as: .ldl, within: 0.01...30)
        return ldl
    }

    /// Everything but HDL.
    ///
    /// - Throws: ``OutsideRange`` when HDL is not a part of the total
    package static func nonHDL(total: Concentration, hdl: Concentration) throws(OutsideRange) -> Concentration {
        try OutsideRange.check(total.millimolesPerLitre, as: .totalCholesterol, within: 1...30)
        try OutsideRange.check(hdl.millimolesPerLitre, as: .hdl, within: 0.1...total.millimolesPerLitre)
        return .micromolesPerLitre(total.micromolesPerLitre - hdl.micromolesPerLitre)
    }
}
