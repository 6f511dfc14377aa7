/// Why what a meter sent cannot be read: which byte, which field, and what is wrong with it.
///
/// Nothing of a value that fails is kept. Whether a number that could be read is likely is not decided here.
///
/// - Shape: the place of the first byte of the field (counted from 0; in hexadecimal text the place of the sign)
package struct MeterFailure: Error, Hashable, Sendable {
    package let place: Int
    package let field: MeterField
    package let reason: Reason

    package enum Reason: Hashable, Sendable {
        /// The value stops inside or before this field.
        case endsEarly(needed: Int, left: Int)
        /// Bytes are left after the last field that the flags announce.
        case leftOver(Int)
        /// A pattern that stands for "no number".
        case special(SpecialNumber)
        case outsideRange(Int, lowest: Int, highest: Int)
        /// A 31st of a month of 30 days.
        case noSuchDay
        /// The scale says that it could not weigh.
        case unsuccessful
        /// Nothing was ever stored in this place of the memory.
        case emptySlot
        /// The clock was moved further than the meter can say.
        case offsetBeyond
        case noIntervals
        case unknownCharacteristic
        case notHexadecimal, halfByte, cutByte

        // IEEE 11073-20601
        case lengthDisagrees(said: Int, found: Int)
        case notDecimalDigits(UInt8)
        case unknownChoice(UInt16)
        case unknownObject(handle: UInt16)
        case unknownUnit(UInt16)
        case unknownLayout
        case invalidMeasurement(status: UInt16)
        case tooMany(Int)
    }
}

/// A part of what meters send, in the words of the messages.
package enum MeterField: String, Hashable, Sendable {
    case characteristic, hexadecimal = "hexadecimal text", value, flags, timestamp, year, month, day, hour, minute
    case second, systolic, diastolic, mean = "mean pressure", cuffPressure = "cuff pressure", pulse, user, status
    case weight, bmi = "BMI", height, heartRate = "heart rate", energy, intervals = "RR intervals"
    case sequence = "sequence number", offset = "time offset", concentration, kindAndPlace = "type and location"
    case sensorStatus = "sensor status", temperature, temperatureType = "temperature type", percent
    case weekday = "day of the week", fractions, adjusted = "reason of adjusting", features, record
    case extendedFlags = "extended flags", carbohydrate, meal, testerAndHealth = "tester and health"
    case exercise, medication, hba1c = "HbA1c"
    case apdu = "APDU", eventReport = "event report", scanReport = "scan report", attributes, attribute
    case configuration, valueMap = "attribute value map", segment, entry, unit, measurementStatus = "measurement status"
}
