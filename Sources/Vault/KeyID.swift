import Crypto

/// Which key it is: eight bytes that follow from the key, and from which the key does not follow.
///
/// A key that was mistyped has another id, so a key and its id cannot get mixed up. An id is no secret.
///
/// - Shape: 8 bytes; written as 16 hexadecimal digits
package struct KeyID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package static let length = 8

    package let number: UInt64

    package init(_ number: UInt64) { self.number = number }

    /// - Returns: `nil` when there are not 8 bytes
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == KeyID.length else { return nil }
        number = UInt64(mostFirst: bytes)
    }

    init(of key: SymmetricKey) {
        let print = Derivation.key(from: key, info: Parts("key id").bytes, count: KeyID.length)
        number = print.withUnsafeBytes { UInt64(mostFirst: $0) }
    }

    package var bytes: [UInt8] { number.mostFirst }
    package var description: String { Hexadecimal.text(bytes) }

    package static func < (lhs: KeyID, rhs: KeyID) -> Bool { lhs.number < rhs.number }
}
