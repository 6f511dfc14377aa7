import Clinical
import Identity

/// A patient and their life, before they are in the store.
struct Person: Sendable {
    let card: Identity.PatientCard
    var life: Life
    var goal = HomeBloodPressure.raisedFrom
    var heartFailureSince: Day?
    var ownGoals: [OwnGoal] = []
    var explained: [Explained] = []
    var talk: Texts.Talk?

    struct OwnGoal: Sendable {
        let text: String
        let setOn: Day
        var reachedOn: Day?
    }

    /// A change of medicines that was explained.
    struct Explained: Sendable {
        let day: Day
        let pill: Texts.Pill
    }
}
