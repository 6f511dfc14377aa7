extension BodyMassIndex {
    /// What the professional reads.
    package var explanation: [Sentence] {
        [
            Sentence(
                nl: "BMI \(shown.text(in: .nl)) kg/m²: \(category.title.nl).",
                en: "BMI \(shown.text(in: .en)) kg/m²: \(category.title.en)."
            )
        ]
    }
}

extension BodyMassIndex.Category {
    package var title: Sentence {
        switch self {
        case .underweight: Sentence(nl: "ondergewicht", en: "underweight")
        case .normal: Sentence(nl: "gezond gewicht", en: "healthy weight")
        case .overweight: Sentence(nl: "overgewicht", en: "overweight")
        case .obesityOne: Sentence(nl: "obesitas klasse 1", en: "obesity class 1")
        case .obesityTwo: Sentence(nl: "obesitas klasse 2", en: "obesity class 2")
        case .obesityThree: Sentence(nl: "obesitas klasse 3", en: "obesity class 3")
        }
    }
}

extension Waist {
    package var title: Sentence {
        switch self {
        case .normal: Sentence(nl: "Middelomtrek normaal.", en: "Waist normal.")
        case .raised: Sentence(nl: "Middelomtrek verhoogd.", en: "Waist raised.")
        case .high: Sentence(nl: "Middelomtrek hoog.", en: "Waist high.")
        }
    }
}
