import Audit
import Clinical

/// Who else may look: somebody who helps the patient, or the hospital. The patient decides, for a time, and can stop it at
/// any moment.
///
/// - Source: WGBO article 7:457 and Wabvpz article 15a (consent of the patient); the longest times are our own proposal
package enum Helping {
    /// A mandate or a consent ends by itself after at most a year.
    static let months = [1, 3, 6, 12]

    /// Somebody who helps, as the patient sees them.
    struct Helper: Hashable, Sendable {
        let id: ID<Audit.Proxy>
        let name: String
        let categories: Set<Identity.Category>
        let until: Instant
        let state: State

        /// Whether they have come in yet.
        enum State: String, Sendable { case invited, comesIn }
    }

    /// A hospital the patient shares with.
    struct Sharing: Hashable, Sendable {
        let id: ID<Audit.Passage.Basis>
        let organisation: String
        let until: Instant
    }

    /// One of the people somebody helps, with one account.
    struct Helped: Hashable, Sendable {
        let proxy: ID<Audit.Proxy>
        let practice: ID<Practice>
        let name: String
        let until: Instant
    }

    /// Somebody else who sees something: by a task, or as the pharmacy. That is changed on a page of its own.
    struct Other: Hashable, Sendable {
        let name: String
        let why: Why

        enum Why: Hashable, Sendable { case task, pharmacy, pharmacyWithReadings }
    }

    /// What a patient fills in to let somebody help.
    package struct Invitation: Hashable, Sendable {
        let givenName: String
        let familyName: String
        let bornOn: Day
        let categories: Set<Identity.Category>
        let months: Int

        package init(
            givenName: String, familyName: String, bornOn: Day, categories: Set<Identity.Category>, months: Int
        ) {
            self.givenName = givenName
            self.familyName = familyName
            self.bornOn = bornOn
            self.categories = categories
            self.months = months
        }
    }

    /// Some months later, at the end of that day.
    static func end(after months: Int, from today: Day) -> Instant {
        Amsterdam.instant(today.adding(months * 365 / 12 + 1), hour: 0)
    }
}
