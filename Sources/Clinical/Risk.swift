/// How high the risk of heart and vessel disease is where a person lives.
///
/// - Source: SCORE2, Eur Heart J 2021;42:2439–2454; the Netherlands counts as low (to be confirmed by a
///   clinician); docs/clinical/score2.md
package enum RiskRegion: String, Hashable, Sendable, CaseIterable {
    case low = "Low"
    case moderate = "Moderate"
    case high = "High"
    case veryHigh = "Very high"
}

/// Whether a person smokes now.
package enum Smoking: String, Hashable, Sendable, CaseIterable {
    case current
    case notCurrent = "not-current"

    var number: Double { self == .current ? 1 : 0 }
}

/// The chance of heart and vessel disease in ten years, fatal or not.
///
/// - Units: percent; the number with one decimal is shown, and that number decides the category
package struct Risk: Hashable, Sendable {
    package let shown: Rounded
    /// For checking against the published vectors; never judged.
    package let unrounded: Double

    init(fraction: Double) {
        unrounded = fraction * 100
        shown = Rounded(unrounded, places: 1)
    }
}

/// What every SCORE2 formula looks at.
///
/// The pressure is one measured in the practice; home values are lower and would make the risk look too low.
///
/// - Units: years, mmHg, mmol/L
/// - Source: office pressure: Huisarts en Wetenschap 2010; docs/clinical/score2.md
package struct RiskFactors: Hashable, Sendable {
    package var region: RiskRegion
    package var sex: Sex
    package var age: Int
    package var smoking: Smoking
    package var systolic: Pressure
    package var cholesterol: Concentration
    package var hdl: Concentration

    package init(
        _ region: RiskRegion, _ sex: Sex, age: Int, _ smoking: Smoking, systolic: Pressure,
        cholesterol: Concentration, hdl: Concentration
    ) {
        self.region = region
        self.sex = sex
        self.age = age
        self.smoking = smoking
        self.systolic = systolic
        self.cholesterol = cholesterol
        self.hdl = hdl
    }

    /// - Source: the ages are those of the published scores; the other bounds are our own proposal: wide enough for
    ///   any patient, narrow enough to stop a wrong unit; docs/clinical/score2.md
    func check(ages: ClosedRange<Double>) throws(OutsideRange) {
        try OutsideRange.check(Double(age), as: .age, within: ages)
        try OutsideRange.check(Double(systolic.mmHg), as: .systolic, within: 60...280)
        try OutsideRange.check(cholesterol.millimolesPerLitre, as: .totalCholesterol, within: 1...20)
        try OutsideRange.check(hdl.millimolesPerLitre, as: .hdl, within: 0.2...6)
        try OutsideRange.check(hdl.millimolesPerLitre, as: .hdl, within: 0.2...cholesterol.millimolesPerLitre)
    }
}

/// The step from an uncalibrated risk to that of a region.
struct Calibration {
    let shift: Double
    let slope: Double

    init(_ shift: Double, _ slope: Double) {
        self.shift = shift
        self.slope = slope
    }

    /// `1 − exp(−exp(c1 + c2·ln(−ln(1−r))))`
    func apply(to risk: Double) -> Risk {
        let line = shift + slope * Mathematics.logarithm(-Mathematics.logarithm(1 - risk))
        return Risk(fraction: 1 - Mathematics.exponential(-Mathematics.exponential(line)))
    }
}

/// What a risk came to, and by which algorithm: store it with every result.
package struct RiskJudgement: Hashable, Sendable {
    /// The formula that produced a risk.
    package enum Algorithm: String, Hashable, Sendable, CaseIterable {
        case score2 = "SCORE2"
        case score2OlderPersons = "SCORE2-OP"
        case score2Diabetes = "SCORE2-Diabetes"
    }

    /// - Source: names after the ESC prevention guideline 2021 and the ESC diabetes guideline 2023;
    ///   docs/clinical/score2.md
    package enum Category: String, Hashable, Sendable, CaseIterable {
        case lowToModerate = "low-to-moderate"
        case low, moderate, high
        case veryHigh = "very high"
    }

    package let risk: Risk
    package let category: Category
    package let algorithm: Algorithm

    package var rule: String { algorithm == .score2Diabetes ? Score2Diabetes.rule : Score2.rule }
    package var version: String { algorithm == .score2Diabetes ? Score2Diabetes.version : Score2.version }
}
