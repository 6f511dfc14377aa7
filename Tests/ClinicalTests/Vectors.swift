import Clinical

/// One published or recomputed value of a SCORE2 formula.
struct RiskVector: Sendable {
    let region: RiskRegion
    let sex: Sex
    let age: Int
    let smoking: Smoking
    let systolic: Int
    let cholesterol: Double
    let hdl: Double
    let percent: Double
    let unrounded: Double

    init(
        _ region: RiskRegion, _ sex: Sex, _ age: Int, _ smoking: Smoking, _ systolic: Int, _ cholesterol: Double,
        _ hdl: Double, _ percent: Double, _ unrounded: Double
    ) {
        (self.region, self.sex, self.age, self.smoking) = (region, sex, age, smoking)
        (self.systolic, self.cholesterol, self.hdl) = (systolic, cholesterol, hdl)
        (self.percent, self.unrounded) = (percent, unrounded)
    }

    var person: RiskFactors {
        RiskFactors(
            region, sex, age: age, smoking, systolic: .mmHg(systolic), cholesterol: .millimolesPerLitre(cholesterol),
            hdl: .millimolesPerLitre(hdl))
    }
}

/// Values to reproduce exactly: from the tests of dvicencio/RiskScorescvd (MIT) and the SCORE2 publication.
enum Vectors {
    static let score2 = [
        RiskVector(.low, .male, 50, .current, 140, 6.3, 1.4, 6.3, 6.3143),
        RiskVector(.low, .female, 50, .current, 140, 6.3, 1.4, 4.3, 4.3319),
        RiskVector(.moderate, .male, 50, .current, 140, 6.3, 1.4, 8.1, 8.1066),
        RiskVector(.moderate, .female, 50, .current, 140, 6.3, 1.4, 5.2, 5.2273),
        RiskVector(.high, .male, 50, .current, 140, 6.3, 1.4, 8.8, 8.8089),
        RiskVector(.high, .female, 50, .current, 140, 6.3, 1.4, 7.1, 7.1264),
        RiskVector(.veryHigh, .male, 50, .current, 140, 6.3, 1.4, 15.1, 15.0581),
        RiskVector(.veryHigh, .female, 50, .current, 140, 6.3, 1.4, 14.1, 14.1267),
        RiskVector(.low, .male, 45, .notCurrent, 110, 5, 2, 1.1, 1.0717),
        RiskVector(.veryHigh, .female, 45, .current, 140, 5, 2, 6.0, 5.9799),
        RiskVector(.high, .male, 48, .current, 160, 8, 2, 10.0, 10.0288),
        RiskVector(.low, .male, 75, .current, 140, 5.5, 1.3, 18.6, 18.5621),
        RiskVector(.low, .female, 75, .current, 140, 5.5, 1.3, 15.2, 15.158),
        RiskVector(.low, .male, 75, .notCurrent, 140, 5.5, 1.3, 13.3, 13.3395),
        RiskVector(.low, .female, 75, .notCurrent, 110, 5, 2, 6.1, 6.1408),
        RiskVector(.moderate, .male, 75, .current, 140, 5.5, 1.3, 23.9, 23.942),
        RiskVector(.moderate, .female, 75, .current, 140, 5.5, 1.3, 20.0, 19.9966),
        RiskVector(.high, .male, 75, .current, 140, 6, 1.3, 29.2, 29.1811),
        RiskVector(.high, .female, 75, .current, 110, 5, 2, 19.0, 19.034),
        RiskVector(.veryHigh, .male, 75, .current, 140, 6, 1.3, 40.8, 40.7811),
        RiskVector(.veryHigh, .female, 75, .current, 140, 6, 1.3, 46.2, 46.2063),
        RiskVector(.low, .male, 50, .current, 140, 5.5, 1.3, 5.9, 5.9133),
        RiskVector(.low, .female, 50, .current, 140, 5.5, 1.3, 4.2, 4.2155),
        RiskVector(.veryHigh, .male, 50, .current, 140, 5.5, 1.3, 14.0, 14.0486),
        RiskVector(.veryHigh, .female, 50, .current, 140, 5.5, 1.3, 13.7, 13.7005),
    ]

