import Clinical

extension Measurements {
    /// Everything the page *Mijn grafiek* shows: a sentence, a picture, a table, and what happened.
    struct Graph: Sendable {
        let period: Period
        let line: Line
        let today: Day
        let goal: BloodPressure
        let weeks: [WeekMean]
        let days: [DayTotal]
        /// Single readings, when there are few enough to draw each.
        let dots: [Dot]
        let events: [Event]
        let newest: Total
        let standing: Standing
        /// What else can be looked at.
        let kinds: [AlsoMeasured]

        struct Dot: Hashable, Sendable {
            let taken: Moment
            let pressure: BloodPressure
        }

        /// Something that explains the line.
        struct Event: Hashable, Sendable {
            let day: Day
            let kind: Kind

            enum Kind: Hashable, Sendable {
                case week(MeasuringWeek)
                case goalReached(String, setOn: Day)
                case goalSet(String)
                case medication(what: String, why: String)
                case start
            }
        }
    }

    enum Period: String, Hashable, Sendable, CaseIterable {
        case week, quarter, year

        var days: Int {
            switch self {
            case .week: 7
            case .quarter: 84
            case .year: 364
            }
        }

        func first(until today: Day) -> Day {
            self == .week ? today.adding(-6) : today.monday.adding(7 - days)
        }
    }

    /// Upper and lower pressure are a switch, not two lines that cross.
    enum Line: String, Hashable, Sendable, CaseIterable {
        case upper, lower

        func value(of pressure: BloodPressure) -> Int {
            self == .upper ? pressure.systolic.mmHg : pressure.diastolic.mmHg
        }
    }
}
