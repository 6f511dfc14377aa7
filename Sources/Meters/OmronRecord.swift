/// One place in the memory of an Omron HEM-7142T2.
///
/// What the last six bytes mean, and the four highest bits of the second time word, was not established; they are
/// not looked at.
///
/// - Shape: fourteen bytes: upper pressure − 25, lower pressure, pulse, year − 2000 (low six bits), a word with hour
///   (bits 0–4), day (5–9), month (10–13), irregular pulse (14) and movement (15), a word with second (0–5) and
///   minute (6–11), six bytes; words have the low byte first
/// - Units: mmHg; /min; the wall clock of the meter
/// - Source: worked out from one record with its known content (126/88, pulse 84); the flag bits and the mark of an
///   empty place (first byte above 225) from public descriptions of sister models; docs/exchange/meters.md
package struct OmronRecord: Hashable, Sendable {
    package let systolic: Int
    package let diastolic: Int
    package let pulse: Int
    package let timestamp: MeterTime
    package let status: BloodPressureStatus

    package init(_ value: [UInt8]) throws(MeterFailure) {
        var bytes = MeterBytes(value)
        let upper = try bytes.byte(.systolic)
        diastolic = Int(try bytes.byte(.diastolic))
        pulse = Int(try bytes.byte(.pulse))
        let year = try bytes.byte(.year)
        let (date, clock) = (try bytes.little16(.timestamp), try bytes.little16(.timestamp))
        _ = try bytes.part(6, .record)
        try bytes.finish(.record)
        guard upper <= 225, value.contains(where: { $0 != 0 }) else {
            throw MeterFailure(place: 0, field: .record, reason: .emptySlot)
        }
        systolic = Int(upper) + 25
        timestamp = try MeterTime(
            (2000 + Int(year & 63), Int(date >> 10 & 15), Int(date >> 5 & 31)),
            (Int(date & 31), Int(clock >> 6 & 63), Int(clock & 63)), at: 3)
        status = BloodPressureStatus(rawValue: date >> 12 & 4 | date >> 15 & 1)
    }
}
