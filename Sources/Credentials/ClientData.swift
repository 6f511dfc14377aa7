/// What the browser says about the ceremony: which one, for which challenge, on which page.
///
/// - Shape: a JSON object of at most 8 KiB; members we do not know are allowed
/// - Source: WebAuthn level 2, section 5.8.1
struct ClientData: Sendable {
    static let longest = 8 * 1024

    private let members: [String: JSONValue]

    init(_ bytes: [UInt8]) throws(PasskeyFailure) {
        guard bytes.count <= ClientData.longest else { throw .tooLong(.clientData) }
        do throws(JSONFailure) {
            guard case .object(let members) = try JSONReader.only(bytes) else { throw JSONFailure.notAnObject }
            self.members = members
        } catch { throw .clientData(error) }
    }

    /// - Source: WebAuthn level 2, section 7.1 steps 7 to 10, section 7.2 steps 11 to 14
    func verify(_ ceremony: Ceremony, _ challenge: Passkey.Challenge, at site: Passkey.Site) throws(PasskeyFailure) {
        guard text("type") == ceremony.rawValue else { throw .wrongCeremony }
        guard areSame(try answered(), challenge.bytes) else { throw .wrongChallenge }
        guard let origin = text("origin"), site.origins.contains(where: { isExactly($0, origin) }) else {
            throw .wrongOrigin
        }
        try verifyFrame()
        try verifyBinding()
    }

    /// - Throws: ``PasskeyFailure/challengeUnreadable``
    func answered() throws(PasskeyFailure) -> [UInt8] {
        guard let bytes = text("challenge").flatMap(Base64URL.bytes) else { throw .challengeUnreadable }
        return bytes
    }

    /// A page inside a page of somebody else is not where people sign in.
    private func verifyFrame() throws(PasskeyFailure) {
        switch members["crossOrigin"] {
        case nil, .truth(false): break
        case .truth(true): throw .insideAnotherSite
        case .object, .list, .text, .number, .nothing: throw .insideAnotherSite
        }
        guard members["topOrigin"] == nil else { throw .insideAnotherSite }
    }

    /// No connection of ours has a token binding, so an answer that rests on one is not for us.
    private func verifyBinding() throws(PasskeyFailure) {
        guard let binding = members["tokenBinding"] else { return }
        guard case .object(let parts) = binding, case .text(let status) = parts["status"] else { throw .tokenBinding }
        guard ["supported", "not-supported"].contains(status) else { throw .tokenBinding }
    }

    private func text(_ name: String) -> String? {
        guard case .text(let text) = members[name] else { return nil }
        return text
    }

    /// Byte for byte: two texts that only look the same are not the same page.
    private func isExactly(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }
}

extension Passkey {
    /// Which challenge the browser says it answers. Whether we ever handed it out is for the store to say.
    package static func challenge(answeredIn clientData: [UInt8]) throws(PasskeyFailure) -> Challenge {
        try Challenge(try ClientData(clientData).answered())
    }
}

/// Making a passkey, or signing in with one.
enum Ceremony: String, Sendable {
    case making = "webauthn.create"
    case signingIn = "webauthn.get"
}
