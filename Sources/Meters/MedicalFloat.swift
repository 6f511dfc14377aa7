/// The decimal numbers of medical devices: SFLOAT in two bytes, FLOAT in four.
///
/// Five patterns with exponent 0 stand for "no number" and never become one. With another exponent the same
/// mantissa is a number (0xF7FF is 204.7).
///
/// - Shape: SFLOAT: 4 bits exponent, 12 bits mantissa; FLOAT: 8 bits exponent, 24 bits mantissa; both two's complement
/// - Source: IEEE 11073-20601:2019, FLOAT-Type and SFLOAT-Type; Bluetooth GATT Specification Supplement, medfloat16/32
package enum MedicalFloat: Hashable, Sendable {
    case number(ExactNumber)
    case special(SpecialNumber)

    package init(sfloat bits: UInt16) {
        if let special = SpecialNumber(sfloat: bits) {
            self = .special(special)
        } else {
            let mantissa = Int(Int16(bitPattern: bits << 4) >> 4)
            self = .number(ExactNumber(mantissa, tenTo: Int(Int16(bitPattern: bits) >> 12)))
        }
    }

    package init(float bits: UInt32) {
        if let special = SpecialNumber(float: bits) {
            self = .special(special)
        } else {
            let mantissa = Int(Int32(bitPattern: bits << 8) >> 8)
            self = .number(ExactNumber(mantissa, tenTo: Int(Int32(bitPattern: bits) >> 24)))
        }
    }
}

/// What a meter writes where it has no number.
package enum SpecialNumber: Hashable, Sendable, CaseIterable {
    case plusInfinity, notANumber, notAtThisResolution, reserved, minusInfinity

    package init?(sfloat bits: UInt16) {
        guard (0x07FE...0x0802).contains(bits) else { return nil }
        self = SpecialNumber.allCases[Int(bits - 0x07FE)]
    }

    package init?(float bits: UInt32) {
        guard (0x007F_FFFE...0x0080_0002).contains(bits) else { return nil }
        self = SpecialNumber.allCases[Int(bits - 0x007F_FFFE)]
    }
}

extension MedicalFloat {
    /// - Throws: ``MeterFailure`` when it is no number
    func number(_ field: MeterField, at place: Int) throws(MeterFailure) -> ExactNumber {
        switch self {
        case .number(let number): return number
        case .special(let special): throw MeterFailure(place: place, field: field, reason: .special(special))
        }
    }

    /// For a field that a meter may lack: NaN says "not measured"; the other patterns are refused.
    func numberIfMeasured(_ field: MeterField, at place: Int) throws(MeterFailure) -> ExactNumber? {
        self == .special(.notANumber) ? nil : try number(field, at: place)
    }
}

extension MeterBytes {
    mutating func sfloat(_ field: MeterField) throws(MeterFailure) -> ExactNumber {
        let start = place
        return try MedicalFloat(sfloat: little16(field)).number(field, at: start)
    }

    mutating func sfloatIfMeasured(_ field: MeterField) throws(MeterFailure) -> ExactNumber? {
        let start = place
        return try MedicalFloat(sfloat: little16(field)).numberIfMeasured(field, at: start)
    }

    mutating func float(_ field: MeterField) throws(MeterFailure) -> ExactNumber {
        let start = place
        return try MedicalFloat(float: little32(field)).number(field, at: start)
    }
}
