import Crypto

/// A key that seals and opens fields of one organisation; most are of one patient.
///
/// - Shape: what goes in is at most 1 MiB: fields, no files
package struct FieldKey: Sendable {
    /// - Units: bytes
    package static let longest = 1024 * 1024
    private static let kind = "hartlijn field 1"

    package let id: KeyID
    package let organisation: RowID
    let secret: Secret

    init(_ id: KeyID, of organisation: RowID, _ secret: Secret) {
        self.id = id
        self.organisation = organisation
        self.secret = secret
    }

    /// - Throws: ``SealFailure/tooLong``
    package func seal(
        _ bytes: some Collection<UInt8>, at place: Place, padded padding: Padding = .exact
    ) throws(SealFailure) -> Blob {
        guard bytes.count <= FieldKey.longest else { throw .tooLong }
        return try seal(whole: padding.pad(bytes), at: place, nonce: AES.GCM.Nonce())
    }

    /// - Throws: ``SealFailure/tooLong``
    package func seal(text: String, at place: Place, padded padding: Padding = .exact) throws(SealFailure) -> Blob {
        try seal(text.utf8, at: place, padded: padding)
    }

    /// - Throws: ``SealFailure/otherKey(_:)``, ``SealFailure/refused``, ``SealFailure/contents``
    package func open(_ blob: Blob, at place: Place) throws(SealFailure) -> [UInt8] {
        Array(try Padding.unpad(try whole(blob, at: place)))
    }

    /// - Throws: as ``open(_:at:)``, and ``SealFailure/notText``
    package func text(in blob: Blob, at place: Place) throws(SealFailure) -> String {
        let bytes = try Padding.unpad(try whole(blob, at: place))
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
        return text
    }

    /// The same field under this key; its length stays as it was.
    ///
    /// - Throws: as ``open(_:at:)`` of the old key
    package func reseal(_ blob: Blob, at place: Place, from old: FieldKey) throws(SealFailure) -> Blob {
        try seal(whole: try old.whole(blob, at: place), at: place, nonce: AES.GCM.Nonce())
    }

    func seal(whole plain: [UInt8], at place: Place, nonce: AES.GCM.Nonce) throws(SealFailure) -> Blob {
        try Blob(
            try Sealing.seal(plain, with: secret.key, nonce: nonce, bound: bound(to: place), after: Blob.front(id)))
    }

    private func whole(_ blob: Blob, at place: Place) throws(SealFailure) -> [UInt8] {
        guard blob.key == id else { throw .otherKey(blob.key) }
        return try Sealing.open(blob.sealed, with: secret.key, bound: bound(to: place))
    }

    private func bound(to place: Place) -> [UInt8] {
        var parts = Parts(FieldKey.kind)
        parts.add(organisation)
        parts.add(place.table)
        parts.add(place.row)
        parts.add(place.column)
        parts.add(id)
        return parts.bytes
    }
}
