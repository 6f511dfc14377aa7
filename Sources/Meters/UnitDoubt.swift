/// A pressure whose number does not belong to the unit that the meter gave it.
///
/// 121 kPa would be 908 mmHg, which no arm has; 121 mmHg is an everyday pressure. Then the person is asked; the
/// number is never given another unit without saying so.
package struct UnitDoubt: Hashable, Sendable {
    package let said: MeterUnit
    package let looksLike: MeterUnit

    /// The upper pressures that can be of a person.
    ///
    /// - Units: mmHg
    /// - Source: our own proposal, the range that is stored without asking; docs/clinical/plausibility.md
    static let everyday = 60...280

    /// nil when the number fits its unit, and when it fits no unit: that is for intake to judge.
    package init?(systolic: MeterQuantity) {
        let other: MeterUnit
        switch systolic.unit {
        case .kilopascal: other = .millimetreOfMercury
        case .millimetreOfMercury: other = .kilopascal
        default: return nil
        }
        guard !UnitDoubt.fits(systolic), UnitDoubt.fits(MeterQuantity(systolic.said, other)) else { return nil }
        (said, looksLike) = (systolic.unit, other)
    }

    private static func fits(_ pressure: MeterQuantity) -> Bool { pressure.canonical.map(everyday.contains) == true }
}
