/// What was going on around a glucose record with the same sequence number.
///
/// - Shape: flags, sequence number (2), and as the flags say: extended flags (1), carbohydrate kind (1) and amount
///   (SFLOAT), meal (1), tester and health (1, low and high half), exercise seconds (2) and percent (1), medication
///   kind (1) and amount (SFLOAT), HbA1c (SFLOAT)
/// - Units: kg; kg or L for medication, by flag bit 5; HbA1c in percent
/// - Source: Bluetooth Glucose Service 1.0.1; GATT Specification Supplement (0x2A34)
package struct GlucoseContext: Hashable, Sendable {
    package let sequence: UInt16
    package let extendedFlags: UInt8?
    package let carbohydrate: Amount?
    /// 1 before a meal, 2 after, 3 fasting, 4 casual, 5 at bedtime; others reserved.
    package let meal: UInt8?
    package let circumstances: Circumstances?
    package let exercise: Exercise?
    package let medication: Amount?
    package let isMedicationInLitres: Bool
    package let hba1c: ExactNumber?

    /// How much of which kind.
    package struct Amount: Hashable, Sendable {
        package let kind: UInt8
        package let amount: ExactNumber

        init(_ bytes: inout MeterBytes, _ field: MeterField) throws(MeterFailure) {
            kind = try bytes.byte(field)
            amount = try bytes.sfloat(field)
        }
    }

    /// Who tested (1 self, 2 care professional, 3 laboratory, 15 not said) and how they were (1 minor, 2 major
    /// complaints, 3 menses, 4 stress, 5 nothing, 15 not said).
    package struct Circumstances: Hashable, Sendable {
        package let tester: UInt8
        package let health: UInt8

        init(_ byte: UInt8) { (tester, health) = (byte & 15, byte >> 4) }
    }

    /// 65 535 seconds says "that long or longer".
    package struct Exercise: Hashable, Sendable {
        package let seconds: UInt16
        package let percent: UInt8

        init(_ bytes: inout MeterBytes) throws(MeterFailure) {
            seconds = try bytes.little16(.exercise)
            percent = try bytes.byte(.exercise)
        }
    }

    package init(_ value: [UInt8]) throws(MeterFailure) {
        var bytes = MeterBytes(value)
        let flags = try bytes.byte(.flags)
        sequence = try bytes.little16(.sequence)
        extendedFlags = flags & 0x80 == 0 ? nil : try bytes.byte(.extendedFlags)
        carbohydrate = flags & 0x01 == 0 ? nil : try Amount(&bytes, .carbohydrate)
        meal = flags & 0x02 == 0 ? nil : try bytes.byte(.meal)
        circumstances = flags & 0x04 == 0 ? nil : Circumstances(try bytes.byte(.testerAndHealth))
        exercise = flags & 0x08 == 0 ? nil : try Exercise(&bytes)
        medication = flags & 0x10 == 0 ? nil : try Amount(&bytes, .medication)
        isMedicationInLitres = flags & 0x20 != 0
        hba1c = flags & 0x40 == 0 ? nil : try bytes.sfloat(.hba1c)
        try bytes.finish()
    }
}
