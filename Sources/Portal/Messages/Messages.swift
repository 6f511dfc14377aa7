import Clinical

extension Portal {
    package enum MessageMark {}

    /// One message between a patient and the practice.
    package struct Message: Hashable, Sendable {
        package let id: ID<MessageMark>
        package let sender: Sender
        /// Who wrote it, as the reader knows them: `Marieke Kok`.
        package let senderName: String
        /// Who wrote it in the patient's name, when it was somebody who helps them.
        package let helper: String?
        package let body: String
        package let sentAt: Instant
        package let readAt: Instant?
    }

    package enum Sender: String, Hashable, Sendable, CaseIterable { case patient, worker }

    /// Longer than this is not a message but a letter.
    package static let longestMessage = 2000
}
