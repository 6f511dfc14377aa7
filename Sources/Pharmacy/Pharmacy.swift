import Clinical
import Identity

/// At which pharmacy a patient is registered, and what the two write to each other.
///
/// A pharmacy sees nobody before the patient or the practice said that it is theirs. It then sees who the patient is, what
/// changed in the medication and why, and its own conversation; blood pressures only when the patient lets it.
///
/// - Source: the matrix of roles in docs/security/policy.md
package enum Pharmacy {
    package enum RegistrationMark {}
    package enum MessageMark {}
    package typealias RegistrationID = ID<RegistrationMark>

    /// Longer than this is not a message but a letter.
    static let longestMessage = 2000

    /// Who said that this is the pharmacy of the patient.
    package enum SaidBy: String, Hashable, Sendable { case patient, practice }

    /// A patient at a pharmacy, from when until when.
    package struct Registration: Hashable, Sendable {
        package let id: RegistrationID
        let pharmacy: ID<Practice>
        let pharmacyName: String
        let phone: String
        let askedAt: Instant
        let confirmedAt: Instant?
        let confirmedBy: SaidBy?
        /// Since when the pharmacy sees blood pressures; nothing when it does not.
        let readingsSince: Instant?
        let endedAt: Instant?

        var isOpen: Bool { confirmedAt != nil && endedAt == nil }
        /// The pharmacy asked, and nobody has answered.
        var waits: Bool { confirmedAt == nil && endedAt == nil }
    }

    /// A patient on the list of the pharmacy.
    struct Customer: Hashable, Sendable {
        let id: ID<Patient>
        let name: String
        let bornOn: Day
        let practiceName: String
        let since: Instant
        let unread: Int
    }

    /// What somebody writes, with the number of the form it was written in: sent twice, it is kept once.
    package struct Text: Hashable, Sendable {
        let id: ID<MessageMark>
        let body: String

        package init(_ body: String, as id: ID<MessageMark>) {
            self.body = body
            self.id = id
        }
    }

    package enum Sender: String, Hashable, Sendable { case patient, worker }

    /// One message of the conversation of a patient with the pharmacy; it belongs to the pharmacy, never to one person.
    struct Message: Hashable, Sendable {
        let sender: Sender
        let senderName: String
        let body: String
        let sentAt: Instant
        let readAt: Instant?
    }

    /// What changed in the medication, and why.
    struct Change: Hashable, Sendable {
        let day: Day
        let what: String
        let why: String
    }

    /// A blood pressure that the patient lets the pharmacy see.
    struct Seen: Hashable, Sendable {
        let taken: Moment
        let pressure: BloodPressure
        let setting: Setting
    }

    /// Everything a pharmacy sees of one patient.
    struct Record: Sendable {
        let card: Identity.PatientCard
        let practiceName: String
        let registration: Registration
        let changes: [Change]
        /// Nothing when the patient does not let it see them.
        let pressures: [Seen]?
        let messages: [Message]
    }

    /// So far back the pharmacy looks.
    ///
    /// - Source: our own proposal
    static let daysOfPressures = 90
    static let daysOfChanges = 730
}
