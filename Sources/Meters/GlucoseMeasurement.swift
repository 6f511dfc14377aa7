/// One record of a glucose meter.
///
/// A record may come without a concentration (a failed strip); then there is nothing to make a reading of.
///
/// - Shape: flags, sequence number (2), time (7), and as the flags say: offset in minutes (2, signed), concentration
///   (SFLOAT) with type and place (1, low and high half), sensor status (2)
/// - Units: kg/L or mol/L, by flag bit 2; the offset is added to the time: people moved the clock
/// - Source: Bluetooth Glucose Service 1.0.1; GATT Specification Supplement (0x2A18)
package struct GlucoseMeasurement: Hashable, Sendable {
    package let sequence: UInt16
    package let baseTime: MeterTime
    package let offsetMinutes: Int?
    package let concentration: MeterQuantity?
    package let sample: Sample?
    package let sensorStatus: GlucoseSensorStatus?
    package let context: Context

    /// Whether a ``GlucoseContext`` with the same sequence number comes after this.
    package enum Context: Hashable, Sendable {
        case none, follows
    }

    package init(_ value: [UInt8]) throws(MeterFailure) {
        var bytes = MeterBytes(value)
        let flags = try bytes.byte(.flags)
        sequence = try bytes.little16(.sequence)
        baseTime = try MeterTime(&bytes)
        offsetMinutes = flags & 0x01 == 0 ? nil : try bytes.offset()
        if flags & 0x02 == 0 {
            (concentration, sample) = (nil, nil)
        } else {
            let unit = flags & 0x04 == 0 ? MeterUnit.kilogramPerLitre : .molePerLitre
            concentration = MeterQuantity(try bytes.sfloat(.concentration), unit)
            sample = Sample(try bytes.byte(.kindAndPlace))
        }
        sensorStatus = flags & 0x08 == 0 ? nil : GlucoseSensorStatus(rawValue: try bytes.little16(.sensorStatus))
        context = flags & 0x10 == 0 ? .none : .follows
        try bytes.finish()
    }

    /// Seconds on the wall clock since 1970 as the person saw it; nil when the date is not known.
    package var wallSeconds: Int? {
        baseTime.wallSeconds.map { seconds in seconds + (offsetMinutes.map { $0 * 60 } ?? 0) }
    }

    /// What was tested, and where it came from.
    ///
    /// - Shape: type 1 and 2 capillary, 3 and 4 venous, 5 and 6 arterial, 7 and 8 undetermined (whole blood, plasma),
    ///   9 interstitial fluid, 10 control solution; place 1 finger, 2 other, 3 earlobe, 4 control solution, 15 unknown
    package struct Sample: Hashable, Sendable {
        package let type: UInt8
        package let location: UInt8

        init(_ byte: UInt8) { (type, location) = (byte & 15, byte >> 4) }

        /// A test of the meter, not of a person.
        package var isControlSolution: Bool { type == 10 || location == 4 }
    }
}

/// What the sensor says of itself.
///
/// - Source: Bluetooth GATT Specification Supplement, Glucose Measurement, Sensor Status Annunciation
package struct GlucoseSensorStatus: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    static let words = [
        "batteryLow", "sensorMalfunction", "sampleTooSmall", "stripInsertionError", "wrongStrip", "resultTooHigh",
        "resultTooLow", "temperatureTooHigh", "temperatureTooLow", "stripPulledTooSoon", "generalFault", "timeFault",
    ]
    package var names: [String] { GlucoseSensorStatus.words.named(by: UInt32(rawValue)) }
}

extension MeterBytes {
    /// 0x7FFF and 0x8000 say that the clock was moved further than fits.
    fileprivate mutating func offset() throws(MeterFailure) -> Int {
        let bits = try little16(.offset)
        guard bits != 0x7FFF, bits != 0x8000 else {
            throw MeterFailure(place: place - 2, field: .offset, reason: .offsetBeyond)
        }
        return Int(Int16(bitPattern: bits))
    }
}
