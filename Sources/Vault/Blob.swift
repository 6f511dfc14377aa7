/// One field as it stands in the database: nobody reads it without the key.
///
/// - Shape: version 1, key id 8, nonce 12, the sealed bytes, tag 16
package struct Blob: Hashable, Sendable {
    static let version: UInt8 = 1
    static let frontLength = 1 + KeyID.length
    /// At least the mark where the contents end is inside.
    static let shortest = frontLength + Sealing.nonceLength + 1 + Sealing.tagLength

    package let bytes: [UInt8]
    /// With which key it was sealed.
    package let key: KeyID

    /// - Throws: ``SealFailure/tooShort``, ``SealFailure/version(_:)``
    package init(_ bytes: [UInt8]) throws(SealFailure) {
        guard bytes.count >= Blob.shortest, let first = bytes.first,
            let key = KeyID(bytes: bytes[1..<Blob.frontLength])
        else { throw .tooShort }
        guard first == Blob.version else { throw .version(first) }
        self.bytes = bytes
        self.key = key
    }

    static func front(_ key: KeyID) -> [UInt8] { [version] + key.bytes }
    var sealed: ArraySlice<UInt8> { bytes.dropFirst(Blob.frontLength) }
}

/// Where a blob belongs; anywhere else it does not open.
package struct Place: Hashable, Sendable {
    package let table: String
    package let row: RowID
    package let column: String

    package init(table: String, row: RowID, column: String) {
        self.table = table
        self.row = row
        self.column = column
    }
}
