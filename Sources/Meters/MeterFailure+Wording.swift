extension MeterFailure: CustomStringConvertible {
    /// For whoever looks at the bytes.
    package var description: String { "\(field.rawValue) at \(place): \(reason.sentence)" }

    /// For whoever stands beside the meter: what to do now.
    package var forPerson: (nl: String, en: String) {
        switch reason {
        case .special, .unsuccessful, .invalidMeasurement:
            ("De meting is niet gelukt. Meet nog een keer.", "The measurement did not work. Please measure again.")
        case .emptySlot:
            ("De meter heeft hier niets bewaard.", "The meter has nothing stored here.")
        case .unknownCharacteristic, .unknownChoice, .unknownObject, .unknownUnit, .unknownLayout:
            ("We kennen deze soort meting nog niet.", "We do not know this kind of measurement yet.")
        default:
            (
                "De meting kwam niet goed over. Meet nog een keer.",
                "The measurement did not arrive well. Please measure again."
            )
        }
    }
}

extension MeterFailure.Reason {
    var sentence: String {
        switch self {
        case .endsEarly(let needed, let left): "the value ends early: \(bytes(needed)) needed, \(left) left"
        case .leftOver(let count): "\(bytes(count)) left over after the last field"
        case .special(let number): "\(number.sentence), which is not a number"
        case .outsideRange(let value, let lowest, let highest): "\(value) is not within \(lowest) to \(highest)"
        case .noSuchDay: "the month has no such day"
        case .unsuccessful: "the scale says that the measurement was unsuccessful (0xFFFF)"
        case .emptySlot: "the slot is empty, nothing was stored here"
        case .offsetBeyond: "the clock was moved further than the meter can say"
        case .noIntervals: "the flags announce intervals, but there are none"
        case .unknownCharacteristic: "this characteristic is not known"
        case .notHexadecimal: "this is not a hexadecimal digit"
        case .halfByte: "the last byte has one digit"
        case .cutByte: "a separator stands inside a byte"
        default: ofPersonalHealth
        }
    }

    private var ofPersonalHealth: String {
        switch self {
        case .lengthDisagrees(let said, let found): "it says \(bytes(said)), but \(found) there"
        case .notDecimalDigits(let byte): "0x\(hex(UInt64(byte), 2)) is not two decimal digits"
        case .unknownChoice(let code): "0x\(hex(UInt64(code), 4)) is not a kind that is read here"
        case .unknownObject(let handle): "object \(handle) is not in the configuration of the meter"
        case .unknownUnit(let code): "unit \(code) does not belong to this measurement"
        case .unknownLayout: "the layout does not fit the measurement"
        case .invalidMeasurement(let status): "the meter calls it invalid (0x\(hex(UInt64(status), 4)))"
        case .tooMany(let count): "\(count) is more than is read at once"
        default: "it cannot be read"
        }
    }

    private func bytes(_ count: Int) -> String { count == 1 ? "1 byte" : "\(count) bytes" }

    private func hex(_ value: UInt64, _ digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
    }
}

extension SpecialNumber {
    var sentence: String {
        switch self {
        case .notANumber: "NaN"
        case .notAtThisResolution: "NRes"
        case .plusInfinity: "+INFINITY"
        case .minusInfinity: "-INFINITY"
        case .reserved: "a pattern reserved for later use"
        }
    }
}
