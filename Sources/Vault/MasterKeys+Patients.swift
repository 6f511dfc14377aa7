import Crypto

extension MasterKeys {
    private static let kind = "hartlijn patient key 1"

    /// The key of a patient as the database may hold it, under the master key of today.
    ///
    /// - Throws: ``SealFailure/cannotSeal``
    package func wrap(_ key: PatientKey) throws(SealFailure) -> WrappedKey {
        try wrap(key, nonce: AES.GCM.Nonce())
    }

    /// - Throws: ``SealFailure/otherKey(_:)`` when the house does not hold the master key; ``SealFailure/refused`` when
    ///   it is of another patient or organisation, or was changed
    package func unwrap(
        _ wrapped: WrappedKey, of patient: RowID, in organisation: RowID
    ) throws(SealFailure) -> PatientKey {
        guard let master = key(wrapped.master) else { throw .otherKey(wrapped.master) }
        let bytes = try Sealing.open(
            wrapped.sealed, with: master.key(for: .wrap, of: organisation),
            bound: MasterKeys.bound(wrapped.key, of: patient, in: organisation, under: master.id))
        let key = PatientKey(try MasterKeys.secret(bytes), of: patient, in: organisation)
        guard key.id == wrapped.key else { throw .contents }
        return key
    }

    /// The same key of the patient under the master key of today; no blob changes.
    ///
    /// - Throws: as ``unwrap(_:of:in:)``
    package func rewrap(
        _ wrapped: WrappedKey, of patient: RowID, in organisation: RowID
    ) throws(SealFailure) -> WrappedKey {
        try wrap(try unwrap(wrapped, of: patient, in: organisation))
    }

    func wrap(_ key: PatientKey, nonce: AES.GCM.Nonce) throws(SealFailure) -> WrappedKey {
        try WrappedKey(
            try Sealing.seal(
                key.fields.secret.bytes, with: current.key(for: .wrap, of: key.organisation), nonce: nonce,
                bound: MasterKeys.bound(key.id, of: key.patient, in: key.organisation, under: current.id),
                after: WrappedKey.front(key.id, under: current.id)))
    }

    private static func secret(_ bytes: [UInt8]) throws(SealFailure) -> Secret {
        do throws(KeyFailure) { return try Secret(bytes) } catch { throw .contents }
    }

    static func bound(
        _ key: KeyID, of patient: RowID, in organisation: RowID, under master: KeyID
    ) -> [UInt8] {
        var parts = Parts(kind)
        parts.add(organisation)
        parts.add(patient)
        parts.add(master)
        parts.add(key)
        return parts.bytes
    }
}
