extension RiskJudgement {
    /// What the professional reads.
    package var explanation: [Sentence] {
        [
            Sentence(
                nl: "\(algorithm.rawValue): \(risk.shown.text(in: .nl)) % in 10 jaar, \(category.title.nl).",
                en: "\(algorithm.rawValue): \(risk.shown.text(in: .en)) % in 10 years, \(category.title.en)."
            ),
            Sentence(
                nl: "Reken met de bloeddruk die in de praktijk is gemeten.",
                en: "Use a blood pressure measured in the practice."
            ),
            Sentence(
                nl: "Niet bruikbaar bij bekende hart- en vaatziekte of ernstige nierschade.",
                en: "Not for known cardiovascular disease or severe kidney damage."
            ),
        ]
    }
}

extension RiskJudgement.Category {
    package var title: Sentence {
        switch self {
        case .lowToModerate: Sentence(nl: "laag tot matig risico", en: "low to moderate risk")
        case .low: Sentence(nl: "laag risico", en: "low risk")
        case .moderate: Sentence(nl: "matig risico", en: "moderate risk")
        case .high: Sentence(nl: "hoog risico", en: "high risk")
        case .veryHigh: Sentence(nl: "zeer hoog risico", en: "very high risk")
        }
    }
}
