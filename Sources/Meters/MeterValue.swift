/// One value of a meter, decoded.
package enum MeterValue: Hashable, Sendable {
    case bloodPressure(BloodPressureMeasurement)
    case cuffPressure(CuffPressure)
    case bloodPressureFeature(BloodPressureFeature)
    case weightMeasurement(WeightMeasurement)
    case weight(PlainWeight)
    case weightScaleFeature(WeightScaleFeature)
    case heartRate(HeartRateMeasurement)
    case glucose(GlucoseMeasurement)
    case glucoseContext(GlucoseContext)
    case temperature(TemperatureMeasurement)
    case battery(BatteryLevel)
    case dateTime(MeterTime)
    case currentTime(CurrentTime)
    case number(ExactNumber)
    case omron(OmronRecord)
    case reported(ReportedReadings)

    package init(_ characteristic: MeterCharacteristic, _ bytes: [UInt8]) throws(MeterFailure) {
        switch characteristic {
        case .bloodPressure: self = .bloodPressure(try BloodPressureMeasurement(bytes))
        case .cuffPressure: self = .cuffPressure(try CuffPressure(bytes))
        case .bloodPressureFeature: self = .bloodPressureFeature(try BloodPressureFeature(bytes))
        case .weightMeasurement: self = .weightMeasurement(try WeightMeasurement(bytes))
        case .weight: self = .weight(try PlainWeight(bytes))
        case .weightScaleFeature: self = .weightScaleFeature(try WeightScaleFeature(bytes))
        case .heartRate: self = .heartRate(try HeartRateMeasurement(bytes))
        case .glucose: self = .glucose(try GlucoseMeasurement(bytes))
        case .glucoseContext: self = .glucoseContext(try GlucoseContext(bytes))
        case .temperature, .intermediateTemperature: self = .temperature(try TemperatureMeasurement(bytes))
        case .battery: self = .battery(try BatteryLevel(bytes))
        case .dateTime: self = .dateTime(try MeterValue.alone(bytes) { rest throws(MeterFailure) in try MeterTime(&rest) })
        case .currentTime: self = .currentTime(try CurrentTime(bytes))
        case .sfloat: self = .number(try MeterValue.alone(bytes) { rest throws(MeterFailure) in try rest.sfloat(.value) })
        case .float: self = .number(try MeterValue.alone(bytes) { rest throws(MeterFailure) in try rest.float(.value) })
        case .omron: self = .omron(try OmronRecord(bytes))
        case .cuffOnCable: self = .reported(try ReportedReadings(apdu: bytes, under: .bloodPressureMonitor))
        case .scaleOnCable: self = .reported(try ReportedReadings(apdu: bytes, under: .weighingScale))
        }
    }

    private static func alone<Read>(
        _ bytes: [UInt8], _ read: (inout MeterBytes) throws(MeterFailure) -> Read
    ) throws(MeterFailure) -> Read {
        var rest = MeterBytes(bytes)
        let found = try read(&rest)
        try rest.finish()
        return found
    }

    /// What can be judged and stored; empty for a clock, a battery, a feature, and a record without a value.
    package var readings: [MeterReading] {
        switch self {
        case .bloodPressure(let value): [MeterReading(value)]
        case .cuffPressure(let value): [MeterReading(value)]
        case .weightMeasurement(let value): [MeterReading(value)]
        case .weight(let value): [MeterReading(.weight(value.weight, height: nil))]
        case .heartRate(let value): [MeterReading(value)]
        case .glucose(let value): [MeterReading(value)].compactMap { $0 }
        case .temperature(let value): [MeterReading(value)]
        case .omron(let value): [MeterReading(value)]
        case .reported(let value): value.readings
        case .bloodPressureFeature, .weightScaleFeature, .glucoseContext, .battery, .dateTime, .currentTime, .number: []
        }
    }
}
