/// The bytes of one value, read from front to back and never past their end.
///
/// - Shape: Bluetooth writes the low byte first, IEEE 11073-20601 (MDER) the high byte first; the names say which
package struct MeterBytes: Sendable {
    private let bytes: [UInt8]
    package private(set) var place: Int
    private let end: Int

    package init(_ bytes: [UInt8]) {
        self.init(bytes, from: 0, to: bytes.count)
    }

    private init(_ bytes: [UInt8], from place: Int, to end: Int) {
        self.bytes = bytes
        self.place = place
        self.end = end
    }

    package var left: Int { end - place }

    package mutating func byte(_ field: MeterField) throws(MeterFailure) -> UInt8 {
        try need(1, field)
        defer { place += 1 }
        return bytes[place]
    }

    package mutating func little16(_ field: MeterField) throws(MeterFailure) -> UInt16 {
        try need(2, field)
        defer { place += 2 }
        return UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
    }

    package mutating func little32(_ field: MeterField) throws(MeterFailure) -> UInt32 {
        try need(4, field)
        return UInt32(try little16(field)) | UInt32(try little16(field)) << 16
    }

    package mutating func big16(_ field: MeterField) throws(MeterFailure) -> UInt16 {
        try little16(field).byteSwapped
    }

    package mutating func big32(_ field: MeterField) throws(MeterFailure) -> UInt32 {
        try little32(field).byteSwapped
    }

    /// The next `length` bytes as a value of their own; places stay those of the whole.
    package mutating func part(_ length: Int, _ field: MeterField) throws(MeterFailure) -> MeterBytes {
        try need(length, field)
        defer { place += length }
        return MeterBytes(bytes, from: place, to: place + length)
    }

    /// - Throws: ``MeterFailure`` when anything is left
    package func finish(_ field: MeterField = .value) throws(MeterFailure) {
        guard left == 0 else { throw MeterFailure(place: place, field: field, reason: .leftOver(left)) }
    }

    private func need(_ count: Int, _ field: MeterField) throws(MeterFailure) {
        guard count <= left else {
            throw MeterFailure(place: place, field: field, reason: .endsEarly(needed: count, left: left))
        }
    }
}
