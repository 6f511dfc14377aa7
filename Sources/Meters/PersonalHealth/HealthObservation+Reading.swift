extension HealthObservation {
    /// Invalid, not available, calibrating, test, demonstration, or still going on: not a measurement of a person.
    private static let unusable: UInt16 = 0xBC20
    private static let questionable: UInt16 = 0x4000

    func reading(_ what: MeterReading.What) -> MeterReading {
        var reading = MeterReading(what, at: timestamp)
        reading.user = person
        if status & HealthObservation.questionable != 0 { reading.status = ["questionable"] }
        return reading
    }

    /// nil for a kind that is not used here.
    func what(with pulses: inout PulsesByMoment) throws(MeterFailure) -> MeterReading.What? {
        switch object.kind {
        case Nomenclature.bloodPressure:
            return .bloodPressure(try pressures(), pulse: pulses.take(for: self))
        case Nomenclature.bodyMass:
            let mass = try quantity(Nomenclature.bodyMass, .weight, in: [.kilogram, .gram, .pound])
            return .weight(mass, height: nil)
        default: return nil
        }
    }

    /// nil when the meter says that it did not measure a pulse.
    func pulse() throws(MeterFailure) -> MeterQuantity? {
        try quantityIfMeasured(Nomenclature.pulse, .pulse, in: [.perMinute])
    }

    private func pressures() throws(MeterFailure) -> MeterReading.Pressures {
        let units: [MeterUnit] = [.millimetreOfMercury, .kilopascal]
        return MeterReading.Pressures(
            systolic: try quantity(Nomenclature.systolic, .systolic, in: units),
            diastolic: try quantity(Nomenclature.diastolic, .diastolic, in: units),
            mean: try quantityIfMeasured(Nomenclature.mean, .mean, in: units))
    }

    private func quantity(
        _ kind: UInt16, _ field: MeterField, in units: [MeterUnit]
    ) throws(MeterFailure) -> MeterQuantity {
        let value = try value(kind, field)
        return MeterQuantity(try value.number.number(field, at: value.place), try value.unit(field, in: units))
    }

    private func quantityIfMeasured(
        _ kind: UInt16, _ field: MeterField, in units: [MeterUnit]
    ) throws(MeterFailure) -> MeterQuantity? {
        guard values.contains(where: { $0.kind == kind }) else { return nil }
        let value = try value(kind, field)
        guard let number = try value.number.numberIfMeasured(field, at: value.place) else { return nil }
        return MeterQuantity(number, try value.unit(field, in: units))
    }

    private func value(_ kind: UInt16, _ field: MeterField) throws(MeterFailure) -> Value {
        guard let value = values.first(where: { $0.kind == kind }) else {
            throw MeterFailure(place: 0, field: field, reason: .unknownLayout)
        }
        guard status & HealthObservation.unusable == 0 else {
            throw MeterFailure(place: value.place, field: field, reason: .invalidMeasurement(status: status))
        }
        return value
    }
}

extension HealthObservation.Value {
    fileprivate func unit(_ field: MeterField, in units: [MeterUnit]) throws(MeterFailure) -> MeterUnit {
        guard let known = Nomenclature.unit(unit), units.contains(known) else {
            throw MeterFailure(place: place, field: field, reason: .unknownUnit(unit))
        }
        return known
    }
}

extension ReportedReadings {
    func write(_ json: inout JSONText) {
        json.add("readings", objects: readings.map(\.json))
        if !refused.isEmpty { json.add("refused", words: refused.map(\.description)) }
    }
}

extension MeterReading {
    /// The words of the Bluetooth characteristic that measures the same.
    var json: JSONText {
        var json = JSONText()
        switch what {
        case .bloodPressure(let pressures, let pulse):
            json.add("unit", pressures.systolic.unit)
            json.add("systolic", pressures.systolic.said)
            json.add("diastolic", pressures.diastolic.said)
            json.add("map", pressures.mean?.said)
            json.add("pulse", pulse?.said)
        case .weight(let weight, _): json.add("weight", weight)
        case .pulse(let pulse): json.add("pulse", pulse)
        case .cuffPressure(let pressure): json.add("cuff", pressure)
        case .glucose(let concentration): json.add("concentration", concentration)
        case .temperature(let temperature): json.add("temperature", temperature)
        }
        json.add("timestamp", timestamp)
        json.add(user)
        json.add("status", words: status)
        return json
    }
}
