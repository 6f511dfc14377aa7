import Crypto

/// Nobody can read any more what was written about a patient: the key is gone, in the database and, once the last
/// backup with it has gone too, everywhere.
package enum Erasure {
    /// A wrapped key that is gone.
    package struct Destroyed: Hashable, Comparable, Sendable {
        /// Which blobs nobody opens any more.
        package let key: KeyID
        package let master: KeyID
        /// SHA-256 of the wrapped bytes: says which row it was, and gives nothing back.
        package let hash: [UInt8]
        /// The hash as it stands in a proof.
        package var hashText: String { Hexadecimal.text(hash) }

        package init(_ wrapped: WrappedKey) {
            self.init(key: wrapped.key, master: wrapped.master, hash: Array(SHA256.hash(data: wrapped.bytes)))
        }

        init(key: KeyID, master: KeyID, hash: [UInt8]) {
            self.key = key
            self.master = master
            self.hash = hash
        }

        package static func < (lhs: Destroyed, rhs: Destroyed) -> Bool {
            (lhs.key, lhs.master, Hexadecimal.text(lhs.hash)) < (rhs.key, rhs.master, Hexadecimal.text(rhs.hash))
        }
    }

    /// What was destroyed, when, and on whose decision.
    ///
    /// - Units: `at` in ms since 1970, UTC
    package struct Proof: Hashable, Sendable {
        package let patient: RowID
        package let organisation: RowID
        /// In one order, each once.
        package let destroyed: [Destroyed]
        package let at: Int64
        package let decider: RowID

        /// - Throws: ``ErasureFailure/noKeys``
        package init(
            of patient: RowID, in organisation: RowID, destroyed: [Destroyed], at now: Int64, by decider: RowID
        ) throws(ErasureFailure) {
            guard !destroyed.isEmpty else { throw .noKeys }
            self.patient = patient
            self.organisation = organisation
            self.destroyed = Set(destroyed).sorted()
            at = now
            self.decider = decider
        }
    }
}

/// Why there is no proof.
package enum ErasureFailure: Error, Hashable, Sendable {
    case noKeys
    /// Not the line as this house writes it.
    case notALine
}