    /// The same, with age at diagnosis (years), HbA1c (mmol/mol) and eGFR (mL/min/1.73 m²).
    static let score2Diabetes: [(RiskVector, diagnosed: Int, hba1c: Double, eGFR: Double)] = [
        (RiskVector(.low, .male, 60, .notCurrent, 140, 5.5, 1.3, 8.4, 8.3928), 60, 50, 90),
        (RiskVector(.low, .female, 60, .notCurrent, 140, 5.5, 1.3, 6.1, 6.0973), 60, 50, 90),
        (RiskVector(.moderate, .male, 60, .notCurrent, 140, 5.5, 1.3, 11.0, 10.9562), 60, 50, 90),
        (RiskVector(.moderate, .female, 60, .notCurrent, 140, 5.5, 1.3, 7.6, 7.5882), 60, 50, 90),
        (RiskVector(.high, .male, 60, .notCurrent, 140, 5.5, 1.3, 12.5, 12.4988), 60, 50, 90),
        (RiskVector(.high, .female, 60, .notCurrent, 140, 5.5, 1.3, 11.1, 11.1414), 60, 50, 90),
        (RiskVector(.veryHigh, .male, 60, .notCurrent, 140, 5.5, 1.3, 20.3, 20.2723), 60, 50, 90),
        (RiskVector(.veryHigh, .female, 60, .notCurrent, 140, 5.5, 1.3, 20.6, 20.6262), 60, 50, 90),
        (RiskVector(.low, .male, 60, .notCurrent, 140, 5.5, 1.3, 12.9, 12.8837), 50, 70, 60),
        (RiskVector(.low, .female, 60, .notCurrent, 140, 5.5, 1.3, 9.8, 9.8078), 50, 70, 60),
        (RiskVector(.moderate, .male, 60, .notCurrent, 140, 5.5, 1.3, 17.2, 17.1864), 50, 70, 60),
        (RiskVector(.moderate, .female, 60, .notCurrent, 140, 5.5, 1.3, 12.7, 12.7044), 50, 70, 60),
        (RiskVector(.high, .male, 60, .notCurrent, 140, 5.5, 1.3, 21.0, 20.9823), 50, 70, 60),
        (RiskVector(.high, .female, 60, .notCurrent, 140, 5.5, 1.3, 20.4, 20.4492), 50, 70, 60),
        (RiskVector(.veryHigh, .male, 60, .notCurrent, 140, 5.5, 1.3, 31.2, 31.2425), 50, 70, 60),
        (RiskVector(.veryHigh, .female, 60, .notCurrent, 140, 5.5, 1.3, 34.0, 34.0146), 50, 70, 60),
        (RiskVector(.low, .male, 60, .current, 140, 5.5, 1.3, 11.8, 11.7731), 60, 50, 90),
        (RiskVector(.low, .female, 60, .current, 140, 5.5, 1.3, 9.2, 9.2261), 60, 50, 90),
    ]

    /// Creatinine (µmol/L), age, sex, CKD-EPI 2009, CKD-EPI 2021; computed from the published formulas.
    static let eGFR: [(creatinine: Double, age: Int, sex: Sex, older: Double, newer: Double)] = [
        (88.4, 50, .male, 87.37, 91.69),
        (88.4, 50, .female, 65.64, 68.63),
        (60, 40, .female, 109.48, 112.89),
        (60, 40, .male, 119.55, 120.57),
        (75, 65, .male, 91.51, 96.49),
        (95, 70, .female, 52.28, 55.59),
        (120, 75, .male, 50.66, 54.39),
        (150, 80, .female, 28.05, 30.2),
        (200, 60, .male, 30.35, 32.35),
        (45, 30, .female, 129.11, 128.76),
    ]

    /// The 28 sample readings of HL7 CardX-HTN-MNG, four a day.
    static let sampleWeek: [(Int, Int)] = [
        (125, 80), (126, 82), (130, 83), (130, 83),
        (140, 90), (143, 92), (150, 92), (148, 94),
        (150, 94), (148, 95), (140, 90), (140, 90),
        (155, 98), (149, 95), (130, 80), (128, 80),
        (120, 80), (125, 82), (128, 86), (122, 82),
        (145, 95), (140, 90), (130, 85), (128, 85),
        (125, 82), (126, 82), (120, 82), (120, 80),
    ]
}
