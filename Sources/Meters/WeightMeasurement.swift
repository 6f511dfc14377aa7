/// One weighing.
///
/// - Shape: flags, weight (2), and as the flags say: time (7), user (1), BMI (2) with height (2)
/// - Units: 0.005 kg and 0.001 m, or 0.01 lb and 0.1 in, by flag bit 0; BMI 0.1 kg/m²
/// - Source: Bluetooth Weight Scale Service 1.0; GATT Specification Supplement (0x2A9D); 0xFFFF is "unsuccessful"
package struct WeightMeasurement: Hashable, Sendable {
    package let weight: MeterQuantity
    package let timestamp: MeterTime?
    package let user: MeterUser
    package let bmi: ExactNumber?
    package let height: MeterQuantity?

    package init(_ value: [UInt8]) throws(MeterFailure) {
        var bytes = MeterBytes(value)
        let flags = try bytes.byte(.flags)
        weight = try flags & 0x01 == 0 ? bytes.kilograms() : bytes.pounds()
        timestamp = flags & 0x02 == 0 ? nil : try MeterTime(&bytes)
        user = flags & 0x04 == 0 ? .notSaid : MeterUser(try bytes.byte(.user))
        if flags & 0x08 == 0 {
            (bmi, height) = (nil, nil)
        } else {
            bmi = ExactNumber(Int(try bytes.little16(.bmi)), tenTo: -1)
            let digits = Int(try bytes.little16(.height))
            let isMetric = flags & 0x01 == 0
            height = MeterQuantity(ExactNumber(digits, tenTo: isMetric ? -3 : -1), isMetric ? .metre : .inch)
        }
        try bytes.finish()
    }
}

/// The weight that a meter keeps of its user.
///
/// - Shape: two bytes; 0xFFFF is refused here too: no scale weighs 327.675 kg with it
/// - Units: 0.005 kg
/// - Source: Bluetooth GATT Specification Supplement, Weight (0x2A98)
package struct PlainWeight: Hashable, Sendable {
    package let weight: MeterQuantity

    package init(_ value: [UInt8]) throws(MeterFailure) {
        var bytes = MeterBytes(value)
        weight = try bytes.kilograms()
        try bytes.finish()
    }
}

/// What a scale can do, and how finely it weighs and measures.
///
/// - Shape: four bytes: bit 0 time, 1 several users, 2 BMI, 3–6 step of the weight, 7–9 step of the height
/// - Units: the steps in kg and in m, for a scale that is set to those
/// - Source: Bluetooth Weight Scale Service 1.0; GATT Specification Supplement, Weight Scale Feature (0x2A9E)
package struct WeightScaleFeature: Hashable, Sendable {
    package let bits: UInt32

    package init(_ value: [UInt8]) throws(MeterFailure) {
        var bytes = MeterBytes(value)
        bits = try bytes.little32(.features)
        try bytes.finish()
    }

    package var names: [String] { ["timestamp", "multipleUsers", "bmi"].named(by: bits) }

    /// nil when the scale does not say, or says something that is reserved.
    package var weightStep: ExactNumber? {
        let thousandths = [0, 500, 200, 100, 50, 20, 10, 5]
        let place = Int(bits >> 3 & 15)
        return place > 0 && place < thousandths.count ? ExactNumber(thousandths[place], tenTo: -3) : nil
    }

    package var heightStep: ExactNumber? {
        let thousandths = [0, 10, 5, 1]
        let place = Int(bits >> 7 & 7)
        return place > 0 && place < thousandths.count ? ExactNumber(thousandths[place], tenTo: -3) : nil
    }
}

extension MeterBytes {
    fileprivate mutating func kilograms() throws(MeterFailure) -> MeterQuantity {
        MeterQuantity(ExactNumber(try weighed() * 5, tenTo: -3), .kilogram)
    }

    fileprivate mutating func pounds() throws(MeterFailure) -> MeterQuantity {
        MeterQuantity(ExactNumber(try weighed(), tenTo: -2), .pound)
    }

    private mutating func weighed() throws(MeterFailure) -> Int {
        let steps = try little16(.weight)
        guard steps != 0xFFFF else { throw MeterFailure(place: place - 2, field: .weight, reason: .unsuccessful) }
        return Int(steps)
    }
}
