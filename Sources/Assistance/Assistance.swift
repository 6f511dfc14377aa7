import Clinical
import Identity

/// Help from the social domain: with a telephone, with signing in, with learning to measure, or with walking along.
///
/// A helper of a library, a welfare organisation or a municipality knows a patient only through a task that the patient
/// agreed to, and only a name, a telephone number and what help it is. What help there is stands in a list of ours: nobody
/// can write something about somebody's health to them. A task ends when it is done, when the patient stops it, and after
/// ninety days by itself; every request looks at it.
///
/// - Source: the matrix of roles in docs/security/policy.md; the ninety days are our own proposal
package enum Assistance {
    package enum TaskMark {}
    package enum StepMark {}
    package typealias TaskID = ID<TaskMark>

    /// A task runs no longer, and a question to the patient waits no longer.
    package static let longest = Duration.days(90)

    /// What somebody can be helped with.
    package enum Help: String, Hashable, Sendable, CaseIterable {
        case install, signIn = "sign-in", measure, phone
        case walk, money, company

        /// Digital help everywhere; the rest where people are met for more than their telephone.
        func isGiven(by kind: Identity.PracticeCard.Kind) -> Bool {
            switch self {
            case .install, .signIn, .measure, .phone: [.library, .welfare, .municipality].contains(kind)
            case .walk, .money, .company: [.welfare, .municipality].contains(kind)
            }
        }
    }

    /// An organisation near, and what it can help with.
    package struct Place: Hashable, Sendable {
        package let id: ID<Practice>
        package let name: String
        let helps: [Help]
    }

    /// What is asked of whom: one help at one organisation.
    package struct Wish: Hashable, Sendable {
        package let help: Help
        package let organisation: ID<Practice>

        package init(_ help: Help, at organisation: ID<Practice>) {
            self.help = help
            self.organisation = organisation
        }
    }

    /// How the patient said yes.
    package enum AgreedWay: String, Hashable, Sendable { case screen, consult }

    /// One thing that happens with a task.
    package enum Step: String, Hashable, Sendable, CaseIterable {
        case asked, agreed
        case taken, appointment, notReached = "not-reached"
        case done, stopped, refused, withdrawn

        /// After which nobody of the organisation sees the task any more.
        var ends: Bool { [.done, .stopped, .refused, .withdrawn].contains(self) }
        /// What a helper can note.
        static let ofHelper: [Step] = [.taken, .appointment, .notReached, .done]
    }

    /// How a task stands at a moment.
    package enum Standing: Hashable, Sendable {
        /// The patient was asked and has not answered.
        case waits
        case runs(Step)
        case ended(Step)
        /// Nobody ended it; its time was over.
        case over

        package func after(_ step: Step) -> Standing? {
            switch (self, step) {
            case (.waits, .agreed): .runs(.agreed)
            case (.waits, .refused), (.waits, .stopped), (.waits, .withdrawn): .ended(step)
            case (.runs, .taken), (.runs, .appointment), (.runs, .notReached): .runs(step)
            case (.runs, .done), (.runs, .stopped), (.runs, .withdrawn): .ended(step)
            default: nil
            }
        }
    }

    /// A task, as the practice and the patient see it.
    package struct Task: Hashable, Sendable {
        package let id: TaskID
        package let patient: ID<Patient>
        let organisation: ID<Practice>
        let organisationName: String
        package let help: Help
        let askedAt: Instant
        let agreedAt: Instant?
        let until: Instant?
        let lastStep: Step
        let lastAt: Instant
        let appointmentOn: Day?
        let endedAt: Instant?

        package func standing(at now: Instant) -> Standing {
            if endedAt != nil { return .ended(lastStep) }
            if (until ?? askedAt + longest) <= now { return .over }
            return agreedAt == nil ? .waits : .runs(lastStep)
        }
    }

    /// A task on the list of the organisation: all that a helper ever knows of a patient.
    struct Line: Hashable, Sendable {
        let id: TaskID
        let practice: ID<Practice>
        let patient: ID<Patient>
        let givenName: String
        let familyName: String
        let phone: String
        let help: Help
        let agreedAt: Instant
        let until: Instant
        let lastStep: Step
        let appointmentOn: Day?
        let takenBy: String?

        var fullName: String { "\(givenName) \(familyName)" }
    }

    /// A step that was taken, by whom, and what was noted.
    struct StepTaken: Hashable, Sendable {
        let step: Step
        let at: Instant
        /// Nothing when it was the patient.
        let by: String?
        let note: String
        let onDay: Day?
    }

    /// A step to be taken now.
    package struct Act: Hashable, Sendable {
        let id: ID<StepMark>
        let step: Step
        let note: String
        let onDay: Day?

        package init(_ step: Step, as id: ID<StepMark>, note: String = "", on day: Day? = nil) {
            self.step = step
            self.id = id
            self.note = note
            onDay = day
        }
    }

    /// Somebody who works, and where.
    package struct ByWorker: Hashable, Sendable {
        package let worker: ID<Worker>
        package let organisation: ID<Practice>

        package init(_ worker: ID<Worker>, of organisation: ID<Practice>) {
            self.worker = worker
            self.organisation = organisation
        }
    }

    static let longestNote = 300
}
