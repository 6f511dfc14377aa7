/// What health meters say over Bluetooth and in their memory, decoded.
///
/// Every value that can be read is read, also an unlikely one: judging is intake's work. Whatever cannot be read is
/// refused with the byte and the reason, and nothing of it is kept. Pages: docs/exchange/meters.md.
package enum Meters {
    /// What `hartlijn gatt CHARACTERISTIC HEX` prints.
    ///
    /// - Shape: the name of a characteristic and its bytes in hexadecimal → one JSON object on one line
    /// - Throws: ``MeterFailure`` with the reason
    package static func answer(to characteristic: String, hex: String) throws(MeterFailure) -> String {
        let kind = try MeterCharacteristic(named: characteristic)
        return try MeterValue(kind, HexText.bytes(hex)).text
    }

    /// What intake makes readings of; empty when the value is a clock, a battery or a feature.
    ///
    /// - Throws: ``MeterFailure`` with the reason
    package static func readings(_ characteristic: String, hex: String) throws(MeterFailure) -> [MeterReading] {
        try MeterValue(MeterCharacteristic(named: characteristic), HexText.bytes(hex)).readings
    }

    package static func readings(
        _ characteristic: MeterCharacteristic, _ bytes: [UInt8]
    ) throws(MeterFailure) -> [MeterReading] {
        try MeterValue(characteristic, bytes).readings
    }
}
