import Clinical

/// Who looked at or changed what of whom; written in the same transaction as the change, and before a page is shown.
///
/// - Source: NEN 7513 (who, what, when, about whom, from which role, on which ground, with which outcome)
package enum Audit {
    package enum Line {}

    /// What was done, in the few kinds that a privacy officer tells apart.
    package enum Action: String, Sendable, CaseIterable {
        case looked, added, changed, answered, imported, exported, signedIn = "signed-in", signedOut = "signed-out"
        case refused
    }

    /// One line of the log.
    package struct Entry: Sendable {
        package let practice: ID<Practice>
        package let actor: Actor
        package let action: Action
        package let patient: ID<Patient>?
        /// The kind of thing, never its content: `chart`, `reading`, `worklist`.
        package let object: String

        package init(
            _ action: Action, _ object: String, of patient: ID<Patient>? = nil, in practice: ID<Practice>,
            by actor: Actor
        ) {
            self.practice = practice
            self.actor = actor
            self.action = action
            self.patient = patient
            self.object = object
        }
    }
}
