import Crypto

/// Signing in with a key that stays in the phone or on a stick, opened by a finger, a face or a code.
///
/// Only ES256, which every authenticator knows; whoever signs in must have shown who they are; and who made the
/// authenticator is not asked, so nothing of the device is kept.
///
/// - Source: WebAuthn level 2 (W3C Recommendation, 8 April 2021), section 7; backup flags of level 3, section 7
package enum Passkey {
    /// ECDSA on P-256 with SHA-256.
    ///
    /// - Source: IANA COSE Algorithms
    static let es256: Int64 = -7

    /// - Units: bytes
    /// - Source: WebAuthn level 3, section 7.1: no longer than 1023
    static let idLengths = 1...1023

    /// Where people sign in: the name the passkey is bound to, and the addresses of its pages.
    ///
    /// - Shape: `hartlijn.example`, and `https://hartlijn.example` without a slash behind it
    package struct Site: Hashable, Sendable {
        package let id: String
        package let name: String
        package let origins: Set<String>

        package init(id: String, name: String, origins: Set<String>) {
            self.id = id
            self.name = name
            self.origins = origins
        }

        var hash: [UInt8] { Array(SHA256.hash(data: Array(id.utf8))) }
    }

    /// What has to be signed this once.
    ///
    /// Whoever hands it out keeps it for one answer and a few minutes.
    ///
    /// - Shape: 32 bytes that nobody can foretell; level 2 asks at least 16 (section 13.4.3)
    package struct Challenge: Hashable, Sendable {
        package static let length = 32

        package let bytes: [UInt8]

        /// - Throws: ``PasskeyFailure/challengeLength``
        package init(_ bytes: [UInt8]) throws(PasskeyFailure) {
            guard bytes.count == Challenge.length else { throw .challengeLength }
            self.bytes = bytes
        }
    }

    /// The person a passkey belongs to, by a number that says nothing about them.
    ///
    /// - Shape: 1 to 64 bytes (WebAuthn level 2, section 5.4.3)
    package struct Owner: Hashable, Sendable {
        package let bytes: [UInt8]

        /// - Throws: ``PasskeyFailure/ownerLength``
        package init(_ bytes: [UInt8]) throws(PasskeyFailure) {
            guard (1...64).contains(bytes.count) else { throw .ownerLength }
            self.bytes = bytes
        }
    }

    /// Whether other devices of the same person may have this passkey too.
    package enum Backup: String, Hashable, Sendable, CaseIterable {
        /// It never leaves the device it was made in.
        case boundToDevice
        /// It may be copied, and is not yet.
        case possible
        case done
    }

    /// What the store keeps of a passkey; none of it is secret.
    package struct Credential: Hashable, Sendable {
        package let id: [UInt8]
        package let owner: Owner
        /// - Shape: 65 bytes, X9.63
        package let publicKey: [UInt8]
        package let counter: UInt32
        package let backup: Backup

        package init(id: [UInt8], owner: Owner, publicKey: [UInt8], counter: UInt32, backup: Backup) {
            self.id = id
            self.owner = owner
            self.publicKey = publicKey
            self.counter = counter
            self.backup = backup
        }
    }
}

extension AuthenticatorData {
    /// - Throws: ``PasskeyFailure/backedUpWithoutEligible``
    func backup() throws(PasskeyFailure) -> Passkey.Backup {
        switch (flags.contains(.backupEligible), flags.contains(.backedUp)) {
        case (false, false): .boundToDevice
        case (true, false): .possible
        case (true, true): .done
        case (false, true): throw .backedUpWithoutEligible
        }
    }

    /// The right site, somebody there, and known to be the owner of the device.
    func verify(at site: Passkey.Site) throws(PasskeyFailure) {
        guard areSame(siteHash, site.hash) else { throw .wrongSite }
        guard flags.contains(.present) else { throw .nobodyPresent }
        guard flags.contains(.verified) else { throw .personNotVerified }
    }
}
