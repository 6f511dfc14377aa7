extension Erasure {
    /// What is found when somebody looks whether the patient is really forgotten.
    package enum Finding: Hashable, Sendable {
        /// The blobs that are left are noise.
        case nothingOpens(blobs: Int)
        /// A key of this patient is still wrapped in a row, so its blobs open.
        case keysLeft([KeyID])
        /// Wrapped keys under master keys that the house does not hold, so nobody can say whose they are.
        case keysNotTried([KeyID])
        /// Blobs under keys that this proof says nothing about.
        case notCovered([KeyID])
    }
}

extension Erasure.Proof {
    /// Looks whether any of these blobs can still be opened.
    ///
    /// A wrapped key is not believed on its word: each that is left is tried as a key of this patient. Whether a backup
    /// still holds one is not seen here.
    ///
    /// - Parameter blobs: all that is left of this patient
    /// - Parameter wrapped: every wrapped key that is left, of any patient
    package func check(blobs: [Blob], wrapped: [WrappedKey], masters: MasterKeys) -> Erasure.Finding {
        let gone = Set(destroyed.map(\.key))
        let left = Set(wrapped.filter { gone.contains($0.key) || opens($0, masters) }.map(\.key))
        guard left.isEmpty else { return .keysLeft(left.sorted()) }
        let held = Set(masters.all.map(\.id))
        let notTried = wrapped.filter { !held.contains($0.master) }.map(\.key)
        guard notTried.isEmpty else { return .keysNotTried(notTried.sorted()) }
        let others = Set(blobs.map(\.key)).subtracting(gone)
        guard others.isEmpty else { return .notCovered(others.sorted()) }
        return .nothingOpens(blobs: blobs.count)
    }

    private func opens(_ wrapped: WrappedKey, _ masters: MasterKeys) -> Bool {
        do throws(SealFailure) {
            _ = try masters.unwrap(wrapped, of: patient, in: organisation)
            return true
        } catch { return false }
    }
}
