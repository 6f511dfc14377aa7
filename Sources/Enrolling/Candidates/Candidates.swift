import Clinical
import Identity

extension Enrolling {
    package enum ListMark {}
    package enum InvitationMark {}

    /// Somebody who may be asked, as the list of the practice knows them.
    package struct Candidate: Hashable, Sendable {
        package let id: ID<Patient>
        package let givenName: String
        package let familyName: String
        package let bornOn: Day
        package let sex: Sex
        package let phone: String
        package let grounds: [EligibilityGround]
        package let cautions: [EligibilityCaution]
        package let box: BoxAdvice
        package let state: State
        package let stateAt: Instant
        /// Since when they stand on the list; nothing when they stand on none.
        package let listedAt: Instant?
        /// The list they were read from; nothing when the practice asked them by itself.
        package let list: ID<ListMark>?

        package init(
            id: ID<Patient>, givenName: String, familyName: String, bornOn: Day, sex: Sex, phone: String,
            grounds: [EligibilityGround], cautions: [EligibilityCaution], box: BoxAdvice, state: State = .listed,
            stateAt: Instant, listedAt: Instant? = nil, list: ID<ListMark>? = nil
        ) {
            self.id = id
            self.givenName = givenName
            self.familyName = familyName
            self.bornOn = bornOn
            self.sex = sex
            self.phone = phone
            self.grounds = grounds
            self.cautions = cautions
            self.box = box
            self.state = state
            self.stateAt = stateAt
            self.listedAt = listedAt
            self.list = list
        }

        /// A patient of the practice whom nobody put on a list.
        init(_ card: Identity.PatientCard, at now: Instant) {
            self.init(
                id: card.id, givenName: card.givenName, familyName: card.familyName, bornOn: card.bornOn,
                sex: card.sex, phone: card.phone, grounds: [], cautions: [], box: .unknown, stateAt: now)
        }

        /// The same person, who is a patient here already.
        func known(as patient: ID<Patient>) -> Candidate { copy(id: patient, state: state) }
        /// The same person, one step on.
        package func moved(to state: State) -> Candidate { copy(id: id, state: state) }

        private func copy(id: ID<Patient>, state: State) -> Candidate {
            Candidate(
                id: id, givenName: givenName, familyName: familyName, bornOn: bornOn, sex: sex, phone: phone,
                grounds: grounds, cautions: cautions, box: box, state: state, stateAt: stateAt, listedAt: listedAt,
                list: list)
        }

        package var listName: String { Identity.listName(givenName, familyName) }
        package var fullName: String { "\(givenName) \(familyName)" }
    }

    /// One time somebody was asked, and what they said.
    package struct Invitation: Hashable, Sendable {
        package let id: ID<InvitationMark>
        package let channel: Channel
        package let at: Instant
        /// The name of who asked.
        package let by: String
        package let answer: Answer?
        package let answeredAt: Instant?
    }

    /// Somebody takes part from now on.
    package struct Enrolment: Hashable, Sendable {
        package let consentedOn: Day
        package let way: ConsentWay
        package let help: Help
        package let box: BoxAdvice
        package let at: Instant
        /// The name of who wrote it down.
        package let by: String
        package let endedAt: Instant?
    }

    /// How somebody said yes: on a paper that is kept in the practice, or aloud with the text before them.
    package enum ConsentWay: String, Hashable, Sendable, CaseIterable {
        case paper, aloud
    }

    /// Whether somebody wants a person beside them for the phone and the meter.
    package enum Help: String, Hashable, Sendable, CaseIterable {
        case none, family, practice, library
    }

    /// The text that people say yes to; another text is another version.
    package static let consentText = "2026-11"
}
