extension PulseJudgement {
    /// What the professional reads.
    package var explanation: [Sentence] {
        [
            Sentence(
                nl: "Hartslag \(pulse) per minuut: \(outcome.title.nl).",
                en: "Pulse \(pulse) per minute: \(outcome.title.en)."
            )
        ]
    }

    /// What the patient reads.
    package var toPatient: [Sentence] {
        let value = Sentence(
            nl: "Uw hart slaat \(pulse) keer per minuut.", en: "Your heart beats \(pulse) times a minute.")
        return [value] + outcome.advice
    }
}

extension PulseJudgement.Outcome {
    package var title: Sentence {
        switch self {
        case .verySlow: Sentence(nl: "heel langzaam", en: "very slow")
        case .slow: Sentence(nl: "langzaam", en: "slow")
        case .usual: Sentence(nl: "gewoon", en: "usual")
        case .fast: Sentence(nl: "snel", en: "fast")
        }
    }

    fileprivate var advice: [Sentence] {
        switch self {
        case .usual: [Sentence(nl: "Dat is gewoon.", en: "That is usual.")]
        case .slow:
            [
                Sentence(nl: "Dat is langzaam.", en: "That is slow."),
                Sentence(nl: "Vertel het aan de praktijk.", en: "Please tell the practice."),
            ]
        case .verySlow, .fast:
            [
                Sentence(nl: "Dat is \(title.nl).", en: "That is \(title.en)."),
                Sentence(nl: "Rust even en meet nog een keer.", en: "Rest a while and measure again."),
            ]
        }
    }
}
