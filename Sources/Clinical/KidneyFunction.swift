/// Creatinine in blood; finer than whole µmol/L, because laboratories report a decimal.
///
/// - Units: nmol/L
package struct Creatinine: Hashable, Comparable, Sendable {
    package let nanomolesPerLitre: Int

    package static func micromolesPerLitre(_ value: Double) -> Creatinine {
        Creatinine(nanomolesPerLitre: Int((value * 1000).rounded()))
    }

    package var micromolesPerLitre: Double { Double(nanomolesPerLitre) / 1000 }
    package static func < (lhs: Creatinine, rhs: Creatinine) -> Bool { lhs.nanomolesPerLitre < rhs.nanomolesPerLitre }
}

/// How much the kidneys filter, estimated.
///
/// - Units: mL/min/1.73 m², two decimals
/// - Source: below 60 is abnormal at all ages: richtlijnendatabase.nl; docs/clinical/kidney-function.md
package struct EGFR: Hashable, Comparable, Sendable {
    package let shown: Rounded

    package static func millilitresPerMinute(_ value: Double) -> EGFR { EGFR(shown: Rounded(value, places: 2)) }
    package var millilitresPerMinute: Double { shown.value }
    package static func < (lhs: EGFR, rhs: EGFR) -> Bool { lhs.shown < rhs.shown }

    package var category: Category { shown.value < 60 ? .reduced : .normal }

    /// Whether the kidneys filter less than they should.
    package enum Category: String, Hashable, Sendable, CaseIterable {
        case normal, reduced
    }
}

/// Estimates how well the kidneys filter from creatinine, age and sex.
///
/// The laboratory's own eGFR goes first; this is for when it is missing. Race is not used.
///
/// - Units: µmol/L and years → mL/min/1.73 m²
/// - Source: CKD-EPI 2009 (Ann Intern Med 2009;150:604–612) and 2021 (N Engl J Med 2021;385:1737–1749);
///   1 mg/dL = 88.4 µmol/L; docs/clinical/kidney-function.md
package enum KidneyFunction {
    package static let rule = "egfr"
    package static let version = "1"

    /// Which of the two published equations is used.
    package enum Equation: String, Hashable, Sendable, CaseIterable {
        case ckdepi2009, ckdepi2021
    }

    /// - Throws: ``OutsideRange`` for children and for a creatinine that no laboratory reports
    package static func eGFR(
        _ creatinine: Creatinine, age: Int, _ sex: Sex, by equation: Equation = .ckdepi2009
    ) throws(OutsideRange) -> EGFR {
        try OutsideRange.check(Double(age), as: .age, within: 18...120)
        try OutsideRange.check(creatinine.micromolesPerLitre, as: .creatinine, within: 10...3000)
        return .millilitresPerMinute(Coefficients(equation, sex).apply(to: creatinine, age: age))
    }
}

/// The numbers of one CKD-EPI equation for one sex.
private struct Coefficients {
    let scale, kappa, below, above, perYear, sexFactor: Double

    init(_ equation: KidneyFunction.Equation, _ sex: Sex) {
        kappa = sex == .female ? 0.7 : 0.9
        switch equation {
        case .ckdepi2009:
            (scale, above, perYear) = (141, -1.209, 0.993)
            below = sex == .female ? -0.329 : -0.411
            sexFactor = sex == .female ? 1.018 : 1
        case .ckdepi2021:
            (scale, above, perYear) = (142, -1.200, 0.9938)
            below = sex == .female ? -0.241 : -0.302
            sexFactor = sex == .female ? 1.012 : 1
        }
    }

    func apply(to creatinine: Creatinine, age: Int) -> Double {
        let ratio = creatinine.micromolesPerLitre / 88.4 / kappa
        let filtered = Mathematics.power(min(ratio, 1), below) * Mathematics.power(max(ratio, 1), above)
        return scale * filtered * Mathematics.power(perYear, Double(age)) * sexFactor
    }
}

/// Albumin in urine against creatinine.
///
/// - Units: mg/mmol, one decimal
/// - Source: A1 below 3, A2 from 3 to 30, A3 above 30: richtlijnendatabase.nl; docs/clinical/kidney-function.md
package enum Albuminuria: String, Hashable, Sendable, CaseIterable {
    case a1 = "A1"
    case a2 = "A2"
    case a3 = "A3"

    package init(_ ratio: AlbuminCreatinineRatio) {
        switch ratio.tenths {
        case ..<30: self = .a1
        case ...300: self = .a2
        default: self = .a3
        }
    }
}

/// How much albumin there is for each bit of creatinine in urine.
///
/// - Units: tenths of mg/mmol
package struct AlbuminCreatinineRatio: Hashable, Sendable {
    package let tenths: Int

    package static func milligramsPerMillimole(_ value: Double) -> AlbuminCreatinineRatio {
        AlbuminCreatinineRatio(tenths: Int((value * 10).rounded()))
    }
}
