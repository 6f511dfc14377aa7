/// One measurement of a cuff.
///
/// The upper and the lower pressure must be numbers. The mean pressure and the pulse may be NaN, which says that the
/// meter did not measure them; then they are absent. Whether the numbers are likely is not decided here: 72 over 81
/// is read as it was sent.
///
/// - Shape: flags, three SFLOAT, and as the flags say: time (7), pulse (SFLOAT), user (1), status (2)
/// - Units: mmHg or kPa, by flag bit 0; /min
/// - Source: Bluetooth Blood Pressure Service 1.1.1; GATT Specification Supplement (0x2A35)
package struct BloodPressureMeasurement: Hashable, Sendable {
    package let systolic: ExactNumber
    package let diastolic: ExactNumber
    package let mean: ExactNumber?
    package let said: SaidWithPressure

    package init(_ value: [UInt8]) throws(MeterFailure) {
        var bytes = MeterBytes(value)
        let flags = try bytes.byte(.flags)
        systolic = try bytes.sfloat(.systolic)
        diastolic = try bytes.sfloat(.diastolic)
        mean = try bytes.sfloatIfMeasured(.mean)
        said = try SaidWithPressure(flags, &bytes)
        try bytes.finish()
    }
}

/// The pressure in the cuff while it measures; it is shown, never kept as a reading.
///
/// - Shape: as ``BloodPressureMeasurement``; the second and third pressure are not used and not looked at
/// - Source: Bluetooth Blood Pressure Service 1.1.1; GATT Specification Supplement (0x2A36)
package struct CuffPressure: Hashable, Sendable {
    package let pressure: ExactNumber
    package let said: SaidWithPressure

    package init(_ value: [UInt8]) throws(MeterFailure) {
        var bytes = MeterBytes(value)
        let flags = try bytes.byte(.flags)
        pressure = try bytes.sfloat(.cuffPressure)
        _ = try bytes.part(4, .mean)
        said = try SaidWithPressure(flags, &bytes)
        try bytes.finish()
    }
}

/// What a cuff says beside its pressures.
///
/// Reserved flag bits are not looked at; a field that they would announce is refused as left over.
package struct SaidWithPressure: Hashable, Sendable {
    package let unit: MeterUnit
    package let timestamp: MeterTime?
    package let pulse: ExactNumber?
    package let user: MeterUser
    package let status: BloodPressureStatus?

    init(_ flags: UInt8, _ bytes: inout MeterBytes) throws(MeterFailure) {
        unit = flags & 0x01 == 0 ? .millimetreOfMercury : .kilopascal
        timestamp = flags & 0x02 == 0 ? nil : try MeterTime(&bytes)
        pulse = flags & 0x04 == 0 ? nil : try bytes.sfloatIfMeasured(.pulse)
        user = flags & 0x08 == 0 ? .notSaid : MeterUser(try bytes.byte(.user))
        status = flags & 0x10 == 0 ? nil : BloodPressureStatus(rawValue: try bytes.little16(.status))
    }
}

/// What went otherwise while measuring.
///
/// - Shape: bit 0 movement, 1 loose cuff, 2 irregular pulse, 3–4 pulse out of range, 5 wrong position; others reserved
/// - Source: Bluetooth GATT Specification Supplement, Blood Pressure Measurement, Measurement Status
package struct BloodPressureStatus: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let bodyMovement = BloodPressureStatus(rawValue: 1)
    package static let cuffTooLoose = BloodPressureStatus(rawValue: 2)
    package static let irregularPulse = BloodPressureStatus(rawValue: 4)
    package static let improperPosition = BloodPressureStatus(rawValue: 32)

    package var names: [String] {
        var names = ["bodyMovement", "cuffTooLoose", "irregularPulse"].named(by: UInt32(rawValue))
        switch rawValue >> 3 & 3 {
        case 1: names.append("pulseAboveRange")
        case 2: names.append("pulseBelowRange")
        case 3: names.append("pulseRangeReserved")
        default: break
        }
        if contains(.improperPosition) { names.append("improperPosition") }
        return names
    }
}

/// What a cuff can do.
///
/// - Shape: sixteen bits, nine of them with a meaning
/// - Source: Bluetooth Blood Pressure Service 1.1.1, Blood Pressure Feature (0x2A49)
package struct BloodPressureFeature: Hashable, Sendable {
    package let bits: UInt16

    package init(_ value: [UInt8]) throws(MeterFailure) {
        var bytes = MeterBytes(value)
        bits = try bytes.little16(.features)
        try bytes.finish()
    }

    static let words = [
        "bodyMovement", "cuffFit", "irregularPulse", "pulseRateRange", "measurementPosition", "multipleBonds",
        "checksums", "userData", "userFacingTime",
    ]
    package var names: [String] { BloodPressureFeature.words.named(by: UInt32(bits)) }
}
