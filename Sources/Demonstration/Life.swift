import Clinical
import Measurements

/// The measuring life of one patient until yesterday: when they measured, and what came out.
struct Life: Sendable {
    let start: Day
    /// The last day on which they measured; some stop.
    var end: Day
    /// The first days of measuring weeks, the earliest first.
    var weeks: [Day]
    var holiday: Range<Day>?
    var body: Physiology
    var scale: Scale?
    /// The steps of a usual day at the end of the time that the phone counted them.
    var steps: Int?
    /// In a measuring week one moment out of this many is missed; `nil` for who never misses one.
    var missesOneIn: Int? = 14

    /// What their plan asks for besides the pressure.
    var also: Set<AlsoMeasured> {
        Set((scale == nil ? [] : [.weight]) + (steps == nil ? [] : [.steps]))
    }

    private static let stepDays = 56

    /// How somebody weighs themselves, and where it goes.
    struct Scale: Sendable {
        let kilos: Double
        /// Kilos a week.
        let trend: Double
        var often = Often.whenMeasuring

        enum Often: Sendable { case whenMeasuring, daily }
    }

    /// Every reading, in the order of the days.
    func readings(using chance: inout Chance) -> [Reading] {
        var readings: [Reading] = []
        var day = start
        while day <= end {
            let pressures = pressures(on: day, using: &chance)
            readings += pressures
            if let scale, !pressures.isEmpty || scale.often == .daily {
                readings.append(weighed(on: scale, day, using: &chance))
            }
            if let steps, day > end.adding(-Self.stepDays) { readings.append(walked(steps, on: day, using: &chance)) }
            day = day.adding(1)
        }
        return readings
    }

    private func pressures(on day: Day, using chance: inout Chance) -> [Reading] {
        if let holiday, holiday.contains(day) { return [] }
        let week = weeks.last { day >= $0 && day.days(since: $0) < MeasuringProtocol.sevenDays.days }
        guard week != nil || day.weekday == 2 || day.weekday == 5 else { return [] }
        let noise = chance.noise(4)
        var body = body
        // The cuff is only once really new.
        if let week, week != start { body.whiteCoat *= 0.3 }
        return DayPart.allCases.flatMap { part in
            // Nobody measures every time they are asked to.
            if isMissed(in: week, using: &chance) { return [Reading]() }
            return (0..<2).map { number in
                let measured = body.reading(
                    on: day, part, number: number, since: week ?? start, dayNoise: noise, using: &chance)
                let minute = Int.random(in: 0...50, using: &chance) + number * 2
                let taken = Amsterdam.instant(day, hour: part == .morning ? 7 : 20, minute: minute)
                return Reading(measured, taken: .amsterdam(taken), source: .typed)
            }
        }
    }

    private func isMissed(in week: Day?, using chance: inout Chance) -> Bool {
        guard let missesOneIn else { return false }
        return chance.happens(oneIn: week == nil ? 9 : missesOneIn)
    }

    private func weighed(on scale: Scale, _ day: Day, using chance: inout Chance) -> Reading {
        let kilos = scale.kilos + scale.trend * Double(day.days(since: start)) / 7 + chance.noise(0.4)
        return Reading(
            .weight(.kg((kilos * 10).rounded() / 10)), taken: .amsterdam(Amsterdam.instant(day, hour: 7, minute: 5)),
            source: .typed)
    }

    /// A little more every week, and less on some days.
    private func walked(_ steps: Int, on day: Day, using chance: inout Chance) -> Reading {
        let before = Double(end.days(since: day)) * 12
        let count = Double(steps) * (1 + chance.noise(0.5)) - before
        return Reading(
            .steps(.count(max(350, Int(count)))),
            taken: .amsterdam(Amsterdam.instant(day, hour: 22, minute: 30)), source: .file)
    }
}
