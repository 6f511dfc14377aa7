/// The number by which an organisation or a line of the log is known.
///
/// - Shape: 16 bytes, as the ids of the database have them
package struct Reference: Hashable, Sendable, CustomStringConvertible {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// - Returns: `nil` when there are not 16 bytes
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    package var bytes: [UInt8] {
        var canonical = Canonical()
        canonical.add(self)
        return canonical.bytes
    }

    /// 32 hexadecimal digits.
    package var description: String { Hexadecimal.text(bytes) }
}
