import Credentials

/// The public keys with which another house signs, by the address in its row of configuration or its discovery.
///
/// Keys for something else, and of a kind we do not know, are left aside. One key that should not be there, such as
/// a private one, makes the whole set refused: somebody has made a mistake.
///
/// - Shape: a JSON object of at most 64 KiB with 1 to 64 keys
/// - Source: RFC 7517, section 5
package struct JWKS: Hashable, Sendable {
    /// - Units: bytes
    package static let longest = 64 * 1024
    static let mostKeys = 64

    let keys: [JWK]

    /// - Throws: ``JWKSFailure``
    package init(_ bytes: [UInt8]) throws(JWKSFailure) {
        guard bytes.count <= JWKS.longest else { throw .tooLong }
        guard case .list(let items) = try JWKS.members(bytes)["keys"] else { throw .keysMissing }
        guard items.count <= JWKS.mostKeys else { throw .tooManyKeys }
        var keys = [JWK]()
        for item in items {
            guard case .object(let members) = item else { throw .keyUnreadable }
            if let key = try JWK.read(members) { keys.append(key) }
        }
        guard !keys.isEmpty else { throw .noKeys }
        let ids = keys.compactMap(\.id)
        guard Set(ids).count == ids.count else { throw .duplicateKeyID }
        self.keys = keys
    }

    /// The one key that this token can be signed with.
    ///
    /// A token that names its key gets that key and no other. One that names none is only read when there is no
    /// choice.
    ///
    /// - Source: OpenID Connect Core 1.0, section 10.1
    func key(named id: String?, for algorithm: SignatureAlgorithm) throws(JWSFailure) -> JWK {
        guard let id else { return try onlyKey(for: algorithm) }
        guard let key = keys.first(where: { $0.id.map { isExactly($0, id) } == true }) else { throw .unknownKey }
        guard key.fits(algorithm) else { throw .keyDoesNotFit }
        return key
    }

    private func onlyKey(for algorithm: SignatureAlgorithm) throws(JWSFailure) -> JWK {
        let fitting = keys.filter { $0.fits(algorithm) }
        guard let key = fitting.first else { throw .keyDoesNotFit }
        guard fitting.count == 1 else { throw .severalKeysFit }
        return key
    }

    private static func members(_ bytes: [UInt8]) throws(JWKSFailure) -> [String: JSONValue] {
        do throws(JSONFailure) { return try object(bytes) } catch { throw .json(error) }
    }
}
