/// One sentence and its words.
package struct TextSentence: Hashable, Sendable {
    package let text: String
    /// Without punctuation around them; a word has at least one letter or digit.
    package let words: [String]

    init?(_ text: Substring) {
        let words = text.split(whereSeparator: \.isWhitespace).compactMap { TextSentence.bare($0) }
        guard !words.isEmpty else { return nil }
        self.text = TextSentence.trimmed(text)
        self.words = words
    }

    private static func bare(_ token: Substring) -> String? {
        guard let start = token.firstIndex(where: isPartOfWord), let end = token.lastIndex(where: isPartOfWord) else {
            return nil
        }
        return String(token[start...end])
    }

    private static func isPartOfWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.firstIndex { !$0.isWhitespace } ?? text.startIndex
        let end = text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? text.endIndex
        return String(text[start..<end])
    }
}

/// Splits a text into sentences.
///
/// A full stop, question mark or exclamation mark ends a sentence when a space or the end follows, but a full stop
/// before a small letter does not ("bijv. een appel"). A line that ends, ends a sentence too: labels and lists have
/// no full stops.
enum TextSentences {
    static func split(_ text: String) -> [TextSentence] {
        text.split(whereSeparator: \.isNewline).flatMap(sentences)
    }

    private static func sentences(in line: Substring) -> [TextSentence] {
        var found: [TextSentence] = []
        var start = line.startIndex
        for place in line.indices where isEnd(place, of: line) {
            let next = line.index(after: place)
            if let sentence = TextSentence(line[start..<next]) { found.append(sentence) }
            start = next
        }
        if let rest = TextSentence(line[start...]) { found.append(rest) }
        return found
    }

    private static func isEnd(_ place: Substring.Index, of line: Substring) -> Bool {
        guard ".!?…".contains(line[place]) else { return false }
        let after = line[line.index(after: place)...].drop { "\"'”’)".contains($0) }
        guard let next = after.first else { return true }
        guard next.isWhitespace else { return false }
        let following = after.first { !$0.isWhitespace }
        return line[place] != "." || !(following?.isLowercase ?? false)
    }
}
