import Clinical

/// A body that behaves as bodies do: higher while the cuff is new, other in the morning than in the evening, a second
/// reading lower than the first, and slowly lower after a medicine that works.
///
/// - Units: mmHg, beats per minute, days
struct Physiology: Sendable {
    /// What the pressure would be without noise, at the start.
    var systolic: Double
    var diastolic: Double
    var pulse: Double
    /// How much higher in the morning than in the evening; negative in some people.
    var morning: Double
    /// How much higher on the first day of measuring.
    var whiteCoat: Double
    var spread: Double
    var changes: [Change] = []
    var habit = Habit.asShown
    /// In one reading out of this many the meter flags the rhythm; `nil` when it never does.
    var irregularOneIn: Int?

    /// Something that changes the pressure from a day on; it works fully after three weeks.
    struct Change: Sendable {
        let day: Day
        let systolic: Double
        let diastolic: Double
    }

    /// How somebody writes down what the meter shows.
    enum Habit: Sendable {
        case asShown
        /// Two readings out of three end in a nought.
        case tens
    }

    func reading(
        on day: Day, _ part: DayPart, number: Int, since start: Day, dayNoise: Double, using chance: inout Chance
    ) -> Measured {
        let (upper, lower) = numbers(on: day, part, number: number, since: start, dayNoise: dayNoise, using: &chance)
        let step: Double = habit == .tens && !chance.happens(oneIn: 3) ? 10 : 1
        let top = min(max((upper / step).rounded() * step, 92), 219)
        let bottom = min(max((lower / step).rounded() * step, 48), top - 24)
        let flag = irregularOneIn.map { chance.happens(oneIn: $0) } ?? false
        return .bloodPressure(
            .mmHg(Int(top), over: Int(bottom)), pulse: .perMinute(Int((pulse + chance.noise(5)).rounded())),
            rhythm: flag ? .irregular : nil)
    }

    private func numbers(
        on day: Day, _ part: DayPart, number: Int, since start: Day, dayNoise: Double, using chance: inout Chance
    ) -> (Double, Double) {
        let coat = whiteCoat * max(0, 1 - Double(day.days(since: start)) / 3)
        let swing = part == .morning ? morning / 2 : -morning / 2
        let second = number > 0 ? -Double.random(in: 0...4, using: &chance) : 0
        return (
            systolic + effect(on: day, \.systolic) + coat + swing + second + dayNoise + chance.noise(spread),
            diastolic + effect(on: day, \.diastolic) + coat / 2 + swing / 2 + second / 2 + dayNoise / 2
                + chance.noise(spread * 0.6)
        )
    }

    private func effect(on day: Day, _ part: KeyPath<Change, Double>) -> Double {
        changes.reduce(0) { sum, change in
            let days = Double(day.days(since: change.day))
            return days < 0 ? sum : sum + change[keyPath: part] * min(1, days / 21)
        }
    }
}
