import Clinical

extension Exchange {
    /// What is kept of the care itself, beside what the patient wrote and measured.
    struct CopiedCare: Hashable, Sendable {
        let weeks: [CopiedWeek]
        let plans: [CopiedPlan]
        let loans: [CopiedLoan]
        let invitations: [CopiedInvitation]
        let consents: [CopiedConsent]
        let looks: [CopiedLook]
        /// All that no word of FHIR fits: a line each, under its heading.
        let rest: [CopiedPart: [CopiedLine]]
    }

    /// The parts of a copy, in the order in which they are read.
    enum CopiedPart: String, Hashable, Sendable, CaseIterable {
        case person, readings, weeks, plan, messages, goals, medication, loans, reminders, sent, meters, invitations
        case enrolment, consents, emergencies, list, requests, looks
    }

    /// One thing that is kept: when, what, and by whom.
    struct CopiedLine: Hashable, Sendable {
        let when: String
        let what: String
        var by = ""
    }

    /// A measuring week and what came of it.
    struct CopiedWeek: Hashable, Sendable {
        enum Mark {}

        let id: ID<Mark>
        let from: Day
        let until: Day
        let measuring: String
        let judgement: Judgement?
        let withdrawnAt: Instant?

        struct Judgement: Hashable, Sendable {
            let at: Instant
            let outcome: String
            let average: BloodPressure?
            let readings: Int?
            let moments: Int?
            let rule: String
            let version: String
        }
    }

    /// What is agreed on measuring, now or before.
    struct CopiedPlan: Hashable, Sendable {
        enum Mark {}

        /// The patient's own number stands for the plan of now: there is one.
        let id: ID<Mark>
        let from: Day
        let measuring: String
        let goal: BloodPressure
        let heartFailureSince: Day?
        let by: String
        let state: State

        enum State: Hashable, Sendable { case now, before }
    }

    /// A kit that the patient has or had at home.
    struct CopiedLoan: Hashable, Sendable {
        enum Mark {}

        let id: ID<Mark>
        let number: String
        let reservedAt: Instant
        let lentAt: Instant?
        let dueOn: Day
        let agreedAt: Instant?
        let agreedHow: String?
        let endedAt: Instant?
        let ending: String?
    }

    /// The practice asked whether they want to take part.
    struct CopiedInvitation: Hashable, Sendable {
        enum Mark {}

        let id: ID<Mark>
        let at: Instant
        let channel: String
        let by: String
        let answer: String?
        let answeredAt: Instant?
        let withdrawnAt: Instant?
    }

    /// Something the patient allowed.
    struct CopiedConsent: Hashable, Sendable {
        enum Mark {}
        /// To be helped by somebody, to share with a hospital, or to take part.
        enum Kind: String, Hashable, Sendable { case mandate, sharing, enrolment }

        let id: ID<Mark>
        let kind: Kind
        /// To whom: a name, or a hospital; for taking part, how it was said.
        let whom: String
        /// To what: what was ticked, or the text of that moment.
        let what: String
        let from: Instant
        let until: Instant?
        let endedAt: Instant?
    }

    /// A line of the access log.
    struct CopiedLook: Hashable, Sendable {
        enum Mark {}

        let id: ID<Mark>
        let at: Instant
        let actor: String
        let name: String?
        let role: String
        let organisation: String?
        let action: String
        let object: String
        let deed: String
        let ground: String
    }
}
