import Clinical

/// What a practice still has to look at, the most pressing first, each with its reason in words.
package enum Worklist {
    package enum ItemMark {}
    package typealias ItemID = ID<ItemMark>

    /// Why a patient is on the list.
    package enum Reason: Hashable, Sendable {
        case alert(AlertReason)
        case weekAbove, weekOnTarget, weekTooFew
        case weightGain
        case question
        case silent
        case unconfirmed

        package var name: String {
            switch self {
            case .alert(let reason): "alert-\(reason.rawValue)"
            case .weekAbove: "week-above"
            case .weekOnTarget: "week-on-target"
            case .weekTooFew: "week-too-few"
            case .weightGain: "weight-gain"
            case .question: "question"
            case .silent: "silent"
            case .unconfirmed: "unconfirmed"
            }
        }

        /// A measuring week is over, and the patient waits for a word about it.
        var isFinishedWeek: Bool { [.weekAbove, .weekOnTarget, .weekTooFew].contains(self) }

        package init?(name: String) {
            switch name {
            case "week-above": self = .weekAbove
            case "week-on-target": self = .weekOnTarget
            case "week-too-few": self = .weekTooFew
            case "weight-gain": self = .weightGain
            case "question": self = .question
            case "silent": self = .silent
            case "unconfirmed": self = .unconfirmed
            default:
                guard name.hasPrefix("alert-"), let reason = AlertReason(rawValue: String(name.dropFirst(6))) else {
                    return nil
                }
                self = .alert(reason)
            }
        }

        /// A patient has at most one open line of each family; a more pressing reason takes the line over.
        package var family: Family {
            switch self {
            case .alert, .weekAbove, .weekOnTarget, .weekTooFew: .pressure
            case .weightGain: .weight
            case .question: .question
            case .silent: .silence
            case .unconfirmed: .check
            }
        }
    }

    package enum Family: String, Hashable, Sendable, CaseIterable {
        case pressure, weight, question, silence, check
    }

    /// How soon: now is a phone call today, today is within a working day.
    package enum Urgency: Int, Hashable, Sendable, CaseIterable, Comparable {
        case now = 0
        case today = 1
        case week = 2

        package static func < (lhs: Urgency, rhs: Urgency) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    /// What there is to say with the reason: the numbers, how many, and the patient's own words.
    package struct Facts: Hashable, Sendable {
        package var pressure: BloodPressure?
        package var count: Int?
        package var weight: Weight?
        package var gain: Weight?
        package var quote: String?

        package init(
            pressure: BloodPressure? = nil, count: Int? = nil, weight: Weight? = nil, gain: Weight? = nil,
            quote: String? = nil
        ) {
            self.pressure = pressure
            self.count = count
            self.weight = weight
            self.gain = gain
            self.quote = quote
        }
    }

    /// One line of the list, with all that the page shows of it.
    package struct Item: Hashable, Sendable {
        package let id: ItemID
        package let patient: ID<Patient>
        package let reason: Reason
        package let urgency: Urgency
        package var facts: Facts
        package let openedAt: Instant
        package let listName: String
        package let bornOn: Day
        package let programmes: String
        package let goal: BloodPressure?
        package let average: BloodPressure?
        package let moments: Int
        package let asked: Int
        /// Twelve weekly averages, the oldest first.
        package let weeks: [BloodPressure?]
        package let weights: [Weight?]
        package var inbox = Inbox.team
        package let closedAt: Instant?
    }

    /// What the pane shows beside the line itself.
    package struct PaneFacts: Hashable, Sendable {
        let sex: Sex
        let phone: String
        let count: Int
        let lastDay: Day?
        let lastMessage: Written?
        let lastChange: Change?
        let ownGoal: String?
        let complaints: Set<Complaint>

        struct Written: Hashable, Sendable {
            let body: String
            let sentAt: Instant
        }

        struct Change: Hashable, Sendable {
            let day: Day
            let what: String
        }
    }

    /// Which part of the list is shown.
    package enum Tab: String, Hashable, Sendable, CaseIterable {
        case open, later, closed
    }

    /// The two ways to put a line off.
    package enum Pause: String, Hashable, Sendable, CaseIterable {
        case tomorrow, nextWeek = "next-week"

        func until(_ now: Instant) -> Instant {
            let today = Moment.amsterdam(now).day
            return Amsterdam.instant(today.adding(self == .tomorrow ? 1 : 7), hour: 7)
        }
    }

    /// A red alert is now, an amber one today, and what needs no hurry this week; a calm reading opens nothing.
    package static func urgency(of alert: Alert) -> Urgency? {
        switch alert.level {
        case .red: .now
        case .amber: .today
        case .info: alert.reason == .irregular || alert.also.contains(.irregular) ? .week : nil
        case .none: nil
        }
    }
}
