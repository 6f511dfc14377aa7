/// What somebody measured at home in a period, as one average that a record system can keep.
///
/// The first days of a measuring week are left out, as its protocol says, and so is what the meter marked as irregular. What
/// counts, how much of it there was, and on which days it was taken goes along with the number, so that whoever reads it
/// later can weigh it. Too few readings is an answer; no average is made of them.
///
/// - Shape: readings of one kind that count, and the measuring weeks of the patient → one average
/// - Units: mmHg, g, steps, µmol/L; weight to 0.1 kg, glucose to 0.1 mmol/L
/// - Source: an average of what was measured at home goes to the record each quarter: Stevit (VitaValley 2022); 12 readings
///   on 3 days: ESH position paper on home blood pressure 2021 (doi:10.1097/HJH.0000000000002922);
///   docs/clinical/period-average.md
package enum PeriodAverage {
    package static let rule = "period-average"
    package static let version = "1"

    /// - Source: ESH 2021, to be confirmed by a clinician; docs/clinical/period-average.md
    package static let pressuresNeeded = 12
    /// - Source: ESH 2021, to be confirmed by a clinician; docs/clinical/period-average.md
    package static let pressureDaysNeeded = 3

    /// What is averaged on its own; a glucose before and one after a meal are not one number.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case bloodPressure = "blood-pressure"
        case weight, steps
        case fastingGlucose = "glucose-fasting"
        case glucoseAfterMeal = "glucose-after-meal"
        case randomGlucose = "glucose-random"

        fileprivate var readingsNeeded: Int { self == .bloodPressure ? pressuresNeeded : 1 }
        fileprivate var daysNeeded: Int { self == .bloodPressure ? pressureDaysNeeded : 1 }

        /// - Units: of the kept whole numbers, the step to which the average is rounded
        fileprivate var step: Int {
            switch self {
            case .bloodPressure, .steps: 1
            case .weight, .fastingGlucose, .glucoseAfterMeal, .randomGlucose: 100
            }
        }
    }

    /// One reading, as far as an average needs it.
    package struct Taken: Hashable, Sendable {
        package let day: Day
        package let first: Int
        /// The lower pressure; other kinds have one number.
        package let second: Int?
        package let rhythm: Rhythm?

        package init(on day: Day, _ first: Int, _ second: Int? = nil, rhythm: Rhythm? = nil) {
            self.day = day
            self.first = first
            self.second = second
            self.rhythm = rhythm
        }
    }

    /// A measuring week that was asked for.
    package struct Week: Hashable, Sendable {
        package let startsOn: Day
        package let measuring: MeasuringProtocol

        package init(from day: Day, _ measuring: MeasuringProtocol) {
            startsOn = day
            self.measuring = measuring
        }

        fileprivate func holds(_ day: Day) -> Bool { (0..<measuring.days).contains(day.days(since: startsOn)) }
    }

    package static func judge(_ kind: Kind, _ readings: [Taken], measuring weeks: [Week] = []) -> PeriodJudgement {
        let weeks = kind == .bloodPressure ? weeks : []
        let steady = readings.filter { !isFirstDay($0.day, readings, weeks) }
        let used = steady.filter { $0.rhythm != .irregular }
        let days = Set(used.map(\.day))
        let counted = PeriodJudgement.Counted(
            received: readings.count, onFirstDays: readings.count - steady.count, irregular: steady.count - used.count,
            used: used.count, days: days.count, firstDay: days.min(), lastDay: days.max())
        return PeriodJudgement(
            kind: kind, outcome: outcome(kind, used, days.count), way: way(used, weeks), counted: counted)
    }

    /// The first day on which a week was measured, and as many after it as its protocol leaves out.
    private static func isFirstDay(_ day: Day, _ readings: [Taken], _ weeks: [Week]) -> Bool {
        weeks.filter { $0.holds(day) }.contains { week in
            let first = readings.map(\.day).filter(week.holds).min()
            return first.map { day < $0.adding(week.measuring.droppedDays) } ?? false
        }
    }

    private static func outcome(_ kind: Kind, _ used: [Taken], _ days: Int) -> PeriodJudgement.Outcome {
        guard used.count >= kind.readingsNeeded, days >= kind.daysNeeded else {
            return .tooFew(have: used.count, need: kind.readingsNeeded)
        }
        let seconds = used.compactMap(\.second)
        return .average(
            first: mean(used.map(\.first), kind), second: seconds.isEmpty ? nil : mean(seconds, kind))
    }

    private static func mean(_ numbers: [Int], _ kind: Kind) -> Int {
        Rounded(mean: numbers.reduce(0, +), over: numbers.count * kind.step, places: 0).units * kind.step
    }

    private static func way(_ used: [Taken], _ weeks: [Week]) -> PeriodJudgement.Way {
        let names = Set(used.map { reading in weeks.first { $0.holds(reading.day) }?.measuring.name })
        guard names.count == 1, let name = names.first else { return names.isEmpty ? .loose : .mixed }
        return name.map { .weeks($0) } ?? .loose
    }
}

