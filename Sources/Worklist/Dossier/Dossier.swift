import Clinical
import Identity

extension Worklist {
    /// Everything a practice sees of one patient on one page.
    struct Dossier: Sendable {
        let card: Identity.PatientCard
        let goal: BloodPressure?
        let startedOn: Day?
        let heartFailureSince: Day?
        let average: BloodPressure?
        let count: Int
        let lastDay: Day?
        let weeks: [BloodPressure?]
        let ownGoal: String?
        let changes: [Change]
        let unconfirmed: [Unconfirmed]
        let events: [Event]
        let openLines: [OpenLine]
        let question: PaneFacts.Written?
        let reminded: Reminded?
        /// The first day of the next measuring week that was agreed.
        let nextWeek: Day?
        var kits: [Kit] = []
        /// The patient asked that nothing is done with it but their own care, and the practice said yes.
        var restrictedSince: Instant?
        var also: [Also] = []
        /// Photographs of a booklet that nobody typed over yet.
        var photos = 0

        /// What is measured at home besides blood pressure: the newest of each kind first.
        struct Also: Hashable, Sendable {
            let kind: AlsoMeasured
            let readings: [One]

            struct One: Hashable, Sendable {
                let value: Value
                let taken: Moment
            }
        }

        /// One number of a kind, as it is kept.
        enum Value: Hashable, Sendable {
            case pressure(BloodPressure)
            case weight(Weight)
            case steps(Steps)
            case glucose(Concentration, GlucoseMoment)
        }

        /// Reminders are on, and when the last one was written to leave.
        struct Reminded: Hashable, Sendable {
            let lastAt: Instant?
        }

        struct Change: Hashable, Sendable {
            let day: Day
            let what: String
            let why: String
        }

        /// What this patient is on the list for, with the numbers of that reason.
        struct OpenLine: Hashable, Sendable {
            let reason: Reason
            let pressure: BloodPressure?
        }

        /// A reading the patient confirmed although it is unlikely; the practice says whether it counts.
        struct Unconfirmed: Hashable, Sendable {
            let id: ID<Reading>
            let value: Value
            let taken: Moment
        }

        /// A kit that this patient has at home, or that is kept for them.
        struct Kit: Hashable, Sendable {
            let number: String
            let state: String
            let dueOn: Day

            func isLate(on today: Day) -> Bool { dueOn < today && state != "reserved" }
        }

        /// One thing on the timeline.
        struct Event: Hashable, Sendable {
            let at: Instant
            let kind: Kind

            enum Kind: Hashable, Sendable {
                case week(outcome: String, average: BloodPressure?, moments: Int, readings: Int, rule: String)
                case high(BloodPressure, answer: String?, complaints: Set<Complaint>)
                case message(from: String, isOwn: Side, body: String, seenAt: Instant?)
                case medication(what: String, why: String)
                case goal(String)
                case goalReached(String)
                case closed(Reason, by: String)
                case practice(BloodPressure)
            }
        }

        enum Side: Hashable, Sendable { case patient, practice }
    }

    /// What the timeline shows.
    enum Show: String, Hashable, Sendable, CaseIterable {
        case all, readings, messages, medication, goals

        func holds(_ kind: Dossier.Event.Kind) -> Bool {
            switch (self, kind) {
            case (.all, _): true
            case (.readings, .week), (.readings, .high), (.readings, .practice): true
            case (.messages, .message), (.messages, .closed): true
            case (.medication, .medication): true
            case (.goals, .goal), (.goals, .goalReached): true
            default: false
            }
        }
    }
}
