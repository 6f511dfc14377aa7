import Crypto

/// How we prove to a provider that it is us who ask for the token.
///
/// - Source: OpenID Connect Core 1.0, section 9
package enum ClientAuthentication: Hashable, Sendable {
    case secretBasic(ClientSecret)
    case privateKeyJWT(ClientKey)

    /// As the provider names it.
    var method: String {
        switch self {
        case .secretBasic: "client_secret_basic"
        case .privateKeyJWT: "private_key_jwt"
        }
    }
}

/// The word that we share with a provider.
package struct ClientSecret: Hashable, Sendable, CustomStringConvertible {
    let text: String

    /// - Throws: ``ProviderFailure/secret`` when it is shorter than 16 or longer than 512 visible characters
    package init(_ text: String) throws(ProviderFailure) {
        guard (16...512).contains(text.utf8.count), text.utf8.allSatisfy(isVisible) else { throw .secret }
        self.text = text
    }

    /// A log says that there was a secret, and no more.
    package var description: String { "ClientSecret" }
}

/// The key with which we sign that it is us.
///
/// - Shape: P-256, for ES256; 32 bytes
package struct ClientKey: Hashable, Sendable, CustomStringConvertible {
    /// For whom such a signature is made out.
    package enum Audience: String, Hashable, Sendable, CaseIterable {
        /// The issuer itself, which is the safe choice.
        ///
        /// - Source: OpenID Foundation, notice on private_key_jwt audiences, January 2025
        case issuer
        /// The token endpoint, for a provider that knows no better.
        case tokenEndpoint
    }

    let id: String
    let audience: Audience
    private let raw: [UInt8]

    /// - Throws: ``ProviderFailure/key`` when these bytes are no key, or it has no name
    package init(_ raw: [UInt8], id: String, for audience: Audience = .issuer) throws(ProviderFailure) {
        guard JOSE.keyIDLengths.contains(id.utf8.count) else { throw .key }
        do { _ = try P256.Signing.PrivateKey(rawRepresentation: raw) } catch { throw .key }
        self.raw = raw
        self.id = id
        self.audience = audience
    }

    /// - Throws: ``ProviderFailure/key``
    func signature(of bytes: [UInt8]) throws(ProviderFailure) -> [UInt8] {
        do {
            let key = try P256.Signing.PrivateKey(rawRepresentation: raw)
            return Array(try key.signature(for: bytes).rawRepresentation)
        } catch { throw .key }
    }

    /// A log says that there was a key, and no more.
    package var description: String { "ClientKey" }
}
