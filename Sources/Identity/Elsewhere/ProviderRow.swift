import Clinical
import Crypto
import Federation

extension Identity {
    /// Another house as it stands in our configuration: everything that decides whether its word is taken.
    package struct ProviderRow: Hashable, Sendable {
        /// As it stands in our addresses: small letters, digits and dashes.
        package let name: String
        /// As people know it: `DigiD`.
        package let title: String
        package let kind: Provider.Kind
        /// Whose officer reads what went wrong, as long as it is not known who it was.
        package let organisation: ID<Practice>
        package let issuer: String
        package let clientID: String
        package let authentication: Authentication
        /// Where our secret or our key is.
        package let file: String
        package let scopes: [String]
        /// The weakest first.
        package let levels: [String]
        package let minimum: String
        package let maximumAge: Duration
        package let reach: Reach
        package let state: State

        /// How we prove there that it is us; the secret itself is in a file.
        package enum Authentication: Hashable, Sendable {
            case secret
            case key(id: String, audience: ClientKey.Audience)
        }

        package enum State: String, Hashable, Sendable, CaseIterable { case on, off }

        package init(
            name: String, title: String, kind: Provider.Kind, organisation: ID<Practice>, issuer: String,
            clientID: String, authentication: Authentication, file: String, scopes: [String], levels: [String],
            minimum: String, maximumAge: Duration, reach: Reach = .encrypted, state: State = .on
        ) {
            self.name = name
            self.title = title
            self.kind = kind
            self.organisation = organisation
            self.issuer = issuer
            self.clientID = clientID
            self.authentication = authentication
            self.file = file
            self.scopes = scopes
            self.levels = levels
            self.minimum = minimum
            self.maximumAge = maximumAge
            self.reach = reach
            self.state = state
        }
    }
}

extension Identity.ProviderRow {
    /// How far two clocks may be apart.
    ///
    /// - Source: our own proposal
    private static let skew = Duration.seconds(30)

    package static func isName(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
            }
    }

    /// - Parameter secret: what stands in the file
    /// - Throws: ``ProviderFailure``
    package func provider(reaching own: OwnAddress, with secret: [UInt8]) throws(ProviderFailure) -> Provider {
        let us = try RelyingParty(
            id: clientID, authentication: try authentication(with: secret), redirectURI: own.answers, scopes: scopes)
        let demands = try Demands(
            try Assurance(levels: levels, minimum: minimum), maximumAge: maximumAge, skew: Self.skew,
            algorithms: SignatureAlgorithm.forIdentity)
        return try Provider(kind, issuer: issuer, knows: us, demands: demands, within: reach)
    }

    private func authentication(with secret: [UInt8]) throws(ProviderFailure) -> ClientAuthentication {
        guard let text = String(validating: secret, as: UTF8.self) else { throw .secret }
        switch authentication {
        case .secret: return .secretBasic(try ClientSecret(String(text.prefix { !$0.isNewline })))
        case .key(let id, let audience):
            let key: P256.Signing.PrivateKey
            do { key = try P256.Signing.PrivateKey(pemRepresentation: text) } catch { throw .key }
            return .privateKeyJWT(try ClientKey(Array(key.rawRepresentation), id: id, for: audience))
        }
    }
}

extension Identity.Role {
    /// The kind of house that may say who this is: one for citizens never lets in who works here.
    var kindOfHouse: Provider.Kind {
        switch self {
        case .patient, .proxy: .patient
        case .poh, .gp, .manager, .pharmacist, .specialist, .helper, .implementer, .lead, .officer, .administrator:
            .professional
        }
    }
}
