/// How sure a provider is of who somebody is: its own names for that, and the least that we take.
///
/// - Shape: `acr` values, the weakest first
/// - Source: OpenID Connect Core 1.0, section 2 (`acr`); the names are the provider's, such as
///   `http://eidas.europa.eu/LoA/substantial`
package struct Assurance: Hashable, Sendable {
    package let levels: [String]
    package let minimum: String

    /// - Throws: ``ProviderFailure/levels`` when the least is not one of them, or one stands there twice
    package init(levels: [String], minimum: String) throws(ProviderFailure) {
        guard levels.contains(minimum), Set(levels).count == levels.count,
            levels.allSatisfy({ (1...255).contains($0.utf8.count) && $0.utf8.allSatisfy(isVisible) })
        else { throw .levels }
        self.levels = levels
        self.minimum = minimum
    }

    /// The least and everything above it.
    var enough: ArraySlice<String> { levels.drop { $0 != minimum } }

    /// The same names with a higher minimum, for an action that asks more.
    ///
    /// - Throws: ``ProviderFailure/levels`` when the provider knows no such level, or it is lower than the least
    package func raised(to level: String) throws(ProviderFailure) -> Assurance {
        guard enough.contains(level) else { throw .levels }
        return try Assurance(levels: levels, minimum: level)
    }

    /// Whether somebody who was recognised at this level is recognised well enough.
    func suffices(_ level: String) -> Bool { enough.contains { isExactly($0, level) } }
}
