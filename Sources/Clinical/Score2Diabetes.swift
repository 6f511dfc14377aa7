/// Estimates the ten-year risk of heart and vessel disease in people of 40 to 69 with type 2 diabetes.
///
/// Not for people with known heart or vessel disease or severe organ damage; that is for the caller to know.
///
/// - Shape: the risk factors of SCORE2, age at diagnosis, HbA1c and eGFR → percent and category
/// - Units: years, mmHg (measured in the practice), mmol/L, mmol/mol, mL/min/1.73 m² → percent in 10 years
/// - Source: SCORE2-Diabetes, Eur Heart J 2023;44:2544–2556; categories: ESC diabetes guideline 2023;
///   docs/clinical/score2-diabetes.md
package enum Score2Diabetes {
    package static let rule = "score2-diabetes"
    package static let version = "2023"

    /// - Throws: ``OutsideRange`` when the score was not made for such a person
    package static func judge(_ person: RiskFactors, with diabetes: DiabetesFactors) throws(OutsideRange)
        -> RiskJudgement
    {
        try person.check(ages: 40...69)
        try diabetes.check(age: person.age)
        let weights: DiabetesWeights = person.sex == .male ? .men : .women
        let survival = Mathematics.power(weights.survival, Mathematics.exponential(weights.sum(person, diabetes)))
        let risk = Score2.calibration(person.region, person.sex).apply(to: 1 - survival)
        return RiskJudgement(risk: risk, category: category(risk), algorithm: .score2Diabetes)
    }

    /// - Source: ESC diabetes guideline 2023; docs/clinical/score2-diabetes.md
    private static func category(_ risk: Risk) -> RiskJudgement.Category {
        switch risk.shown.value {
        case ..<5: .low
        case ..<10: .moderate
        case ..<20: .high
        default: .veryHigh
        }
    }
}

/// What SCORE2-Diabetes looks at besides the usual risk factors.
///
/// - Units: years, mmol/mol, mL/min/1.73 m²
package struct DiabetesFactors: Hashable, Sendable {
    package var ageAtDiagnosis: Int
    package var hba1c: HbA1c
    package var eGFR: EGFR

    package init(ageAtDiagnosis: Int, hba1c: HbA1c, eGFR: EGFR) {
        self.ageAtDiagnosis = ageAtDiagnosis
        self.hba1c = hba1c
        self.eGFR = eGFR
    }

    /// - Source: our own proposal, to stop a wrong unit; docs/clinical/score2-diabetes.md
    func check(age: Int) throws(OutsideRange) {
        try OutsideRange.check(Double(ageAtDiagnosis), as: .diabetesAge, within: 1...Double(age))
        try OutsideRange.check(hba1c.millimolesPerMole, as: .hba1c, within: 15...195)
        try OutsideRange.check(eGFR.millilitresPerMinute, as: .eGFR, within: 5...200)
    }
}

/// The weights of SCORE2-Diabetes for one sex.
///
/// - Source: as ``Score2Diabetes``
private struct DiabetesWeights {
    let age, smoking, systolic, diabetes, cholesterol, hdl: Double
    let ageSmoking, ageSystolic, ageDiabetes, ageCholesterol, ageHDL: Double
    let diagnosis, hba1c, eGFR, eGFRSquared, hba1cAge, eGFRAge: Double
    let survival: Double

    static let men = DiabetesWeights(
        age: 0.5368, smoking: 0.4774, systolic: 0.1322, diabetes: 0.6457, cholesterol: 0.1102, hdl: -0.1087,
        ageSmoking: -0.0672, ageSystolic: -0.0268, ageDiabetes: -0.0983, ageCholesterol: -0.0181, ageHDL: 0.0095,
        diagnosis: -0.0998, hba1c: 0.0955, eGFR: -0.0591, eGFRSquared: 0.0058, hba1cAge: -0.0134, eGFRAge: 0.0115,
        survival: 0.9605)
    static let women = DiabetesWeights(
        age: 0.6624, smoking: 0.6139, systolic: 0.1421, diabetes: 0.8096, cholesterol: 0.1127, hdl: -0.1568,
        ageSmoking: -0.1122, ageSystolic: -0.0167, ageDiabetes: -0.1272, ageCholesterol: -0.0200, ageHDL: 0.0186,
        diagnosis: -0.1180, hba1c: 0.1173, eGFR: -0.0640, eGFRSquared: 0.0062, hba1cAge: -0.0196, eGFRAge: 0.0169,
        survival: 0.9776)

    func sum(_ person: RiskFactors, _ factors: DiabetesFactors) -> Double {
        usual(person, Score2Terms(person)) + ofDiabetes(factors, age: Score2Terms(person).age)
    }

    private func usual(_ person: RiskFactors, _ term: Score2Terms) -> Double {
        let alone =
            age * term.age + smoking * person.smoking.number + systolic * term.systolic
            + cholesterol * term.cholesterol + hdl * term.hdl
        let withAge =
            ageSmoking * person.smoking.number + ageSystolic * term.systolic + ageCholesterol * term.cholesterol
            + ageHDL * term.hdl
        return alone + term.age * withAge
    }

    private func ofDiabetes(_ factors: DiabetesFactors, age: Double) -> Double {
        let sinceDiagnosis = (Double(factors.ageAtDiagnosis) - 50) / 5
        let sugar = (factors.hba1c.millimolesPerMole - 31) / 9.34
        let kidney = (Mathematics.logarithm(factors.eGFR.millilitresPerMinute) - 4.5) / 0.15
        return diabetes + ageDiabetes * age + diagnosis * sinceDiagnosis
            + (hba1c + hba1cAge * age) * sugar + (eGFR + eGFRAge * age) * kidney + eGFRSquared * kidney * kidney
    }
}
