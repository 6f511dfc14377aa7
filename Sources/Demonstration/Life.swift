import Clinical
import Measurements

/// The measuring life of one patient until yesterday: when they measured, and what came out.
struct Life: Sendable {
    let start: Day
    /// The last day on which they measured; some stop.
    var end: Day
    /// The first days of measuring weeks, the earliest first.
    var weeks: [Day]
    let holiday: Range<Day>?
    var body: Physiology
    var weight: Double?

    /// Every reading, in the order it was taken.
    func readings(using chance: inout Chance) -> [Reading] {
        var readings: [Reading] = []
        var day = start
        while day <= end {
            readings += self.readings(on: day, using: &chance)
            day = day.adding(1)
        }
        return readings
    }

    private func readings(on day: Day, using chance: inout Chance) -> [Reading] {
        if let holiday, holiday.contains(day) { return [] }
        let isWeek = weeks.contains { day >= $0 && day.days(since: $0) < 7 }
        let isUsual = day.weekday == 2 || day.weekday == 5
        guard isWeek || isUsual else { return [] }
        let noise = chance.noise(4)
        var readings: [Reading] = []
        for part in DayPart.allCases {
            // Nobody measures every time they are asked to.
            if chance.happens(oneIn: isWeek ? 14 : 5) { continue }
            for count in 0..<2 {
                let (pressure, pulse) = body.pressure(
                    on: day, part, reading: count, since: start, dayNoise: noise, using: &chance)
                let minute = Int.random(in: 0...50, using: &chance) + count * 2
                readings.append(
                    Reading(
                        .bloodPressure(pressure, pulse: pulse, rhythm: nil),
                        taken: .amsterdam(
                            Amsterdam.instant(day, hour: part == .morning ? 7 : 20, minute: min(59, minute))),
                        source: .typed))
            }
        }
        if let weight { readings.append(weighed(weight, on: day, using: &chance)) }
        return readings
    }

    private func weighed(_ weight: Double, on day: Day, using chance: inout Chance) -> Reading {
        let trend = -0.01 * Double(day.days(since: start)) / 7
        return Reading(
            .weight(.kg(((weight + trend + chance.noise(0.3)) * 10).rounded() / 10)),
            taken: .amsterdam(Amsterdam.instant(day, hour: 7, minute: 5)), source: .typed)
    }
}
