import Credentials
import Crypto

/// What nobody can foretell in one sign-in.
///
/// - Shape: three times 32 bytes
package struct SignInChance: Sendable {
    static let length = 32

    let state: [UInt8]
    let nonce: [UInt8]
    let verifier: [UInt8]

    /// - Throws: ``ProviderFailure/chance`` when they are too short, or the same
    package init(state: [UInt8], nonce: [UInt8], verifier: [UInt8]) throws(ProviderFailure) {
        guard [state, nonce, verifier].allSatisfy({ $0.count == SignInChance.length }),
            Set([state, nonce, verifier]).count == 3
        else { throw .chance }
        self.state = state
        self.nonce = nonce
        self.verifier = verifier
    }

    /// The three out of one secret that only the browser keeps, so that whoever reads the store can answer for nobody.
    ///
    /// - Shape: `secret`: 32 bytes that nobody can foretell
    /// - Source: RFC 5869 (HKDF with SHA-256)
    /// - Throws: ``ProviderFailure/chance``
    package init(outOf secret: [UInt8]) throws(ProviderFailure) {
        guard secret.count == SignInChance.length else { throw .chance }
        func part(_ name: String) -> [UInt8] {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: SymmetricKey(data: secret), info: Array("hartlijn sign-in \(name)".utf8),
                outputByteCount: SignInChance.length
            ).withUnsafeBytes { Array($0) }
        }
        try self.init(state: part("state"), nonce: part("nonce"), verifier: part("verifier"))
    }
}

/// Somebody who was sent to a provider and has not come back yet.
///
/// Kept with the browser's own session, so that the answer of one browser is worth nothing in another. It is for one
/// answer: whoever takes it out of the store throws it away.
///
/// - Source: RFC 9700, sections 2.1.1 and 4.7; RFC 7636
package struct PendingSignIn: Hashable, Sendable, CustomStringConvertible {
    /// Long enough to find a phone and its code.
    package static let patience = Duration.seconds(600)

    package let issuer: String
    /// - Shape: SHA-256, 32 bytes
    package let stateHash: [UInt8]
    package let nonce: String
    package let verifier: String
    /// The least `acr` that was asked this time.
    package let minimum: String
    package let maximumAge: Duration
    package let madeAt: NumericDate

    package init(
        issuer: String, stateHash: [UInt8], nonce: String, verifier: String, minimum: String, maximumAge: Duration,
        madeAt: NumericDate
    ) {
        self.issuer = issuer
        self.stateHash = stateHash
        self.nonce = nonce
        self.verifier = verifier
        self.minimum = minimum
        self.maximumAge = maximumAge
        self.madeAt = madeAt
    }

    /// What was asked, put together again when the browser comes back with its secret.
    package init(
        outOf chance: SignInChance, askedAt issuer: String, minimum: String, maximumAge: Duration, madeAt: NumericDate
    ) {
        self.init(
            issuer: issuer, stateHash: PendingSignIn.hash(of: Base64URL.text(chance.state)),
            nonce: Base64URL.text(chance.nonce), verifier: Base64URL.text(chance.verifier), minimum: minimum,
            maximumAge: maximumAge, madeAt: madeAt)
    }

    func isOpen(at now: NumericDate) -> Bool { now >= madeAt && now < madeAt + PendingSignIn.patience }

    func isState(_ state: String) -> Bool { areSame(PendingSignIn.hash(of: state), stateHash) }

    static func hash(of text: String) -> [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

    /// - Source: RFC 7636, section 4.2
    static func challenge(of verifier: String) -> String { Base64URL.text(hash(of: verifier)) }

    /// A log says that there was one, and no more.
    package var description: String { "PendingSignIn" }
}
