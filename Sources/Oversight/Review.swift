import Clinical
import Identity

extension Oversight {
    /// What the officer made of a matter.
    enum Verdict: String, Hashable, Sendable, CaseIterable { case fine, asked, incident }

    struct Review: Hashable, Sendable {
        let verdict: Verdict
        let note: String
        let at: Moment
    }

    struct Sealed: Hashable, Sendable {
        let lines: Int
        let at: Moment?
    }

    /// One organisation of the care group, and what there is to look at.
    struct Desk: Hashable, Sendable {
        let organisation: Identity.PracticeCard
        let matters: [Matter]
        let reviews: [String: Review]
        let sealed: Sealed

        var waiting: [Matter] { matters.filter { reviews[$0.key] == nil } }
        var signed: [Matter] { matters.filter { reviews[$0.key] != nil } }
    }

    /// The week that is looked at: the seven days before today.
    static let days = 7
    /// An emergency stays on the list for longer.
    static let emergencyDays = 30
}
