extension MRC {
    /// What the professional reads.
    package var explanation: [Sentence] {
        [
            Sentence(
                nl: "MRC \(rawValue) (mMRC \(modified)): \(title.nl).",
                en: "MRC \(rawValue) (mMRC \(modified)): \(title.en)."
            )
        ]
    }

    package var title: Sentence {
        switch self {
        case .one: Sentence(nl: "alleen benauwd bij zware inspanning", en: "breathless only with hard effort")
        case .two: Sentence(nl: "benauwd bij haasten of een helling", en: "breathless when hurrying or uphill")
        case .three: Sentence(nl: "loopt langzamer dan leeftijdgenoten", en: "walks slower than people of the same age")
        case .four: Sentence(nl: "moet na ongeveer 100 meter stoppen", en: "has to stop after about 100 metres")
        case .five: Sentence(nl: "te benauwd om naar buiten te gaan", en: "too breathless to go out")
        }
    }
}
