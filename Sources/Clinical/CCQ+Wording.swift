extension CCQ {
    /// What the professional reads.
    package var explanation: [Sentence] {
        [totalSentence] + Domain.allCases.map(sentence)
    }

    private var totalSentence: Sentence {
        guard let total else {
            return Sentence(
                nl: "Te veel antwoorden ontbreken voor een totaalscore.",
                en: "Too many answers are missing for a total."
            )
        }
        return Sentence(
            nl: "CCQ totaal \(total.text(in: .nl)) (0 is goed, 6 is slecht).",
            en: "CCQ total \(total.text(in: .en)) (0 is good, 6 is bad)."
        )
    }

    private func sentence(_ domain: Domain) -> Sentence {
        Sentence(
            nl: "\(domain.title.nl): \(mean(domain)?.text(in: .nl) ?? "te weinig antwoorden").",
            en: "\(domain.title.en): \(mean(domain)?.text(in: .en) ?? "too few answers")."
        )
    }
}

extension CCQ.Domain {
    package var title: Sentence {
        switch self {
        case .symptoms: Sentence(nl: "Klachten", en: "Symptoms")
        case .function: Sentence(nl: "Functioneren", en: "Function")
        case .mental: Sentence(nl: "Mentaal", en: "Mental state")
        }
    }
}

extension CCQFailure {
    package var explanation: Sentence {
        switch self {
        case .notTenItems(let count):
            Sentence(
                nl: "Er zijn 10 antwoorden nodig, er zijn er \(count).", en: "10 items are needed, there are \(count).")
        case .itemOutsideScale(let number, let value):
            Sentence(
                nl: "Antwoord \(number) is \(value); het moet 0 tot en met 6 zijn.",
                en: "Item \(number) is \(value); it must be 0 to 6."
            )
        }
    }
}
