/// A word that many people do not know, with an everyday one.
package struct HardWord: Hashable, Sendable {
    package let word: String
    package let plain: String
}

/// Finds medical and official words that have an everyday alternative.
///
/// A word is also found in the plural and with the usual endings. The list is a start; a practice's language editor
/// adds to it.
///
/// - Shape: the words of one sentence → the hard ones, in order
/// - Source: our own list and wording; docs/clinical/readability.md
package enum Jargon {
    package static func found(in words: [String]) -> [HardWord] {
        let lowered = words.map { $0.lowercased() }
        return lowered.indices.compactMap { entry(at: $0, of: lowered) }
    }

    private static func entry(at place: Int, of words: [String]) -> HardWord? {
        for length in (2...longestPhrase).reversed() where place + length <= words.count {
            let phrase = words[place..<place + length].joined(separator: " ")
            if let plain = list[phrase] { return HardWord(word: phrase, plain: plain) }
        }
        return single(words[place]).map { HardWord(word: words[place], plain: $0) }
    }

    private static func single(_ word: String) -> String? {
        if let plain = list[word] { return plain }
        for ending in ["en", "e", "s", "n"] where word.hasSuffix(ending) {
            if let plain = list[String(word.dropLast(ending.count))] { return plain }
        }
        return nil
    }

    private static let longestPhrase = 4
}
