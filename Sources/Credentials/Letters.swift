import Foundation

/// A password as small letters without accents, and once more with the signs that stand in for letters.
///
/// Both have the same places, so what is found in one can be crossed out in the other.
struct Letters: Sendable {
    private let plain: [UnicodeScalar]
    private let folded: [UnicodeScalar]

    init(_ text: String) {
        plain = text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
            .filter { $0.properties.generalCategory != .nonspacingMark }
        folded = plain.map(Letters.folded)
    }

    var count: Int { plain.count }

    func places(of words: [Letters]) -> Set<Int> {
        words.reduce(into: []) { $0.formUnion(places(of: $1.folded)) }
    }

    private func places(of word: [UnicodeScalar]) -> Set<Int> {
        guard !word.isEmpty, word.count <= count else { return [] }
        let starts = (0...(count - word.count)).filter { folded.dropFirst($0).starts(with: word) }
        return starts.reduce(into: []) { $0.formUnion($1..<($1 + word.count)) }
    }

    /// The years in which people who are alive were born, or will see.
    var placesOfYears: Set<Int> {
        let digits = Set("0123456789".unicodeScalars)
        let starts = plain.indices.filter { start in
            let year = plain.dropFirst(start).prefix(4)
            let isCentury = year.starts(with: "19".unicodeScalars) || year.starts(with: "20".unicodeScalars)
            return isCentury && year.count == 4 && year.allSatisfy(digits.contains)
        }
        return starts.reduce(into: []) { $0.formUnion($1..<($1 + 4)) }
    }

    /// Four neighbours or more, in either direction.
    var placesOfRows: Set<Int> {
        Rows.following.reduce(into: []) { places, following in
            places.formUnion(stretches(atLeast: 4) { following[$0] == $1 })
        }
    }

    /// Three of the same or more, and every copy of a piece that is repeated; the first of them counts.
    var placesOfRepetition: Set<Int> {
        (1...max(1, count / 2)).reduce(into: Set<Int>()) { places, period in
            places.formUnion(copies(after: period))
        }
    }

    private func copies(after period: Int) -> Set<Int> {
        let same = zip(plain, plain.dropFirst(period)).map { $0 == $1 }
        return Letters.runs(same).filter { $0.count >= max(period, period == 1 ? 2 : 3) }
            .reduce(into: []) { $0.formUnion(($1.lowerBound + period)..<($1.upperBound + period)) }
    }

    private func stretches(atLeast least: Int, _ follows: (UnicodeScalar, UnicodeScalar) -> Bool) -> Set<Int> {
        let steps = zip(plain, plain.dropFirst()).map(follows)
        return Letters.runs(steps).filter { $0.count + 1 >= least }
            .reduce(into: []) { $0.formUnion($1.lowerBound..<($1.upperBound + 1)) }
    }

    /// The unbroken stretches of what is true.
    private static func runs(_ truths: [Bool]) -> [Range<Int>] {
        var runs = [Range<Int>]()
        var start: Int?
        for (place, isTrue) in truths.enumerated() {
            if isTrue {
                start = start ?? place
            } else if let first = start {
                runs.append(first..<place)
                start = nil
            }
        }
        return runs + (start.map { [$0..<truths.count] } ?? [])
    }

    /// One sign for all that are used for the same letter.
    private static func folded(_ scalar: UnicodeScalar) -> UnicodeScalar {
        switch scalar {
        case "0": "o"
        case "1", "l", "!", "|": "i"
        case "2": "z"
        case "3", "€": "e"
        case "4", "@": "a"
        case "5", "$": "s"
        case "6", "9": "g"
        case "7", "+": "t"
        case "8": "b"
        default: scalar
        }
    }
}

/// What lies next to each other: on keyboards, in the alphabet, in counting.
enum Rows {
    private static let all = [
        "abcdefghijklmnopqrstuvwxyz", "01234567890",
        "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertzuiop",
        "!@#$%^&*()", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.",
    ]

    /// For each row and its reverse: which sign follows which.
    static let following: [[UnicodeScalar: UnicodeScalar]] = all.flatMap { row in
        [Array(row.unicodeScalars), row.unicodeScalars.reversed()].map { signs in
            Dictionary(zip(signs, signs.dropFirst()), uniquingKeysWith: { first, _ in first })
        }
    }
}
