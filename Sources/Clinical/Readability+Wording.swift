extension Readability.Report {
    /// What the writer reads beside the text.
    package var explanation: [Sentence] { scores + tooLong + hard }

    private var scores: [Sentence] {
        guard let fleschDouma, let band else { return [Sentence(nl: "Nog geen tekst.", en: "No text yet.")] }
        return [
            Sentence(
                nl: "Flesch-Douma \(fleschDouma.text(in: .nl)): \(band.title.nl).",
                en: "Flesch-Douma \(fleschDouma.text(in: .en)): \(band.title.en)."
            )
        ]
    }

    private var tooLong: [Sentence] {
        longSentences.map {
            Sentence(nl: "Te lange zin: “\($0)”", en: "Sentence too long: “\($0)”")
        }
    }

    private var hard: [Sentence] {
        jargon.map {
            Sentence(
                nl: "Moeilijk woord: “\($0.word)”. Schrijf liever: \($0.plain).",
                en: "Hard word: “\($0.word)”. Better: \($0.plain)."
            )
        }
    }
}

extension ReadabilityBand {
    package var title: Sentence {
        switch self {
        case .veryHard: Sentence(nl: "zeer moeilijk", en: "very hard")
        case .hard: Sentence(nl: "moeilijk", en: "hard")
        case .fairlyHard: Sentence(nl: "vrij moeilijk", en: "fairly hard")
        case .normal: Sentence(nl: "normaal", en: "normal")
        case .fairlyEasy: Sentence(nl: "vrij makkelijk", en: "fairly easy")
        case .easy: Sentence(nl: "makkelijk", en: "easy")
        case .veryEasy: Sentence(nl: "zeer makkelijk", en: "very easy")
        }
    }
}
