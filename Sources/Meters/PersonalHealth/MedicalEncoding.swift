/// The primitives of the Medical Device Encoding Rules: the high byte first, every list with its count and length.
///
/// - Shape: INT-U16 and -U32; octet string = length (2) and bytes; list = count (2), length (2) and elements;
///   attribute = id (2), length (2) and bytes; absolute time = eight bytes of two decimal digits each
/// - Source: ISO/IEEE 11073-20601:2019, MDER annex
extension MeterBytes {
    /// The length that stands here must be exactly what is left.
    package mutating func lengthOfRest(_ field: MeterField) throws(MeterFailure) {
        let start = place
        let said = Int(try big16(field))
        guard said == left else {
            throw MeterFailure(place: start, field: field, reason: .lengthDisagrees(said: said, found: left))
        }
    }

    package mutating func octets(_ field: MeterField) throws(MeterFailure) -> MeterBytes {
        try part(Int(try big16(field)), field)
    }

    /// Reads `count` elements, which must fill the length of the list exactly. An element takes at least one byte.
    package mutating func list(
        _ field: MeterField, _ element: (inout MeterBytes) throws(MeterFailure) -> Void
    ) throws(MeterFailure) {
        let count = Int(try big16(field))
        var elements = try octets(field)
        guard count <= elements.left else {
            throw MeterFailure(place: elements.place, field: field, reason: .tooMany(count))
        }
        for _ in 0..<count { try element(&elements) }
        try elements.finish(field)
    }

    /// Each attribute of a list with the bytes of its value.
    package mutating func attributeList() throws(MeterFailure) -> [MeterAttribute] {
        var found: [MeterAttribute] = []
        try list(.attributes) { rest throws(MeterFailure) in
            found.append(MeterAttribute(id: try rest.big16(.attribute), value: try rest.octets(.attribute)))
        }
        return found
    }

    /// Century, year, month, day, hour, minute, second, hundredths; the hundredths are left out.
    package mutating func absoluteTime() throws(MeterFailure) -> MeterTime {
        let start = place
        let (century, year) = (try decimal(.year), try decimal(.year))
        let (month, day) = (try decimal(.month), try decimal(.day))
        let clock = (try decimal(.hour), try decimal(.minute), try decimal(.second))
        _ = try decimal(.fractions)
        return try MeterTime((century * 100 + year, month, day), clock, at: start)
    }

    /// Two decimal digits in one byte.
    private mutating func decimal(_ field: MeterField) throws(MeterFailure) -> Int {
        let digits = try byte(field)
        guard digits >> 4 < 10, digits & 15 < 10 else {
            throw MeterFailure(place: place - 1, field: field, reason: .notDecimalDigits(digits))
        }
        return Int(digits >> 4) * 10 + Int(digits & 15)
    }

    mutating func bigSfloat(_ field: MeterField) throws(MeterFailure) -> MedicalFloat {
        MedicalFloat(sfloat: try big16(field))
    }

    mutating func bigFloat(_ field: MeterField) throws(MeterFailure) -> MedicalFloat {
        MedicalFloat(float: try big32(field))
    }
}

/// An attribute as it was sent: its number and its bytes.
package struct MeterAttribute: Sendable {
    package let id: UInt16
    package let value: MeterBytes
}
