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

    /// A number out of a group is told only when neither it nor the rest of the group is small.
    static func isTold(_ count: Int, of group: Int) -> Bool {
        count >= smallestGroup && (group == count || group - count >= smallestGroup)
    }

    /// Smaller groups are not shown, so that nobody can be recognised in a number.
    ///
    /// - Source: small cells are hidden below 10; docs/running/threat-model.md
    static let smallestGroup = 10
}
