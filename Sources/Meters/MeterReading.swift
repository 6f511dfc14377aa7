/// What a meter measured, ready to be judged and stored by somebody else.
///
/// Everything is as the meter said it; ``MeterQuantity/canonical`` gives our whole numbers. A device's own time that
/// is not known, a user number and marks of a bad measurement come along, so that nothing has to be guessed.
///
/// - Shape: what, when (wall clock of the meter), whose (number in the meter), marks, number of the record
/// - Units: as the meter said; see ``MeterUnit``
package struct MeterReading: Hashable, Sendable {
    package let what: What
    package var timestamp: MeterTime?
    /// Seconds on the meter's wall clock since 1970, corrected when the meter says by how much; nil when not known.
    package var wallSeconds: Int?
    package var user = MeterUser.notSaid
    /// nil when the meter says nothing of it, empty when it says that nothing was wrong.
    package var status: [String]?
    package var sequence: UInt16?
    package var unitDoubt: UnitDoubt?

    package enum What: Hashable, Sendable {
        case bloodPressure(Pressures, pulse: MeterQuantity?)
        case cuffPressure(MeterQuantity)
        case weight(MeterQuantity, height: MeterQuantity?)
        case pulse(MeterQuantity)
        case glucose(MeterQuantity)
        case temperature(MeterQuantity)
    }

    /// The three pressures of one measurement.
    package struct Pressures: Hashable, Sendable {
        package let systolic: MeterQuantity
        package let diastolic: MeterQuantity
        package let mean: MeterQuantity?
    }

    init(_ what: What, at timestamp: MeterTime? = nil) {
        self.what = what
        self.timestamp = timestamp
        wallSeconds = timestamp?.wallSeconds
        if case .bloodPressure(let pressures, _) = what { unitDoubt = UnitDoubt(systolic: pressures.systolic) }
    }
}

extension MeterReading {
    package init(_ measurement: BloodPressureMeasurement) {
        let unit = measurement.said.unit
        let pressures = Pressures(
            systolic: MeterQuantity(measurement.systolic, unit), diastolic: MeterQuantity(measurement.diastolic, unit),
            mean: measurement.mean.map { MeterQuantity($0, unit) })
        let pulse = measurement.said.pulse.map { MeterQuantity($0, .perMinute) }
        self.init(.bloodPressure(pressures, pulse: pulse), at: measurement.said.timestamp)
        (user, status) = (measurement.said.user, measurement.said.status?.names)
    }

    package init(_ cuff: CuffPressure) {
        self.init(.cuffPressure(MeterQuantity(cuff.pressure, cuff.said.unit)), at: cuff.said.timestamp)
        (user, status) = (cuff.said.user, cuff.said.status?.names)
    }

    package init(_ weighing: WeightMeasurement) {
        self.init(.weight(weighing.weight, height: weighing.height), at: weighing.timestamp)
        user = weighing.user
    }

    package init(_ heart: HeartRateMeasurement) {
        self.init(.pulse(MeterQuantity(ExactNumber(heart.rate), .perMinute)))
        switch heart.contact {
        case .notSaid: status = nil
        case .missing: status = ["noContact"]
        case .good: status = []
        }
    }

    /// nil for a record without a concentration.
    package init?(_ glucose: GlucoseMeasurement) {
        guard let concentration = glucose.concentration else { return nil }
        self.init(.glucose(concentration), at: glucose.baseTime)
        wallSeconds = glucose.wallSeconds
        sequence = glucose.sequence
        status = glucose.sensorStatus?.names
        if glucose.sample?.isControlSolution == true { status = (status ?? []) + ["controlSolution"] }
    }

    package init(_ temperature: TemperatureMeasurement) {
        self.init(.temperature(temperature.temperature), at: temperature.timestamp)
    }

    package init(_ record: OmronRecord) {
        let pressures = Pressures(
            systolic: MeterQuantity(ExactNumber(record.systolic), .millimetreOfMercury),
            diastolic: MeterQuantity(ExactNumber(record.diastolic), .millimetreOfMercury), mean: nil)
        let pulse = MeterQuantity(ExactNumber(record.pulse), .perMinute)
        self.init(.bloodPressure(pressures, pulse: pulse), at: record.timestamp)
        status = record.status.names
    }
}
