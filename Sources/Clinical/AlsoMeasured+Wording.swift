extension AlsoMeasured {
    package var title: Sentence {
        switch self {
        case .weight: Sentence(nl: "Gewicht", en: "Weight")
        case .steps: Sentence(nl: "Stappen", en: "Steps")
        case .glucose: Sentence(nl: "Bloedsuiker", en: "Blood sugar")
        }
    }
}
