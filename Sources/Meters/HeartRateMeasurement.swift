/// The heart rate at one moment, with the times between beats when the meter sends them.
///
/// - Shape: flags, rate (1 or 2, flag bit 0), and as the flags say: energy (2), intervals (2 each, at least one)
/// - Units: /min; kJ; intervals in 1/1024 s
/// - Source: Bluetooth Heart Rate Service 1.0; GATT Specification Supplement (0x2A37)
package struct HeartRateMeasurement: Hashable, Sendable {
    package let rate: Int
    package let contact: Contact
    package let energy: Int?
    package let intervals: [UInt16]?

    /// Whether the sensor feels the skin.
    package enum Contact: Hashable, Sendable {
        case notSaid, missing, good
    }

    package init(_ value: [UInt8]) throws(MeterFailure) {
        var bytes = MeterBytes(value)
        let flags = try bytes.byte(.flags)
        rate = try flags & 0x01 == 0 ? Int(bytes.byte(.heartRate)) : Int(bytes.little16(.heartRate))
        contact = flags & 0x04 == 0 ? .notSaid : flags & 0x02 == 0 ? .missing : .good
        energy = flags & 0x08 == 0 ? nil : Int(try bytes.little16(.energy))
        intervals = flags & 0x10 == 0 ? nil : try bytes.allIntervals()
        try bytes.finish()
    }
}

extension MeterBytes {
    fileprivate mutating func allIntervals() throws(MeterFailure) -> [UInt16] {
        guard left > 0 else { throw MeterFailure(place: place, field: .intervals, reason: .noIntervals) }
        var found: [UInt16] = []
        while left > 0 { found.append(try little16(.intervals)) }
        return found
    }
}
