import Credentials

/// Who it is, how sure that is, and since when.
extension IDToken {
    /// - Source: OpenID Connect Core 1.0, section 3.1.3.7, step 12
    func level(_ claims: [String: JSONValue]) throws(IDTokenFailure) -> String {
        guard let level = claims.text("acr") else { throw .noLevel }
        guard provider.demands.assurance.suffices(level), asked(suffices: level) else { throw .levelTooLow }
        return level
    }

    /// Whether the level is what this sign-in asked, which may be more than the provider's row asks.
    private func asked(suffices level: String) -> Bool {
        provider.demands.assurance.levels.drop { $0 != pending.minimum }.contains { isExactly($0, level) }
    }

    /// The time is always asked for (`max_age`), so it always has to be there.
    ///
    /// - Source: OpenID Connect Core 1.0, section 3.1.3.7, step 13
    func authenticatedAt(
        _ claims: [String: JSONValue], at now: NumericDate
    ) throws(IDTokenFailure) -> NumericDate {
        let skew = provider.demands.skew
        guard let moment = claims.moment("auth_time") else { throw .noAuthenticationTime }
        guard moment <= now + skew else { throw .authenticationInFuture }
        let longest = min(pending.maximumAge, provider.demands.maximumAge)
        guard moment + longest + skew >= now else { throw .authenticatedTooLongAgo }
        return moment
    }

    func shownName(_ claims: [String: JSONValue]) throws(IDTokenFailure) -> String? {
        guard claims.has("name") else { return nil }
        guard let name = claims.text("name"), IDToken.names.contains(name.utf8.count),
            name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { throw .name }
        return name
    }

    func session(_ claims: [String: JSONValue]) throws(IDTokenFailure) -> String? {
        guard claims.has("sid") else { return nil }
        guard let session = claims.name("sid", lengths: IDToken.names) else { throw .session }
        return session
    }
}
