extension EligibilityGround {
    package var title: Sentence {
        switch self {
        case .heart: Sentence(nl: "hart en vaten", en: "heart and vessels")
        case .diabetes: Sentence(nl: "diabetes", en: "diabetes")
        case .hypertension: Sentence(nl: "hoge bloeddruk", en: "hypertension")
        case .obesity: Sentence(nl: "overgewicht", en: "obesity")
        }
    }
}

extension EligibilityCaution {
    package var title: Sentence {
        switch self {
        case .atrialFibrillation: Sentence(nl: "boezemfibrilleren", en: "atrial fibrillation")
        }
    }

    /// For a professional.
    package var advice: Sentence {
        switch self {
        case .atrialFibrillation:
            Sentence(
                nl: "Bloeddrukmeters voor thuis zijn hierbij niet gevalideerd. Overleg eerst met de huisarts.",
                en: "Home meters are not validated with this. Talk with the GP first.")
        }
    }
}

extension BoxAdvice {
    package var title: Sentence {
        switch self {
        case .bloodPressure: Sentence(nl: "bloeddrukbox", en: "blood pressure box")
        case .lifestyle: Sentence(nl: "leefstijlbox", en: "lifestyle box")
        case .unknown:
            Sentence(nl: "BMI niet bekend: kies samen", en: "body mass index not known: choose together")
        }
    }
}