/// What a period came to, how it was counted, and by which rule.
package struct PeriodJudgement: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case tooFew(have: Int, need: Int)
        case average(first: Int, second: Int?)
    }

    /// How was measured: in weeks of one protocol, on loose days, or both.
    package enum Way: Hashable, Sendable {
        case weeks(String)
        case loose, mixed

        package var name: String {
            switch self {
            case .weeks(let name): name
            case .loose: "loose"
            case .mixed: "mixed"
            }
        }

        package init?(name: String) {
            switch name {
            case "loose": self = .loose
            case "mixed": self = .mixed
            default:
                guard MeasuringProtocol.named(name) != nil else { return nil }
                self = .weeks(name)
            }
        }
    }

    package struct Counted: Hashable, Sendable {
        package let received: Int
        package let onFirstDays: Int
        package let irregular: Int
        package let used: Int
        package let days: Int
        package let firstDay: Day?
        package let lastDay: Day?

        package init(
            received: Int, onFirstDays: Int, irregular: Int, used: Int, days: Int, firstDay: Day?, lastDay: Day?
        ) {
            self.received = received
            self.onFirstDays = onFirstDays
            self.irregular = irregular
            self.used = used
            self.days = days
            self.firstDay = firstDay
            self.lastDay = lastDay
        }
    }

    package let kind: PeriodAverage.Kind
    package let outcome: Outcome
    package let way: Way
    package let counted: Counted

    package init(kind: PeriodAverage.Kind, outcome: Outcome, way: Way, counted: Counted) {
        self.kind = kind
        self.outcome = outcome
        self.way = way
        self.counted = counted
    }

    package var rule: String { PeriodAverage.rule }
    package var version: String { PeriodAverage.version }
}

/// Three months of the calendar, as practices count them.
package struct Quarter: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let year: Int
    package let number: Int

    package init(of day: Day) {
        year = day.year
        number = (day.month - 1) / 3 + 1
    }

    private init(year: Int, number: Int) {
        self.year = year
        self.number = number
    }

    /// Reads `2026-3`.
    package init?(_ text: some StringProtocol) {
        let halves = text.split(separator: "-", omittingEmptySubsequences: false)
        guard halves.count == 2, let year = Int(halves[0]), let number = Int(halves[1]), (1...4).contains(number),
            (1900...9998).contains(year)
        else { return nil }
        self.init(year: year, number: number)
    }

    package var description: String { "\(year)-\(number)" }
    package var before: Quarter {
        number == 1 ? Quarter(year: year - 1, number: 4) : Quarter(year: year, number: number - 1)
    }
    package var firstDay: Day { Quarter.first(year, number) }
    package var lastDay: Day { (number == 4 ? Quarter.first(year + 1, 1) : Quarter.first(year, number + 1)).adding(-1) }

    package static func < (lhs: Quarter, rhs: Quarter) -> Bool { (lhs.year, lhs.number) < (rhs.year, rhs.number) }

    /// Every year of ``init(_:)`` and of ``Day`` has these days.
    private static func first(_ year: Int, _ number: Int) -> Day {
        Day(year, number * 3 - 2, 1) ?? Day(number: 0)
    }
}
