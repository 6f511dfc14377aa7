extension StepsJudgement {
    /// What the professional reads.
    package var explanation: [Sentence] {
        switch outcome {
        case .notEnoughData(let have, let need):
            [Sentence(nl: "\(have) van de \(need) dagen geteld.", en: "\(have) of \(need) days counted.")]
        case .goal(let baseline, let from, let to):
            [
                Sentence(
                    nl: "Gewone dag \(baseline.count) stappen; voorstel \(from.count) tot \(to.count).",
                    en: "Usual day \(baseline.count) steps; proposal \(from.count) to \(to.count)."
                )
            ]
        }
    }

    /// What the patient reads.
    package var toPatient: [Sentence] {
        switch outcome {
        case .notEnoughData(let have, let need):
            [
                Sentence(nl: "Wij hebben nu \(have) dagen.", en: "We have \(have) days now."),
                Sentence(nl: "Na \(need) dagen ziet u hier een doel.", en: "After \(need) days you see a goal here."),
            ]
        case .goal(let baseline, let from, _):
            [
                Sentence(
                    nl: "U loopt meestal \(baseline.count) stappen per dag.",
                    en: "You mostly walk \(baseline.count) steps a day."
                ),
                Sentence(nl: "Probeer eens \(from.count) stappen.", en: "Try \(from.count) steps."),
                Sentence(nl: "Elke stap telt.", en: "Every step counts."),
            ]
        }
    }
}
