import Clinical

extension Measurements {
    /// What one patient measured at home on one day, of one kind, added up.
    ///
    /// Lists and graphs read days, not single readings, so they cost the same for a year as for a week.
    package struct DayTotal: Hashable, Sendable {
        package let day: Day
        package let mornings: Int
        package let evenings: Int
        package let firstSum: Int
        package let secondSum: Int
        package let firstLow: Int
        package let firstHigh: Int
        package let secondLow: Int
        package let secondHigh: Int

        package var count: Int { mornings + evenings }
        package var moments: Int { min(mornings, 1) + min(evenings, 1) }
    }

    /// Several days as one: a week on the graph, or the last seven days on the worklist.
    package struct Total: Hashable, Sendable {
        package private(set) var count = 0
        package private(set) var moments = 0
        private var firstSum = 0
        private var secondSum = 0

        package init(_ days: some Sequence<DayTotal>) {
            for day in days {
                count += day.count
                moments += day.moments
                firstSum += day.firstSum
                secondSum += day.secondSum
            }
        }

        /// Rounded once to whole mmHg: this number is shown and judged.
        package var averagePressure: BloodPressure? {
            guard count > 0 else { return nil }
            return BloodPressure(
                .mmHg(rounding: Double(firstSum) / Double(count)),
                over: .mmHg(rounding: Double(secondSum) / Double(count)))
        }

        package var averageWeight: Weight? {
            count > 0 ? .grams(Int((Double(firstSum) / Double(count)).rounded())) : nil
        }
    }

    /// The average of one calendar week, for the thick line of the graph.
    package struct WeekMean: Hashable, Sendable {
        package let monday: Day
        package let total: Total
    }

    /// Days in the order of the calendar → weeks in the order of the calendar; weeks without a reading are absent.
    package static func weeks(of days: [DayTotal]) -> [WeekMean] {
        var weeks: [WeekMean] = []
        var rest = days[...]
        while let monday = rest.first?.day.monday {
            let week = rest.prefix { $0.day.monday == monday }
            weeks.append(WeekMean(monday: monday, total: Total(week)))
            rest = rest.dropFirst(week.count)
        }
        return weeks
    }

    /// How a patient is doing, in one row that every list reads; kept in the transaction of each reading.
    package struct Summary: Hashable, Sendable {
        /// How many weeks the small picture on the worklist shows.
        package static let weeksShown = 12

        package let lastMeasuredOn: Day?
        /// Of the seven days that end on the last day measured.
        package let average: BloodPressure?
        package let count: Int
        package let moments: Int
        /// Twelve weeks, the oldest first; `nil` for a week without readings.
        package let weeks: [BloodPressure?]
        package let weight: Weight?
        package let weights: [Weight?]
        package let standing: Standing

        package static let empty = Summary(
            lastMeasuredOn: nil, average: nil, count: 0, moments: 0, weeks: [], weight: nil, weights: [],
            standing: .unknown)

        package init(
            lastMeasuredOn: Day?, average: BloodPressure?, count: Int, moments: Int, weeks: [BloodPressure?],
            weight: Weight?, weights: [Weight?], standing: Standing
        ) {
            self.lastMeasuredOn = lastMeasuredOn
            self.average = average
            self.count = count
            self.moments = moments
            self.weeks = weeks
            self.weight = weight
            self.weights = weights
            self.standing = standing
        }
    }

    /// Where the average of the last seven measured days stands against the goal.
    package enum Standing: String, Hashable, Sendable, CaseIterable {
        case onTarget = "on-target"
        case above
        /// Fewer readings than say anything.
        case unknown

        /// Five to six readings give most of the certainty that an average can give.
        ///
        /// - Source: Powers 2011 (most gain after 5 to 6 readings); used as our own proposal, docs/clinical/home-blood-pressure.md
        package static let readingsNeeded = 6

        package init(_ total: Total, goal: BloodPressure) {
            guard total.count >= Self.readingsNeeded, let average = total.averagePressure else {
                self = .unknown
                return
            }
            self = average.systolic >= goal.systolic || average.diastolic >= goal.diastolic ? .above : .onTarget
        }
    }
}
