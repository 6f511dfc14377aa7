import Audit
import Clinical
import Identity

extension Portal {
    /// *Wie keek mee*: who looked at or changed something of this patient, day by day.
    ///
    /// - Source: Wabvpz article 15e (the patient's right to see who looked when); NEN 7513:2018 chapter 9 (what such an
    ///   overview shows; lines of one day that are alike may be folded)
    package struct Watching: Sendable {
        package let period: Period
        package let ownToo: OwnToo
        package let days: [DayOfWatching]
        /// `true` to its name when older lines of the period are left out.
        package let isCut: Cut
        package let practiceName: String
        package let today: Day

        package enum Period: String, Sendable, CaseIterable {
            case quarter, year, all

            func start(on today: Day) -> Day {
                switch self {
                case .quarter: today.adding(-91)
                case .year: today.adding(-365)
                case .all: Day(number: 0)
                }
            }
        }

        /// Whether what the patient did is shown between what others did.
        package enum OwnToo: String, Sendable { case yes, no }

        package enum Cut: Sendable { case whole, cut }
    }

    /// One day, the newest first, and on it each person once for each kind of thing they did.
    package struct DayOfWatching: Sendable {
        package let day: Day
        package let deeds: [Deed]
    }

    /// The same thing by the same person on one day, however often.
    package struct Deed: Hashable, Sendable {
        package let who: Who
        package let what: What
        /// Why it could be, when it is not simply the practice that treats them.
        package let why: Why?
        package let first: Moment
        package let last: Moment
        package let count: Int
    }

    /// Whoever did it, as a person knows them.
    package enum Who: Hashable, Sendable {
        case you
        case worker(name: String, role: Identity.Role, at: String)
        /// Somebody who helps the patient.
        case proxy(name: String)
        /// Somebody who is not in our books any more.
        case unknownWorker
        case hartlijn
        case nobody
    }

    /// Why somebody from elsewhere could look.
    package enum Why: Hashable, Sendable {
        case emergency, shared, task, registered

        init?(_ ground: Audit.Ground) {
            switch ground {
            case .emergency: self = .emergency
            case .shared: self = .shared
            case .task: self = .task
            case .registered: self = .registered
            case .own, .mandate, .treatment, .office, .rule, .none: return nil
            }
        }
    }

    /// What was done, in the few kinds that matter to a patient.
    package enum What: String, Hashable, Sendable, CaseIterable {
        case sawRecord, sawList, sawReadings, sawLog
        case addedReading, changedReading, addedFile
        case wroteMessage, changedMedication, changedList, changedGoal, toldComplaints
        case decidedWhoMay, madeLetter, openedInEmergency
        case sawTask, changedTask, registeredAtPharmacy
        case reminded, judgedWeek
        case tookCopy
        case workedOnRequest
        case other

        /// - Parameters:
        ///   - action: nothing when a newer program wrote a line that this one does not know
        ///   - object: the kind of thing that stands in the log, never its content
        init(_ action: Audit.Action?, _ object: String) {
            self =
                switch (action, object) {
                case (.looked, "record"), (.looked, "reading form"), (.looked, "patients"): .sawRecord
                case (.looked, "worklist"): .sawList
                case (.looked, "today"), (.looked, "graph"), (.looked, "reading"), (.looked, "goal"),
                    (.looked, "messages"):
                    .sawReadings
                case (.looked, "access log"): .sawLog
                case (.added, "reading"): .addedReading
                case (.changed, "reading"): .changedReading
                case (.exported, _): .tookCopy
                case (.looked, "task"), (.looked, "help"): .sawTask
                case (_, "task"): .changedTask
                case (_, "pharmacy"): .registeredAtPharmacy
                case (.looked, "pharmacy record"), (.looked, "pharmacy messages"): .sawRecord
                case (.added, "pharmacy message"): .wroteMessage
                case (_, "request"), (_, "requests"): .workedOnRequest
                case (_, "mandate"), (_, "consent"), (_, "helpers"): .decidedWhoMay
                case (.added, "letter"), (.changed, "account"): .madeLetter
                case (.added, let object) where object.hasPrefix("letter,"): .madeLetter
                case (.added, "emergency"): .openedInEmergency
                case (.imported, _): .addedFile
                case (.answered, _), (.added, "message"): .wroteMessage
                case (.added, "medication change"): .changedMedication
                case (.added, "complaints"): .toldComplaints
                case (.changed, "goal"): .changedGoal
                case (.changed, "reminder"): .reminded
                case (.changed, "measuring week"): .judgedWeek
                case (.changed, let object) where object.hasPrefix("worklist"): .changedList
                default: .other
                }
        }
    }

    /// One line of the log, as it stands there.
    struct Line: Hashable, Sendable {
        let at: Instant
        let who: Who
        let what: What
        let why: Why?
    }

    /// Folds the lines of each day: the newest day first, and on it whoever was there last.
    static func folded(_ lines: [Line]) -> [DayOfWatching] {
        struct Key: Hashable {
            let day: Day
            let who: Who
            let what: What
            let why: Why?
        }
        var deeds: [Key: Deed] = [:]
        for line in lines {
            let moment = Moment.amsterdam(line.at)
            let key = Key(day: moment.day, who: line.who, what: line.what, why: line.why)
            let before = deeds[key]
            deeds[key] = Deed(
                who: line.who, what: line.what, why: line.why, first: earlier(before?.first, moment),
                last: later(before?.last, moment),
                count: (before?.count ?? 0) + 1)  // nothing before: this is the first
        }
        return Dictionary(grouping: deeds, by: \.key.day)
            .map { DayOfWatching(day: $0, deeds: $1.map(\.value).sorted { $0.last.instant > $1.last.instant }) }
            .sorted { $0.day > $1.day }
    }

    private static func earlier(_ one: Moment?, _ other: Moment) -> Moment {
        one.map { $0.instant < other.instant ? $0 : other } ?? other
    }

    private static func later(_ one: Moment?, _ other: Moment) -> Moment {
        one.map { $0.instant > other.instant ? $0 : other } ?? other
    }
}
