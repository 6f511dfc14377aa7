/// The readings in what a meter reported, and the measurements in it that are none.
///
/// A blood pressure and a pulse of the same person at the same time are one reading. One failed measurement does not
/// spoil the others. Kinds that we do not use are left out.
package struct ReportedReadings: Hashable, Sendable {
    package private(set) var readings: [MeterReading] = []
    package private(set) var refused: [MeterFailure] = []

    /// - Throws: ``MeterFailure`` when the report cannot be read, or when nothing in it could be used
    package init(apdu: [UInt8], under configuration: MeterConfiguration) throws(MeterFailure) {
        let report = try EventReport(apdu: apdu)
        self.init(try ScanReport(report, under: configuration).observations)
        if readings.isEmpty, let first = refused.first { throw first }
    }

    package init(_ observations: [HealthObservation]) {
        var pulses = PulsesByMoment()
        for observation in observations where observation.object.kind == Nomenclature.pulse {
            attempt { failures throws(MeterFailure) in
                if let reading = pulses.keep(try observation.pulse(), of: observation) { failures.readings.append(reading) }
            }
        }
        for observation in observations where observation.object.kind != Nomenclature.pulse {
            attempt { kept throws(MeterFailure) in
                guard let what = try observation.what(with: &pulses) else { return }
                kept.readings.append(observation.reading(what))
            }
        }
        readings += pulses.left
    }

    private mutating func attempt(_ work: (inout ReportedReadings) throws(MeterFailure) -> Void) {
        do throws(MeterFailure) {
            try work(&self)
        } catch {
            refused.append(error)
        }
    }
}

/// Pulses that wait for the blood pressure of the same person and time.
struct PulsesByMoment {
    private struct Moment: Hashable {
        let person: MeterUser
        let time: MeterTime
    }

    private var waiting: [Moment: MeterReading] = [:]
    private var order: [Moment] = []

    /// Gives back a pulse that cannot be matched, because it has no time or another one has the same.
    mutating func keep(_ pulse: MeterQuantity?, of observation: HealthObservation) -> MeterReading? {
        guard let pulse else { return nil }
        let reading = observation.reading(.pulse(pulse))
        guard let time = observation.timestamp else { return reading }
        let moment = Moment(person: observation.person, time: time)
        guard waiting[moment] == nil else { return reading }
        waiting[moment] = reading
        order.append(moment)
        return nil
    }

    mutating func take(for observation: HealthObservation) -> MeterQuantity? {
        guard let time = observation.timestamp,
            let reading = waiting.removeValue(forKey: Moment(person: observation.person, time: time)),
            case .pulse(let pulse) = reading.what
        else { return nil }
        return pulse
    }

    /// What no blood pressure asked for, in the order it came.
    var left: [MeterReading] { order.compactMap { waiting[$0] } }
}
