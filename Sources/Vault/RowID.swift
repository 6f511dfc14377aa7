/// Which row, patient, organisation or person is meant: sixteen bytes that say nothing else.
///
/// - Shape: 16 bytes, the halves of a UUID; written as 32 hexadecimal digits
package struct RowID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// - Returns: `nil` when there are not 16 bytes
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        self.init(high: UInt64(mostFirst: bytes.prefix(8)), low: UInt64(mostFirst: bytes.dropFirst(8)))
    }

    package var bytes: [UInt8] { high.mostFirst + low.mostFirst }
    package var description: String { Hexadecimal.text(bytes) }

    package static func < (lhs: RowID, rhs: RowID) -> Bool { (lhs.high, lhs.low) < (rhs.high, rhs.low) }
}
