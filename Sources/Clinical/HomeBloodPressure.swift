/// Turns a week of home readings into one judgement.
///
/// The first day is left out, because people measure higher while they are still
/// getting used to the cuff. What remains is averaged; a single high reading never
/// decides anything on its own. The average is rounded once to whole mmHg, and that
/// number is shown and judged. Which readings belong to the week is the caller's choice.
///
/// - Shape: up to 7 days × 2 moments × 2 readings → 1 average
/// - Units: mmHg
/// - Source: ESH position paper on home blood pressure, J Hypertens 2021;39:1742–1767
///   (doi:10.1097/HJH.0000000000002922); first day left out: CHEP 2017, and Huisarts en Wetenschap 2006;
///   docs/clinical/home-blood-pressure.md
package enum HomeBloodPressure {
    package static let rule = "home-week"
    package static let version = "1"

    /// An average at or above either number is raised.
    ///
    /// - Units: mmHg
    /// - Source: NTvG 2008;152:546 and CHEP (135/85 at home stands for 140/90 in the practice);
    ///   docs/clinical/home-blood-pressure.md
    package static let raisedFrom = BloodPressure.mmHg(135, over: 85)

    package static func judge(
        _ readings: [HomeReading], by measuring: MeasuringProtocol = .sevenDays,
        against limit: BloodPressure = raisedFrom
    ) -> WeekJudgement {
        let sum = WeekSum(of: readings, by: measuring)
        return WeekJudgement(
            outcome: outcome(sum, measuring, limit), measuring: measuring, limit: limit, sum: sum
        )
    }

    /// At how many of the asked moments something was measured ("9 of 14").
    package static func momentsMeasured(
        in readings: [HomeReading], by measuring: MeasuringProtocol = .sevenDays
    ) -> MomentsMeasured {
        let moments = Set(readings.map { [$0.day.number, $0.part == .morning ? 0 : 1] })
        return MomentsMeasured(measured: min(moments.count, measuring.moments), asked: measuring.moments)
    }

    private static func outcome(
        _ sum: WeekSum, _ measuring: MeasuringProtocol, _ limit: BloodPressure
    ) -> WeekJudgement.Outcome {
        guard sum.used >= max(1, measuring.readingsNeeded), let average = sum.average else {
            return .notEnoughData(have: sum.used, need: measuring.readingsNeeded)
        }
        return isRaised(average, from: limit) ? .raised(average: average) : .onTarget(average: average)
    }

    private static func isRaised(_ average: BloodPressure, from limit: BloodPressure) -> Bool {
        average.systolic >= limit.systolic || average.diastolic >= limit.diastolic
    }
}

/// What a measuring week came to, how it was counted, and by which rule.
package struct WeekJudgement: Hashable, Sendable {
    /// What the week says; too few readings is an answer, not an error.
    package enum Outcome: Hashable, Sendable {
        case notEnoughData(have: Int, need: Int)
        case onTarget(average: BloodPressure)
        case raised(average: BloodPressure)
    }

    package let outcome: Outcome
    package let measuring: MeasuringProtocol
    package let limit: BloodPressure
    package let sum: WeekSum

    package var rule: String { HomeBloodPressure.rule }
    package var version: String { HomeBloodPressure.version }
}

/// How many of the asked moments were measured.
package struct MomentsMeasured: Hashable, Sendable, CustomStringConvertible {
    package let measured: Int
    package let asked: Int

    package var description: String { "\(measured)/\(asked)" }
}

/// The readings of a week, counted and added up.
///
/// - Units: mmHg
package struct WeekSum: Hashable, Sendable {
    package private(set) var received = 0
    package private(set) var onFirstDays = 0
    package private(set) var irregular = 0
    package private(set) var used = 0
    private var systolic = 0
    private var diastolic = 0

    init(of readings: [HomeReading], by measuring: MeasuringProtocol) {
        received = readings.count
        guard let start = WeekSum.firstDayThatCounts(in: readings, by: measuring) else { return }
        for reading in readings {
            add(reading, countingFrom: start, irregular: measuring.irregular)
        }
    }

    /// The rounded average that is shown and judged.
    package var average: BloodPressure? {
        guard used > 0 else { return nil }
        return .mmHg(
            Rounded(mean: systolic, over: used, places: 0).units,
            over: Rounded(mean: diastolic, over: used, places: 0).units
        )
    }

    /// The mean to two decimals, for checking; never judged.
    package var mean: (systolic: Rounded, diastolic: Rounded)? {
        guard used > 0 else { return nil }
        return (Rounded(mean: systolic, over: used, places: 2), Rounded(mean: diastolic, over: used, places: 2))
    }

    private static func firstDayThatCounts(in readings: [HomeReading], by measuring: MeasuringProtocol) -> Day? {
        guard var first = readings.first?.day else { return nil }
        for reading in readings where reading.day < first { first = reading.day }
        return first.adding(measuring.droppedDays)
    }

    private mutating func add(_ reading: HomeReading, countingFrom start: Day, irregular rule: IrregularReadings) {
        if reading.day < start {
            onFirstDays += 1
        } else if reading.rhythm == .irregular, rule == .leftOut {
            irregular += 1
        } else {
            used += 1
            systolic += reading.pressure.systolic.mmHg
            diastolic += reading.pressure.diastolic.mmHg
        }
    }
}
