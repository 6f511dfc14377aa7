import Clinical

extension Enrolling {
    /// The step plan of one person: what was done and when, taken from what really happened.
    package struct Steps: Hashable, Sendable {
        package let candidate: Candidate
        package let isPatient: PatientState
        package let invitations: [Invitation]
        package let enrolment: Enrolment?
        package let facts: Facts

        /// Whether they have a record here.
        package enum PatientState: Hashable, Sendable { case patient, notYet }

        /// Help of the social domain: of whom, and how it stands.
        package struct Helped: Hashable, Sendable {
            package let organisation: String
            package let state: State

            package enum State: String, Sendable { case waits, runs, done, over }
        }

        /// What the rest of the house knows; each is the first time it happened since they take part.
        package struct Facts: Hashable, Sendable {
            package var planned: Day?
            package var lent: Instant?
            package var measuredTogether: Instant?
            package var account: Instant?
            package var firstReading: Instant?
            package var weekJudged: Instant?
            package var answered: Instant?
            /// The latest that was asked of somebody in the neighbourhood.
            package var helped: Helped?

            package init() {}
        }
    }

    /// The steps in their order, as they stand on the paper plan.
    package enum StepName: String, Hashable, Sendable, CaseIterable {
        case selected, invited, consented, planned, lent, measuredTogether, account, firstReading, answered
    }
}

extension Enrolling.Steps {
    /// When a step was done; `nil` when it was not yet.
    package func done(_ step: Enrolling.StepName) -> Day? {
        func day(_ instant: Instant?) -> Day? { instant.map { Moment.amsterdam($0).day } }
        return switch step {
        case .selected: day(candidate.listedAt)
        case .invited: day(invitations.last?.at)
        case .consented: enrolment?.consentedOn
        case .planned: facts.planned
        case .lent: day(facts.lent)
        case .measuredTogether: day(facts.measuredTogether)
        case .account: day(facts.account)
        case .firstReading: day(facts.firstReading)
        case .answered: day(facts.answered)
        }
    }

    /// The first step that is not done.
    package var next: Enrolling.StepName? {
        let needed: [Enrolling.StepName] =
            enrolment == nil
            ? [.invited, .consented] : [.planned, .lent, .measuredTogether, .account, .firstReading, .answered]
        return needed.first { done($0) == nil }
    }
}
