extension WeightJudgement {
    /// What the professional reads.
    package var explanation: [Sentence] {
        switch outcome {
        case .notEnoughData:
            [Sentence(nl: "Geen eerder gewicht om mee te vergelijken.", en: "No earlier weight to compare with.")]
        case .steady: [Sentence(nl: "Geen snelle toename van het gewicht.", en: "No rapid gain of weight.")]
        case .gained(let gain, let span):
            [
                Sentence(
                    nl: "\(gain.shown.text(in: .nl)) kg erbij \(span.title.nl).",
                    en: "\(gain.shown.text(in: .en)) kg more \(span.title.en)."
                )
            ]
        }
    }

    /// What the patient reads.
    package var toPatient: [Sentence] {
        switch outcome {
        case .notEnoughData:
            [
                Sentence(nl: "Dank u wel. Uw gewicht is bewaard.", en: "Thank you. Your weight is saved."),
                Sentence(nl: "Weeg uzelf morgen weer.", en: "Please weigh yourself again tomorrow."),
            ]
        case .steady:
            [
                Sentence(nl: "Dank u wel. Uw gewicht is bewaard.", en: "Thank you. Your weight is saved."),
                Sentence(nl: "U hoeft nu niets te doen.", en: "You need not do anything now."),
            ]
        case .gained(let gain, let span): gained(gain, span)
        }
    }

    private func gained(_ gain: Weight, _ span: Span) -> [Sentence] {
        [
            Sentence(
                nl: "U woog \(gain.shown.text(in: .nl)) kilo minder \(span.before.nl).",
                en: "You weighed \(gain.shown.text(in: .en)) kilos less \(span.before.en)."
            ),
            Sentence(nl: "Dat kan vocht zijn.", en: "That may be fluid."),
            Sentence(nl: "Bel vandaag de praktijk.", en: "Phone the practice today."),
        ]
    }
}

extension WeightJudgement.Span {
    package var title: Sentence {
        switch self {
        case .oneDay: Sentence(nl: "in 1 dag", en: "in 1 day")
        case .threeDays: Sentence(nl: "in 3 dagen", en: "in 3 days")
        case .usualWeight: Sentence(nl: "dan het gewone gewicht", en: "than the usual weight")
        }
    }

    fileprivate var before: Sentence {
        switch self {
        case .oneDay: Sentence(nl: "op de dag ervoor", en: "the day before")
        case .threeDays: Sentence(nl: "in de 3 dagen ervoor", en: "in the 3 days before")
        case .usualWeight: Sentence(nl: "in de weken ervoor", en: "in the weeks before")
        }
    }
}
