import Clinical
import Identity
import Web

extension Portal {
    /// The patient's first page: one thing to do, how it goes, and what else there is.
    struct Today: Sendable {
        let givenName: String
        let now: Moment
        let frame: PatientFrame
        let task: Task
        let average: BloodPressure?
        let averageCount: Int
        let goalPressure: BloodPressure
        /// What else this person is asked for, and when it was measured last.
        let also: [Also]
        let message: NewMessage?
        let goal: Goal?
        let finished: Finished?
        /// Who could help this patient, and waits for a yes; only the patient is asked.
        let offersHelp: String?
        /// When somebody who does not treat this patient looked in an emergency, in the last weeks.
        let emergency: Instant?
        /// Whether readings can be fetched from a meter that was used before.
        let meter: Meter

        let answering: Identity.Answering
        /// Since when a question or a finished week waits for the practice.
        let waitingSince: Instant?

        enum Meter: Hashable, Sendable { case usedBefore, none }
        /// The maker of a meter does not send readings any more; only the patient is told.
        let brokenMeter: Instant?

        struct Also: Hashable, Sendable {
            let kind: AlsoMeasured
            let lastDay: Day?
        }

        /// The server chooses one; the first that applies.
        enum Task: Hashable, Sendable {
            case measure(week: Week)
            /// This half of the day is done; the week goes on.
            case doneForNow(week: Week)
            case first
            case remind(days: Int)
            /// With heart failure, once a day.
            case weigh
            case nothing(next: Day?)
        }

        /// The grid of a measuring week: what was measured, and where we are in it.
        struct Week: Hashable, Sendable {
            let startsOn: Day
            let days: Int
            /// Morning and evening of each day, in order.
            let measured: [Bool]
            let today: Day
            let part: DayPart

            var dayNumber: Int { today.days(since: startsOn) + 1 }
            var done: Int { measured.filter { $0 }.count }
            var isDoneNow: Bool {
                let place = today.days(since: startsOn) * 2 + (part == .morning ? 0 : 1)
                return measured.indices.contains(place) && measured[place]
            }
        }

        struct NewMessage: Hashable, Sendable {
            let from: String
            let beginning: String
        }

        /// A measuring week that was judged in the last days.
        struct Finished: Hashable, Sendable {
            let outcome: String
            let average: BloodPressure?
        }
    }
}
