/// A body temperature.
///
/// - Shape: flags, FLOAT, and as the flags say: time (7), place on the body (1)
/// - Units: °C or °F, by flag bit 0
/// - Source: Bluetooth Health Thermometer Service 1.0; GATT Specification Supplement (0x2A1C and 0x2A1E)
package struct TemperatureMeasurement: Hashable, Sendable {
    package let temperature: MeterQuantity
    package let timestamp: MeterTime?
    /// 1 armpit, 2 body, 3 ear, 4 finger, 5 stomach and bowel, 6 mouth, 7 rectum, 8 toe, 9 eardrum; others reserved.
    package let type: UInt8?

    package init(_ value: [UInt8]) throws(MeterFailure) {
        var bytes = MeterBytes(value)
        let flags = try bytes.byte(.flags)
        temperature = MeterQuantity(try bytes.float(.temperature), flags & 0x01 == 0 ? .celsius : .fahrenheit)
        timestamp = flags & 0x02 == 0 ? nil : try MeterTime(&bytes)
        type = flags & 0x04 == 0 ? nil : try bytes.byte(.temperatureType)
        try bytes.finish()
    }
}

/// How full the battery is.
///
/// - Units: percent, 0–100; 101 and more is reserved
/// - Source: Bluetooth Battery Service; GATT Specification Supplement, Battery Level (0x2A19)
package struct BatteryLevel: Hashable, Sendable {
    package let percent: UInt8

    package init(_ value: [UInt8]) throws(MeterFailure) {
        var bytes = MeterBytes(value)
        percent = try bytes.byte(.percent)
        guard percent <= 100 else {
            let reason = MeterFailure.Reason.outsideRange(Int(percent), lowest: 0, highest: 100)
            throw MeterFailure(place: 0, field: .percent, reason: reason)
        }
        try bytes.finish()
    }
}
