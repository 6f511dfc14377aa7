/// Measures how hard a Dutch text is to read, live beside the person who writes it and as a gate for our own sentences.
///
/// The formulas know only the length of words and sentences. A good score never proves that a text is
/// understood or is "B1": that takes readers. The score is reported, not promised.
///
/// - Shape: a text → counts, three indexes, the sentences that are too long and the words that are too hard
/// - Source: Flesch-Douma 1960 (dbnl.org); Brouwer reading index A 1963, with the constant 67 (another version uses
///   66.67); LIX, Björnsson 1968; the limits of the gate are our own proposal; docs/clinical/readability.md
package enum Readability {
    package static let rule = "readability"
    package static let version = "1"

    /// A sentence for patients has at most this many words.
    ///
    /// - Source: our own proposal after Pharos (short sentences); docs/clinical/readability.md
    package static let longestSentence = 12

    /// A page for patients has at least this Flesch-Douma index.
    ///
    /// - Source: our own proposal ("fairly easy" in Douma's bands); docs/clinical/readability.md
    package static let lowestFleschDouma = Rounded(70, places: 2)

    package static func check(_ text: String) -> Report {
        let sentences = TextSentences.split(text)
        let counts = sentences.reduce(into: TextCounts()) { $0.add($1) }
        return Report(
            counts: counts,
            longSentences: sentences.filter { $0.words.count > longestSentence }.map(\.text),
            jargon: sentences.flatMap { Jargon.found(in: $0.words) }
        )
    }

    /// What was found in a text.
    package struct Report: Hashable, Sendable {
        package let counts: TextCounts
        package let longSentences: [String]
        package let jargon: [HardWord]

        package var fleschDouma: Rounded? { counts.fleschDouma }
        package var brouwer: Rounded? { counts.brouwer }
        package var lix: Rounded? { counts.lix }
        package var band: ReadabilityBand? { fleschDouma.map(ReadabilityBand.init) }

        /// Whether the text passes the gate for patients.
        package var verdict: Verdict {
            let isEasy = fleschDouma.map { $0 >= lowestFleschDouma } ?? true
            return longSentences.isEmpty && jargon.isEmpty && isEasy ? .passes : .needsWork
        }

        package var rule: String { Readability.rule }
        package var version: String { Readability.version }
    }

    /// Whether a text passes the gate for patients.
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        case passes
        case needsWork = "needs-work"
    }
}

/// The counts that every index is made from.
package struct TextCounts: Hashable, Sendable {
    package private(set) var words: Int
    package private(set) var sentences: Int
    package private(set) var syllables: Int
    /// Words of more than six letters.
    package private(set) var longWords: Int

    package init(words: Int = 0, sentences: Int = 0, syllables: Int = 0, longWords: Int = 0) {
        self.words = words
        self.sentences = sentences
        self.syllables = syllables
        self.longWords = longWords
    }

    mutating func add(_ sentence: TextSentence) {
        sentences += 1
        words += sentence.words.count
        syllables += sentence.words.reduce(0) { $0 + Syllables.count($1) }
        longWords += sentence.words.count { $0.count > 6 }
    }

    /// - Source: Flesch-Douma 1960: 206.84 − 0.77 × syllables per 100 words − 0.93 × words per sentence
    package var fleschDouma: Rounded? {
        ratios.map { Rounded(206.84 - 77 * $0.syllablesPerWord - 0.93 * $0.wordsPerSentence, places: 2) }
    }

    /// - Source: Brouwer reading index A 1963: 195 − 67 × syllables per word − 2 × words per sentence
    package var brouwer: Rounded? {
        ratios.map { Rounded(195 - 67 * $0.syllablesPerWord - 2 * $0.wordsPerSentence, places: 2) }
    }

    /// - Source: LIX, Björnsson 1968: words per sentence + 100 × long words per word
    package var lix: Rounded? {
        ratios.map { Rounded($0.wordsPerSentence + 100 * Double(longWords) / Double(words), places: 2) }
    }

    /// A text without words has no index.
    private var ratios: (wordsPerSentence: Double, syllablesPerWord: Double)? {
        guard words > 0, sentences > 0 else { return nil }
        return (Double(words) / Double(sentences), Double(syllables) / Double(words))
    }
}

/// What a Flesch-Douma index means.
///
/// - Source: bands of Douma 1960 (dbnl.org)
package enum ReadabilityBand: String, Hashable, Sendable, CaseIterable {
    case veryHard = "very hard"
    case hard
    case fairlyHard = "fairly hard"
    case normal
    case fairlyEasy = "fairly easy"
    case easy
    case veryEasy = "very easy"

    package init(_ fleschDouma: Rounded) {
        switch fleschDouma.value {
        case ..<30: self = .veryHard
        case ..<45: self = .hard
        case ..<60: self = .fairlyHard
        case ..<70: self = .normal
        case ..<80: self = .fairlyEasy
        case ..<90: self = .easy
        default: self = .veryEasy
        }
    }
}
