/// How much of a password somebody foresees who knows people, the season, the product and the sign-in name.
///
/// Everything that can be foreseen is crossed out. What is left has to be a password by itself.
package struct Guessing: Sendable {
    /// What was crossed out most.
    package enum Pattern: String, Hashable, Sendable, CaseIterable {
        /// A word that many choose, such as `welkom` or `zomer`.
        case word
        /// The person's own sign-in name.
        case ownName
        /// Neighbours on the keyboard, the alphabet, or counting.
        case row
        /// The same again and again.
        case repetition
        /// A year, in full.
        case year
    }

    /// What has to be left.
    ///
    /// - Units: Unicode scalars
    /// - Source: the shortest password that ASVS 5.0, 6.2.1 allows at all
    package static let leastLeft = 8

    /// The most telling kind; `nil` when enough is left.
    package let pattern: Pattern?

    init(_ password: String, of signIn: String) {
        let letters = Letters(password)
        let crossed: [(pattern: Pattern, places: Set<Int>)] = [
            (.ownName, letters.places(of: Guessing.names(in: signIn).map(Letters.init))),
            (.word, letters.places(of: CommonWords.all)),
            (.year, letters.placesOfYears),
            (.row, letters.placesOfRows),
            (.repetition, letters.placesOfRepetition),
        ]
        let foreseen = crossed.reduce(into: Set<Int>()) { $0.formUnion($1.places) }
        let most = crossed.map(\.places.count).max()
        let isEnough = password.unicodeScalars.count - foreseen.count >= Guessing.leastLeft
        pattern = isEnough ? nil : crossed.first { $0.places.count == most }?.pattern
    }

    /// `fatma.yilmaz@huisarts` is foreseen as a whole and in its parts.
    private static func names(in signIn: String) -> [String] {
        let parts = signIn.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return ([signIn] + parts).filter { $0.unicodeScalars.count >= 3 }
    }
}
