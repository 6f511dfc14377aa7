extension Findrisc {
    /// What the professional reads.
    package var explanation: [Sentence] {
        [
            Sentence(
                nl: "FINDRISC \(score) van 26 punten: \(chance.title.nl) krijgt binnen 10 jaar diabetes.",
                en: "FINDRISC \(score) of 26 points: \(chance.title.en) gets diabetes within 10 years."
            )
        ]
    }
}

extension Findrisc.Chance {
    package var title: Sentence {
        switch self {
        case .oneInHundred: Sentence(nl: "ongeveer 1 op de 100", en: "about 1 in 100")
        case .oneInTwentyFive: Sentence(nl: "ongeveer 1 op de 25", en: "about 1 in 25")
        case .oneInSix: Sentence(nl: "ongeveer 1 op de 6", en: "about 1 in 6")
        case .oneInThree: Sentence(nl: "ongeveer 1 op de 3", en: "about 1 in 3")
        case .oneInTwo: Sentence(nl: "ongeveer 1 op de 2", en: "about 1 in 2")
        }
    }
}
