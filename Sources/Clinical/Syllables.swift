/// Counts the syllables of a Dutch word by its vowel groups.
///
/// A rule of thumb, not a dictionary: it knows the Dutch vowel groups (ij, ei, ui, eu, oe, aai, eeu …), lets a trema
/// start a new syllable (co-ör-di-na-tie), and knows a few loan words. A word in digits counts as one.
///
/// - Source: the test words of a published counter (huis 1, organisatie 5, ziekenhuisopname 6) and our own;
///   docs/clinical/readability.md
package enum Syllables {
    package static func count(_ word: some StringProtocol) -> Int {
        let letters = Array(loanWordsReplaced(word.lowercased()))
        var count = 0
        var place = 0
        while place < letters.count {
            guard let length = nucleus(at: place, of: letters) else {
                place += 1
                continue
            }
            count += 1
            place += length
        }
        return max(1, count)
    }

    /// How many letters form one vowel sound from here, or `nil` when a consonant stands here.
    private static func nucleus(at place: Int, of letters: [Character]) -> Int? {
        let first = base(letters[place])
        guard isVowel(first, at: place, of: letters) else { return nil }
        if first == "e", ends(letters, from: place, with: "eum") { return 1 }
        for length in [3, 2] where place + length <= letters.count {
            let group = letters[place..<place + length]
            guard !group.dropFirst().contains(where: hasTrema) else { continue }
            if groups.contains(String(group.map(base))) { return length }
        }
        return ends(letters, from: place, with: "ion") && place > 0 && letters[place - 1] == "t" ? 2 : 1
    }

    private static func isVowel(_ letter: Character, at place: Int, of letters: [Character]) -> Bool {
        if letter == "u", place > 0, letters[place - 1] == "q" { return false }
        if letter == "y" { return place + 1 == letters.count || !vowels.contains(base(letters[place + 1])) }
        return vowels.contains(letter)
    }

    /// Whether these letters stand here, also in the middle of a longer word (`stations`, `nationaal`).
    private static func ends(_ letters: [Character], from place: Int, with text: String) -> Bool {
        let rest = letters[place...].prefix(text.count)
        return String(rest) == text && (text != "eum" || place + text.count == letters.count)
    }

    private static func base(_ letter: Character) -> Character { plain[letter] ?? letter }
    private static func hasTrema(_ letter: Character) -> Bool { "äëïöü".contains(letter) }

    private static func loanWordsReplaced(_ word: String) -> String {
        loanWords.reduce(word) { text, loan in
            guard text.contains(loan.key) else { return text }
            return text.split(separator: loan.key, omittingEmptySubsequences: false).joined(separator: loan.value)
        }
    }

    private static let vowels: Set<Character> = ["a", "e", "i", "o", "u", "y"]
    private static let groups: Set<String> = [
        "aai", "ooi", "oei", "ieu", "eeu", "eau", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "au",
        "ou",
        "ai", "oi", "ey", "ay", "oy",
    ]
    private static let plain: [Character: Character] = [
        "á": "a", "à": "a", "â": "a", "ä": "a", "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i", "ï": "i", "î": "i",
        "ó": "o", "ò": "o", "ô": "o", "ö": "o", "ú": "u", "ù": "u", "û": "u", "ü": "u", "ĳ": "y",
    ]
    /// Spelled as they sound in Dutch; no replacement contains another key.
    private static let loanWords = [
        "team": "tiem", "coach": "kootsj", "online": "onlain", "website": "websait", "update": "updeet",
        "software": "softwer", "hardware": "hartwer", "smartphone": "smartfoon",
    ]
}
