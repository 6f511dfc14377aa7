/// What a professional reads when a rule cannot answer.
extension OutsideRange {
    package var explanation: Sentence {
        Sentence(
            nl:
                "\(input.title.nl) \(text(given, .nl)): deze regel geldt van \(text(lowest, .nl)) tot en met \(text(highest, .nl)).",
            en:
                "\(input.title.en) \(text(given, .en)): this rule holds from \(text(lowest, .en)) up to and including \(text(highest, .en))."
        )
    }

    private func text(_ value: Double, _ language: Language) -> String {
        guard abs(value) < 1e9 else { return "\(value)" }
        return value == value.rounded() ? String(Int(value)) : Rounded(value, places: 2).text(in: language)
    }
}

extension RuleInput {
    package var title: Sentence {
        switch self {
        case .age: Sentence(nl: "Leeftijd (jaar)", en: "Age (years)")
        case .systolic: Sentence(nl: "Bovendruk (mmHg)", en: "Systolic pressure (mmHg)")
        case .diastolic: Sentence(nl: "Onderdruk (mmHg)", en: "Diastolic pressure (mmHg)")
        case .totalCholesterol: Sentence(nl: "Totaal cholesterol (mmol/L)", en: "Total cholesterol (mmol/L)")
        case .hdl: Sentence(nl: "HDL-cholesterol (mmol/L)", en: "HDL cholesterol (mmol/L)")
        case .ldl: Sentence(nl: "LDL-cholesterol (mmol/L)", en: "LDL cholesterol (mmol/L)")
        case .triglycerides: Sentence(nl: "Triglyceriden (mmol/L)", en: "Triglycerides (mmol/L)")
        case .diabetesAge:
            Sentence(nl: "Leeftijd bij diagnose diabetes (jaar)", en: "Age at diabetes diagnosis (years)")
        case .hba1c: Sentence(nl: "HbA1c (mmol/mol)", en: "HbA1c (mmol/mol)")
        case .eGFR: Sentence(nl: "eGFR (mL/min/1,73 m²)", en: "eGFR (mL/min/1.73 m²)")
        case .creatinine: Sentence(nl: "Kreatinine (µmol/L)", en: "Creatinine (µmol/L)")
        case .weight: Sentence(nl: "Gewicht (kg)", en: "Weight (kg)")
        case .height: Sentence(nl: "Lengte (cm)", en: "Height (cm)")
        case .waist: Sentence(nl: "Middelomtrek (cm)", en: "Waist (cm)")
        case .steps: Sentence(nl: "Stappen per dag", en: "Steps a day")
        case .pulse: Sentence(nl: "Hartslag (per minuut)", en: "Pulse (per minute)")
        case .glucose: Sentence(nl: "Glucose (mmol/L)", en: "Glucose (mmol/L)")
        case .bmi: Sentence(nl: "BMI (kg/m²)", en: "BMI (kg/m²)")
        case .item: Sentence(nl: "Antwoord op een vraag", en: "Answer to an item")
        }
    }
}
