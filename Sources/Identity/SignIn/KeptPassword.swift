import Clinical
import Credentials
import CryptoExtras
import Foundation
import Storage
import Vault

/// A password as it stands in the database: what was made of it with much work, and how much work that was.
///
/// - Shape: scrypt, 32 bytes; in a house with keys that stands there ``Vault/Peppered``, 40 bytes, and is worth nothing
///   without the keys
struct KeptPassword: Hashable, Sendable {
    let salt: [UInt8]
    let hash: [UInt8]
    let cost: HashCost
}

/// How much work one guess costs; kept with each account, so that it can be raised later.
///
/// - Shape: N and p of scrypt; r is always 8
/// - Source: RFC 7914; OWASP, Password Storage Cheat Sheet: N = 2^17 with p = 1, 2^16 with 2, or 2^15 with 3
package struct HashCost: Hashable, Sendable {
    /// Of what OWASP asks, that which takes the least memory: 32 MB.
    package static let standard = HashCost(rounds: 1 << 15)

    let rounds: Int
    let parallelism: Int

    package init(rounds: Int, parallelism: Int = 3) {
        self.rounds = rounds
        self.parallelism = parallelism
    }

    var work: Int { rounds * parallelism }

    /// What is left to do of this work after some was done: a name that has an older hash answers as late as any other.
    func rest(after done: HashCost) -> HashCost? {
        guard done.work < work else { return nil }
        return HashCost(rounds: rounds, parallelism: (work - done.work + rounds - 1) / rounds)
    }
}

extension SignIn {
    /// A new password, as it is kept from now on.
    func keep(_ password: String) async throws -> KeptPassword {
        let salt = Self.random(16)
        let hash = try await Self.hash(password, salt: salt, cost: cost)
        return KeptPassword(
            salt: salt, hash: store.keys?.peppered(hash, for: .password).bytes ?? hash, cost: cost)
    }

    /// Whether this is the password of an account. It takes as long for a name that we do not know, and for one whose
    /// hash is of before.
    func isRight(_ password: String, _ kept: KeptPassword?) async throws -> Bool {
        guard let kept else {
            _ = try await Self.hash(password, salt: Self.nobodysSalt, cost: cost)
            return false
        }
        let hash = try await Self.hash(password, salt: kept.salt, cost: kept.cost)
        let isRight = areSame(try kept.form(of: hash, store.keys), kept.hash)
        if !isRight, let rest = cost.rest(after: kept.cost) {
            _ = try await Self.hash(password, salt: Self.nobodysSalt, cost: rest)
        }
        return isRight
    }

    /// Made with less work than today, or without the key of today: it is made anew while the password is at hand.
    func isOfBefore(_ kept: KeptPassword) -> Bool {
        guard let keys = store.keys else { return kept.cost.work < cost.work }
        return kept.cost.work < cost.work || Peppered(kept.hash)?.key != keys.currentID
    }

    private static let nobodysSalt = [UInt8](repeating: 7, count: 16)

    private static func hash(_ password: String, salt: [UInt8], cost: HashCost) async throws -> [UInt8] {
        try await withCheckedThrowingContinuation { continuation in
            desk.async { continuation.resume(with: Result { try scrypt(password, salt: salt, cost: cost) }) }
        }
    }

    /// What one guess costs, on the thread that asks.
    package static func scrypt(
        _ password: String, salt: [UInt8] = [UInt8](repeating: 7, count: 16), cost: HashCost = .standard
    ) throws -> [UInt8] {
        let secret = Data(password.precomposedStringWithCompatibilityMapping.utf8.prefix(1024))
        return try KDF.Scrypt.deriveKey(
            from: secret, salt: Data(salt), outputByteCount: 32, rounds: cost.rounds, blockSize: 8,
            parallelism: cost.parallelism
        ).withUnsafeBytes { Array($0) }
    }
}

extension KeptPassword {
    /// How this hash would stand there, if it is the same.
    ///
    /// - Throws: ``KeyFailure/notHeld(_:)`` when it was made with keys that are not here
    fileprivate func form(of hash: [UInt8], _ keys: MasterKeys?) throws -> [UInt8] {
        guard let peppered = Peppered(self.hash) else { return hash }
        guard let keys else { throw KeyFailure.notHeld(peppered.key) }
        return try keys.peppered(hash, for: .password, under: peppered.key).bytes
    }
}
