/// What a run of bytes is: a characteristic of Bluetooth by its number, or another format by its name.
///
/// - Source: Bluetooth assigned numbers, characteristics
package enum MeterCharacteristic: String, Hashable, Sendable, CaseIterable {
    case bloodPressure = "2A35"
    case cuffPressure = "2A36"
    case bloodPressureFeature = "2A49"
    case weightMeasurement = "2A9D"
    case weight = "2A98"
    case weightScaleFeature = "2A9E"
    case heartRate = "2A37"
    case glucose = "2A18"
    case glucoseContext = "2A34"
    case temperature = "2A1C"
    case intermediateTemperature = "2A1E"
    case battery = "2A19"
    case dateTime = "2A08"
    case currentTime = "2A2B"
    case sfloat = "SFLOAT"
    case float = "FLOAT"
    case omron = "OMRON-HEM-7142T2"
    // event reports under the standard configuration of the device specialisation
    case cuffOnCable = "IEEE-11073-10407"
    case scaleOnCable = "IEEE-11073-10415"

    /// Takes `2A35`, `0x2a35` and `00002a35-0000-1000-8000-00805f9b34fb`, in capitals or not.
    package init(named name: String) throws(MeterFailure) {
        var word = name.uppercased()
        if word.hasPrefix("0X") { word = String(word.dropFirst(2)) }
        if word.hasPrefix("0000"), word.hasSuffix("-0000-1000-8000-00805F9B34FB"), word.utf8.count == 36 {
            word = String(word.dropFirst(4).prefix(4))
        }
        guard let known = MeterCharacteristic(rawValue: word) else {
            throw MeterFailure(place: 0, field: .characteristic, reason: .unknownCharacteristic)
        }
        self = known
    }
}
