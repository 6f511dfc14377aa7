/// A pressure in whole millimetres of mercury: the number that is shown is the number that is judged.
///
/// - Units: mmHg; kilopascal is converted with 1 kPa = 7.50061505 mmHg (NIST SP 811, table B.8)
package struct Pressure: Comparable, Hashable, Sendable, CustomStringConvertible {
    package let mmHg: Int

    package static func mmHg(_ value: Int) -> Pressure { Pressure(mmHg: value) }
    package static func mmHg(rounding value: Double) -> Pressure { Pressure(mmHg: Int(value.rounded())) }
    package static func kPa(_ value: Double) -> Pressure { .mmHg(rounding: value * 7.500_615_05) }

    package static func < (lhs: Pressure, rhs: Pressure) -> Bool { lhs.mmHg < rhs.mmHg }
    package var description: String { String(mmHg) }
}

/// What a cuff shows: the upper number over the lower one.
///
/// - Units: mmHg
package struct BloodPressure: Hashable, Sendable, CustomStringConvertible {
    package let systolic: Pressure
    package let diastolic: Pressure

    package init(_ systolic: Pressure, over diastolic: Pressure) {
        self.systolic = systolic
        self.diastolic = diastolic
    }

    /// For the common case of two whole numbers of millimetres of mercury.
    package static func mmHg(_ systolic: Int, over diastolic: Int) -> BloodPressure {
        BloodPressure(.mmHg(systolic), over: .mmHg(diastolic))
    }

    package var description: String { "\(systolic)/\(diastolic)" }
}

/// How often the heart beats in a minute.
///
/// - Units: beats per minute
package struct Pulse: Comparable, Hashable, Sendable, CustomStringConvertible {
    package let perMinute: Int

    package static func perMinute(_ value: Int) -> Pulse { Pulse(perMinute: value) }
    package static func < (lhs: Pulse, rhs: Pulse) -> Bool { lhs.perMinute < rhs.perMinute }
    package var description: String { String(perMinute) }
}

/// What the meter said of the rhythm; a meter that says nothing is `nil`, never "regular".
package enum Rhythm: String, Hashable, Sendable, CaseIterable {
    case regular, irregular
}

/// A body weight in whole grams, so that a file's 74.126 kg stays what it was.
///
/// - Units: g
package struct Weight: Comparable, Hashable, Sendable {
    package let grams: Int

    package static func grams(_ value: Int) -> Weight { Weight(grams: value) }
    package static func kg(_ value: Double) -> Weight { Weight(grams: Int((value * 1000).rounded())) }
    package static func pounds(_ value: Double) -> Weight { .kg(value * 0.453_592_37) }

    package var kg: Double { Double(grams) / 1000 }
    package static func < (lhs: Weight, rhs: Weight) -> Bool { lhs.grams < rhs.grams }
}

/// A length of the body: height or waist.
///
/// - Units: mm
package struct Length: Comparable, Hashable, Sendable {
    package let millimetres: Int

    package static func millimetres(_ value: Int) -> Length { Length(millimetres: value) }
    package static func cm(_ value: Double) -> Length { Length(millimetres: Int((value * 10).rounded())) }
    package static func metres(_ value: Double) -> Length { Length(millimetres: Int((value * 1000).rounded())) }

    package var cm: Double { Double(millimetres) / 10 }
    package static func < (lhs: Length, rhs: Length) -> Bool { lhs.millimetres < rhs.millimetres }
}

/// How many steps were counted on one day.
package struct Steps: Comparable, Hashable, Sendable {
    package let count: Int

    package static func count(_ value: Int) -> Steps { Steps(count: value) }
    package static func < (lhs: Steps, rhs: Steps) -> Bool { lhs.count < rhs.count }
}

/// An amount of something in blood, in whole micromoles per litre.
///
/// Glucose, cholesterol and creatinine share it; a rule says which of them it wants by its argument's name.
///
/// - Units: µmol/L
package struct Concentration: Comparable, Hashable, Sendable {
    package let micromolesPerLitre: Int

    package static func micromolesPerLitre(_ value: Int) -> Concentration { Concentration(micromolesPerLitre: value) }
    package static func millimolesPerLitre(_ value: Double) -> Concentration {
        Concentration(micromolesPerLitre: Int((value * 1000).rounded()))
    }

    package var millimolesPerLitre: Double { Double(micromolesPerLitre) / 1000 }
    package static func < (lhs: Concentration, rhs: Concentration) -> Bool {
        lhs.micromolesPerLitre < rhs.micromolesPerLitre
    }
}

package enum Sex: String, Hashable, Sendable, CaseIterable {
    case male = "m"
    case female = "f"
}
