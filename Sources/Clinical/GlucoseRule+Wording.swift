extension GlucoseJudgement {
    /// What the professional reads.
    package var explanation: [Sentence] {
        [
            Sentence(
                nl: "Glucose \(shown.text(in: .nl)) mmol/L, \(moment.title.nl): \(outcome.title.nl).",
                en: "Glucose \(shown.text(in: .en)) mmol/L, \(moment.title.en): \(outcome.title.en)."
            )
        ]
    }

    /// What the patient reads.
    package var toPatient: [Sentence] {
        let value = Sentence(
            nl: "Uw bloedsuiker is \(shown.text(in: .nl)).", en: "Your blood sugar is \(shown.text(in: .en)).")
        return [value] + outcome.advice
    }
}

extension GlucoseMoment {
    package var title: Sentence {
        switch self {
        case .fasting: Sentence(nl: "nuchter", en: "fasting")
        case .afterMeal: Sentence(nl: "2 uur na de maaltijd", en: "2 hours after a meal")
        case .random: Sentence(nl: "willekeurig moment", en: "at any moment")
        }
    }
}

extension GlucoseJudgement.Outcome {
    package var title: Sentence {
        switch self {
        case .low: Sentence(nl: "te laag (hypo)", en: "too low (hypo)")
        case .belowTarget: Sentence(nl: "onder de streefwaarde", en: "below target")
        case .onTarget: Sentence(nl: "op de streefwaarde", en: "on target")
        case .aboveTarget: Sentence(nl: "boven de streefwaarde", en: "above target")
        case .veryHigh: Sentence(nl: "zeer hoog", en: "very high")
        case .noTarget: Sentence(nl: "geen streefwaarde voor dit moment", en: "no target for this moment")
        }
    }

    fileprivate var advice: [Sentence] {
        switch self {
        case .low:
            [
                Sentence(nl: "Dat is te laag.", en: "That is too low."),
                Sentence(nl: "Eet of drink nu iets met suiker.", en: "Eat or drink something with sugar now."),
                Sentence(nl: "Meet na een kwartier nog een keer.", en: "Measure again after a quarter of an hour."),
            ]
        case .belowTarget: [Sentence(nl: "Dat is aan de lage kant.", en: "That is on the low side.")]
        case .onTarget: [Sentence(nl: "Dat is goed.", en: "That is good.")]
        case .aboveTarget: [Sentence(nl: "Dat is hoger dan de bedoeling.", en: "That is higher than we aim for.")]
        case .veryHigh:
            [
                Sentence(nl: "Dat is erg hoog.", en: "That is very high."),
                Sentence(
                    nl: "Voelt u zich ziek? Bel dan nu de huisarts.", en: "Do you feel ill? Then phone your GP now."),
            ]
        case .noTarget: [Sentence(nl: "Dank u wel. De meting is bewaard.", en: "Thank you. The reading is saved.")]
        }
    }
}
