extension MeterValue {
    package var text: String { json.text }

    /// - Shape: one JSON object; a field that the meter did not send is left out, a user it does not know is null
    var json: JSONText {
        var json = JSONText()
        switch self {
        case .bloodPressure(let value): value.write(&json)
        case .cuffPressure(let value): value.write(&json)
        case .bloodPressureFeature(let value): json.add("features", words: value.names)
        case .weightMeasurement(let value): value.write(&json)
        case .weight(let value): json.add("weight", value.weight)
        case .weightScaleFeature(let value): value.write(&json)
        case .heartRate(let value): value.write(&json)
        case .glucose(let value): value.write(&json)
        case .glucoseContext(let value): value.write(&json)
        case .temperature(let value): value.write(&json)
        case .battery(let value): json.add("percent", value.percent)
        case .dateTime(let value): json.add("timestamp", value)
        case .currentTime(let value): value.write(&json)
        case .number(let value): json.add("value", value)
        case .omron(let value): value.write(&json)
        case .reported(let value): value.write(&json)
        }
        return json
    }
}

extension JSONText {
    /// The number, and its unit beside it.
    mutating func add(_ name: String, _ quantity: MeterQuantity) {
        add(name, quantity.said)
        add("unit", quantity.unit)
    }
}

extension BloodPressureMeasurement {
    func write(_ json: inout JSONText) {
        json.add("unit", said.unit)
        json.add("systolic", systolic)
        json.add("diastolic", diastolic)
        json.add("map", mean)
        said.write(&json)
    }
}

extension CuffPressure {
    func write(_ json: inout JSONText) {
        json.add("unit", said.unit)
        json.add("cuff", pressure)
        said.write(&json)
    }
}

extension SaidWithPressure {
    func write(_ json: inout JSONText) {
        json.add("timestamp", timestamp)
        json.add("pulse", pulse)
        json.add(user)
        json.add("status", words: status?.names)
    }
}

extension WeightMeasurement {
    func write(_ json: inout JSONText) {
        json.add("weight", weight)
        json.add("timestamp", timestamp)
        json.add(user)
        json.add("bmi", bmi)
        if let height {
            json.add("height", height.said)
            json.add("heightUnit", height.unit)
        }
    }
}

extension WeightScaleFeature {
    func write(_ json: inout JSONText) {
        json.add("features", words: names)
        json.add("weightStepKg", weightStep)
        json.add("heightStepM", heightStep)
    }
}

extension HeartRateMeasurement {
    func write(_ json: inout JSONText) {
        json.add("heartRate", rate)
        if contact != .notSaid { json.add(truth: "contact", of: contact == .good) }
        json.add("energyKJ", energy)
        json.add("rr1024", numbers: intervals)
    }
}

extension TemperatureMeasurement {
    func write(_ json: inout JSONText) {
        json.add("temperature", temperature)
        json.add("timestamp", timestamp)
        json.add("type", type)
    }
}

extension CurrentTime {
    func write(_ json: inout JSONText) {
        json.add("timestamp", time)
        json.add("dayOfWeek", weekday)
        json.add("fractions256", fractions)
        json.add("adjustReason", words: adjusted.names)
    }
}

extension OmronRecord {
    func write(_ json: inout JSONText) {
        json.add("systolic", systolic)
        json.add("diastolic", diastolic)
        json.add("pulse", pulse)
        json.add("timestamp", timestamp)
        if !status.isEmpty { json.add("status", words: status.names) }
    }
}
