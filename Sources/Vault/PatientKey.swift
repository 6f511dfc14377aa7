/// The key of everything that is written about one patient; without it nothing of that can be read again.
///
/// The database holds it only wrapped, ``WrappedKey``. Keeping an unwrapped one at hand is for the caller.
package struct PatientKey: Sendable {
    package let patient: RowID
    /// What seals and opens.
    package let fields: FieldKey

    package var id: KeyID { fields.id }
    package var organisation: RowID { fields.organisation }

    /// - Throws: ``KeyFailure/weak`` when chance gives no chance
    package static func new(
        of patient: RowID, in organisation: RowID, using chance: inout some RandomNumberGenerator
    ) throws(KeyFailure) -> PatientKey {
        PatientKey(try Secret(using: &chance), of: patient, in: organisation)
    }

    init(_ secret: Secret, of patient: RowID, in organisation: RowID) {
        self.patient = patient
        fields = FieldKey(KeyID(of: secret.key), of: organisation, secret)
    }
}

/// The key of a patient as it stands in the database: only a master key of the house opens it.
///
/// - Shape: version 1, id of the master key 8, id of the patient's key 8, nonce 12, 32 sealed bytes, tag 16
package struct WrappedKey: Hashable, Sendable {
    static let version: UInt8 = 1
    static let frontLength = 1 + 2 * KeyID.length
    /// - Units: bytes
    package static let length = frontLength + Sealing.nonceLength + Secret.length + Sealing.tagLength

    package let bytes: [UInt8]
    package let master: KeyID
    /// Which blobs it opens.
    package let key: KeyID

    /// - Throws: ``SealFailure/tooShort``, ``SealFailure/tooLong``, ``SealFailure/version(_:)``
    package init(_ bytes: [UInt8]) throws(SealFailure) {
        guard bytes.count <= WrappedKey.length else { throw .tooLong }
        guard bytes.count == WrappedKey.length, let first = bytes.first,
            let master = KeyID(bytes: bytes[1..<1 + KeyID.length]),
            let key = KeyID(bytes: bytes[1 + KeyID.length..<WrappedKey.frontLength])
        else { throw .tooShort }
        guard first == WrappedKey.version else { throw .version(first) }
        self.bytes = bytes
        self.master = master
        self.key = key
    }

    static func front(_ key: KeyID, under master: KeyID) -> [UInt8] { [version] + master.bytes + key.bytes }
    var sealed: ArraySlice<UInt8> { bytes.dropFirst(WrappedKey.frontLength) }
}
