import Clinical
import Identity

/// How the practices of a care group are doing, in numbers that come from the work itself and never show a patient.
package enum Programme {
    /// One practice among the others.
    struct Reach: Hashable, Sendable {
        let practice: Identity.PracticeCard
        let agreed: Int
        let measuring: Int
        let onTarget: Int
        let above: Int
    }

    /// Smaller groups are not shown, so that nobody can be recognised in a number.
    ///
    /// - Source: small cells are hidden below 10; docs/running/threat-model.md
    static let smallestGroup = 10
}
