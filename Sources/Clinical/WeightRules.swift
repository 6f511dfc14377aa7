/// Sees fluid come back in a person with heart failure, by the scale.
///
/// Only for people with heart failure. Today's weight is compared with yesterday, with the lightest of the
/// three days before, and with the usual weight of the two weeks before: a slow gain is a gain as well.
///
/// - Shape: one weight a day → one judgement; without an earlier day there is not enough to compare
/// - Units: g
/// - Source: more than 1 kg in 1 day or 2 kg in 3 days: adrz.nl; "more than 2 kg in a few days":
///   Radboudumc; the window for the usual weight is our own proposal; docs/clinical/weight.md
package enum HeartFailureWeight {
    package static let rule = "weight-gain"
    package static let version = "1"

    package static func judge(
        _ today: DayWeight, after earlier: [DayWeight], limits: WeightLimits = WeightLimits()
    ) -> WeightJudgement {
        let window = WeightWindow(today: today, earlier: earlier, limits: limits)
        return WeightJudgement(outcome: outcome(window), today: today)
    }

    private static func outcome(_ window: WeightWindow) -> WeightJudgement.Outcome {
        guard window.hasEarlierDays else { return .notEnoughData }
        if let gain = window.gainInOneDay { return .gained(gain, over: .oneDay) }
        if let gain = window.gainInThreeDays { return .gained(gain, over: .threeDays) }
        if let gain = window.gainOverUsual { return .gained(gain, over: .usualWeight) }
        return .steady
    }
}

/// How much a weight may rise before the practice wants to hear of it; a rise of exactly this much is not more.
///
/// - Units: g, days
/// - Source: adrz.nl, Radboudumc; the usual-weight window is our own proposal; docs/clinical/weight.md
package struct WeightLimits: Hashable, Sendable {
    package var inOneDay = Weight.kg(1)
    package var inThreeDays = Weight.kg(2)
    package var overUsual = Weight.kg(2)
    package var usualWindowDays = 14
    package var usualWeightsNeeded = 3

    package init() {}
}

/// The weight of one day on the patient's calendar.
package struct DayWeight: Hashable, Sendable {
    package let day: Day
    package let weight: Weight

    package init(_ day: Day, _ weight: Weight) {
        self.day = day
        self.weight = weight
    }
}

/// What a weight came to, and by which rule.
package struct WeightJudgement: Hashable, Sendable {
    /// Whether the weight rose too fast.
    package enum Outcome: Hashable, Sendable {
        case notEnoughData
        case steady
        case gained(Weight, over: Span)
    }

    /// Against what the gain was found.
    package enum Span: String, Hashable, Sendable, CaseIterable {
        case oneDay = "one-day"
        case threeDays = "three-days"
        case usualWeight = "usual-weight"
    }

    package let outcome: Outcome
    package let today: DayWeight

    package var rule: String { HeartFailureWeight.rule }
    package var version: String { HeartFailureWeight.version }
}

/// Today's weight against each of the spans.
private struct WeightWindow {
    let today: DayWeight
    let earlier: [DayWeight]
    let limits: WeightLimits

    var hasEarlierDays: Bool { !weights(daysAgo: 1...limits.usualWindowDays).isEmpty }

    var gainInOneDay: Weight? {
        gain(over: weights(daysAgo: 1...1).min(), above: limits.inOneDay)
    }

    var gainInThreeDays: Weight? {
        gain(over: weights(daysAgo: 1...3).min(), above: limits.inThreeDays)
    }

    var gainOverUsual: Weight? {
        let usual = weights(daysAgo: 4...max(4, limits.usualWindowDays)).sorted()
        guard usual.count >= max(1, limits.usualWeightsNeeded) else { return nil }
        return gain(over: usual[(usual.count - 1) / 2], above: limits.overUsual)
    }

    private func weights(daysAgo window: ClosedRange<Int>) -> [Weight] {
        earlier.filter { window.contains(today.day.days(since: $0.day)) }.map(\.weight)
    }

    private func gain(over before: Weight?, above limit: Weight) -> Weight? {
        guard let before, today.weight.grams - before.grams > limit.grams else { return nil }
        return .grams(today.weight.grams - before.grams)
    }
}
