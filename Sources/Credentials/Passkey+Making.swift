import Crypto

extension Passkey {
    /// What the browser answers when a passkey was made.
    package struct Made: Hashable, Sendable {
        package let clientData: [UInt8]
        package let attestation: [UInt8]

        package init(clientData: [UInt8], attestation: [UInt8]) {
            self.clientData = clientData
            self.attestation = attestation
        }
    }

    /// Accepts a passkey that was just made.
    ///
    /// Whether somebody has a credential with this id already is for the store to say.
    ///
    /// - Source: WebAuthn level 2, section 7.1
    /// - Returns: what the store keeps
    package static func register(
        _ made: Made, for challenge: Challenge, of owner: Owner, at site: Site
    ) throws(PasskeyFailure) -> Credential {
        try ClientData(made.clientData).verify(.making, challenge, at: site)
        let attestation = try Attestation(made.attestation)
        let told = try AuthenticatorData(attestation.authenticatorData)
        try told.verify(at: site)
        let backup = try told.backup()
        guard let new = told.credential else { throw .noCredential }
        try attestation.verify(clientData: made.clientData, key: new.key)
        return Credential(id: new.id, owner: owner, publicKey: new.key.x963, counter: told.counter, backup: backup)
    }
}

/// What the authenticator says of a new passkey, and of itself.
///
/// We ask it to say nothing of itself. A browser may still pass on a statement that the new key signed itself: that
/// one is checked. A statement signed by a maker is refused, because it tells which device somebody has.
///
/// - Source: WebAuthn level 2, sections 5.1.3 (step "none"), 6.5.4, 8.2 and 8.7
struct Attestation: Sendable {
    let authenticatorData: [UInt8]
    private let statement: Statement

    private enum Statement: Sendable {
        case none
        case signedByItself([UInt8])
    }

    init(_ bytes: [UInt8]) throws(PasskeyFailure) {
        guard bytes.count <= CBORReader.longest else { throw .tooLong(.attestation) }
        let members = try Attestation.members(bytes)
        guard let format = members[.text("fmt")]?.text, let parts = members[.text("attStmt")]?.map,
            let data = members[.text("authData")]?.bytes, members.count == 3
        else { throw .attestationMembers }
        authenticatorData = data
        statement = try Attestation.statement(format, parts)
    }

    /// - Throws: ``PasskeyFailure/wrongSignature`` when the key did not sign its own statement
    func verify(clientData: [UInt8], key: COSEKey) throws(PasskeyFailure) {
        switch statement {
        case .none: break
        case .signedByItself(let signature):
            try Signature.verify(signature, of: authenticatorData, clientData, by: key.x963)
        }
    }

    private static func members(_ bytes: [UInt8]) throws(PasskeyFailure) -> [CBOR: CBOR] {
        guard let members = try value(bytes).map else { throw .attestationMembers }
        return members
    }

    private static func value(_ bytes: [UInt8]) throws(PasskeyFailure) -> CBOR {
        do throws(CBORFailure) { return try CBORReader.only(bytes) } catch { throw .cbor(error) }
    }

    private static func statement(_ format: String, _ parts: [CBOR: CBOR]) throws(PasskeyFailure) -> Statement {
        switch format {
        case "none":
            guard parts.isEmpty else { throw .attestationNotEmpty }
            return .none
        case "packed":
            guard parts[.text("x5c")] == nil else { throw .attestationOfMaker }
            guard parts[.text("alg")] == .number(Passkey.es256), parts.count == 2,
                let signature = parts[.text("sig")]?.bytes
            else { throw .attestationMembers }
            return .signedByItself(signature)
        default: throw .attestationFormat
        }
    }
}

/// The signature under what authenticator and browser said together.
enum Signature {
    /// - Units: bytes; two numbers of 33 bytes with their heads (RFC 3279, section 2.2.3)
    static let longest = 72

    static func verify(
        _ signature: [UInt8], of authenticatorData: [UInt8], _ clientData: [UInt8], by x963: [UInt8]
    ) throws(PasskeyFailure) {
        guard signature.count <= longest else { throw .tooLong(.signature) }
        let key = try COSEKey.publicKey(x963)
        let signed = authenticatorData + Array(SHA256.hash(data: clientData))
        guard key.isValidSignature(try read(signature), for: signed) else { throw .wrongSignature }
    }

    private static func read(_ signature: [UInt8]) throws(PasskeyFailure) -> P256.Signing.ECDSASignature {
        do { return try P256.Signing.ECDSASignature(derRepresentation: signature) } catch { throw .signatureUnreadable }
    }
}
