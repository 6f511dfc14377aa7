/// Estimates the ten-year risk of heart and vessel disease in people who do not have it yet.
///
/// SCORE2 is used from 40 to 69 years and SCORE2-OP from 70 to 89.
/// Not for people with diabetes, known heart or vessel disease, severe kidney damage or familial
/// hypercholesterolaemia; that is for the caller to know. It informs a conversation and decides nothing.
///
/// - Shape: region, sex, age, smoking, systolic pressure, total and HDL cholesterol → percent and category
/// - Units: years, mmHg (measured in the practice), mmol/L → percent in 10 years
/// - Source: SCORE2, Eur Heart J 2021;42:2439–2454; SCORE2-OP, Eur Heart J 2021;42:2455–2467; categories: ESC
///   prevention guideline 2021 (to be confirmed by a clinician); docs/clinical/score2.md
package enum Score2 {
    package static let rule = "score2"
    package static let version = "2021"

    /// - Throws: ``OutsideRange`` when the score was not made for such a person
    package static func judge(_ person: RiskFactors) throws(OutsideRange) -> RiskJudgement {
        try person.check(ages: 40...89)
        let isOlder = person.age >= 70
        let risk = isOlder ? olderPersonsRisk(person) : risk(person)
        return RiskJudgement(
            risk: risk, category: category(risk, age: person.age), algorithm: isOlder ? .score2OlderPersons : .score2)
    }

    /// - Source: ESC prevention guideline 2021; to be confirmed by a clinician; docs/clinical/score2.md
    private static func category(_ risk: Risk, age: Int) -> RiskJudgement.Category {
        let limits: (high: Double, veryHigh: Double) =
            switch age {
            case ..<50: (2.5, 7.5)
            case ..<70: (5, 10)
            default: (7.5, 15)
            }
        if risk.shown.value < limits.high { return .lowToModerate }
        return risk.shown.value < limits.veryHigh ? .high : .veryHigh
    }

    private static func risk(_ person: RiskFactors) -> Risk {
        let weights: Score2Weights = person.sex == .male ? .men : .women
        let survival = Mathematics.power(weights.survival, Mathematics.exponential(weights.sum(person)))
        return calibration(person.region, person.sex).apply(to: 1 - survival)
    }

    private static func olderPersonsRisk(_ person: RiskFactors) -> Risk {
        let weights: Score2Weights = person.sex == .male ? .olderMen : .olderWomen
        let survival = Mathematics.power(weights.survival, Mathematics.exponential(weights.olderSum(person)))
        return olderCalibration(person.region, person.sex).apply(to: 1 - survival)
    }

    static func calibration(_ region: RiskRegion, _ sex: Sex) -> Calibration {
        switch (region, sex) {
        case (.low, .male): Calibration(-0.5699, 0.7476)
        case (.low, .female): Calibration(-0.7380, 0.7019)
        case (.moderate, .male): Calibration(-0.1565, 0.8009)
        case (.moderate, .female): Calibration(-0.3143, 0.7701)
        case (.high, .male): Calibration(0.3207, 0.9360)
        case (.high, .female): Calibration(0.5710, 0.9369)
        case (.veryHigh, .male): Calibration(0.5836, 0.8294)
        case (.veryHigh, .female): Calibration(0.9412, 0.8329)
        }
    }

    private static func olderCalibration(_ region: RiskRegion, _ sex: Sex) -> Calibration {
        switch (region, sex) {
        case (.low, .male): Calibration(-0.34, 1.19)
        case (.low, .female): Calibration(-0.52, 1.01)
        case (.moderate, .male): Calibration(0.01, 1.25)
        case (.moderate, .female): Calibration(-0.1, 1.1)
        case (.high, .male): Calibration(0.08, 1.15)
        case (.high, .female): Calibration(0.38, 1.09)
        case (.veryHigh, .male): Calibration(0.05, 0.7)
        case (.veryHigh, .female): Calibration(0.38, 0.69)
        }
    }
}

/// The weights of SCORE2 or SCORE2-OP for one sex; the terms for diabetes are 0 in these scores and left out.
///
/// - Source: as ``Score2``
private struct Score2Weights {
    let age, smoking, systolic, cholesterol, hdl: Double
    let ageSmoking, ageSystolic, ageCholesterol, ageHDL: Double
    let survival: Double
    var mean = 0.0

    static let men = Score2Weights(
        age: 0.3742, smoking: 0.6012, systolic: 0.2777, cholesterol: 0.1458, hdl: -0.2698,
        ageSmoking: -0.0755, ageSystolic: -0.0255, ageCholesterol: -0.0281, ageHDL: 0.0426, survival: 0.9605)
    static let women = Score2Weights(
        age: 0.4648, smoking: 0.7744, systolic: 0.3131, cholesterol: 0.1002, hdl: -0.2606,
        ageSmoking: -0.1088, ageSystolic: -0.0277, ageCholesterol: -0.0226, ageHDL: 0.0613, survival: 0.9776)
    static let olderMen = Score2Weights(
        age: 0.0634, smoking: 0.3524, systolic: 0.0094, cholesterol: 0.0850, hdl: -0.3564,
        ageSmoking: -0.0247, ageSystolic: -0.0005, ageCholesterol: 0.0073, ageHDL: 0.0091, survival: 0.7576,
        mean: 0.0929)
    static let olderWomen = Score2Weights(
        age: 0.0789, smoking: 0.4921, systolic: 0.0102, cholesterol: 0.0605, hdl: -0.3040,
        ageSmoking: -0.0255, ageSystolic: -0.0004, ageCholesterol: -0.0009, ageHDL: 0.0154, survival: 0.8082,
        mean: 0.2290)

    func sum(_ person: RiskFactors) -> Double {
        total(person, Score2Terms(person))
    }

    func olderSum(_ person: RiskFactors) -> Double {
        total(person, Score2Terms(older: person)) - mean
    }

    private func total(_ person: RiskFactors, _ term: Score2Terms) -> Double {
        let alone =
            age * term.age + smoking * person.smoking.number + systolic * term.systolic
            + cholesterol * term.cholesterol + hdl * term.hdl
        let withAge =
            ageSmoking * person.smoking.number + ageSystolic * term.systolic + ageCholesterol * term.cholesterol
            + ageHDL * term.hdl
        return alone + term.age * withAge
    }
}

/// The risk factors, centred and scaled as the formulas want them.
///
/// - Source: as ``Score2``
struct Score2Terms {
    let age, systolic, cholesterol, hdl: Double

    init(_ person: RiskFactors) {
        age = (Double(person.age) - 60) / 5
        systolic = (Double(person.systolic.mmHg) - 120) / 20
        cholesterol = person.cholesterol.millimolesPerLitre - 6
        hdl = (person.hdl.millimolesPerLitre - 1.3) / 0.5
    }

    init(older person: RiskFactors) {
        age = Double(person.age) - 73
        systolic = Double(person.systolic.mmHg) - 150
        cholesterol = person.cholesterol.millimolesPerLitre - 6
        hdl = person.hdl.millimolesPerLitre - 1.4
    }
}
