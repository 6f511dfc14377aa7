/// Proposes a walking goal that starts from the person's own days.
///
/// There is no fixed norm: 10,000 is not a medical number, and a person who walks 2,000 steps gains most from a few
/// more. The goal is the own baseline plus a little.
///
/// - Shape: the steps of the last 14 days, at least 4 of them counted → a baseline and a goal
/// - Units: steps a day
/// - Source: no step norm: Gezondheidsraad; more is better from about 2,500: Radboudumc 2023, Lancet Public
///   Health 2025; median, window and 500–1,000 are our own proposal; docs/clinical/steps.md
package enum StepsRule {
    package static let rule = "steps"
    package static let version = "1"

    /// - Source: our own proposal; docs/clinical/steps.md
    package static let windowDays = 14
    /// - Source: our own proposal; docs/clinical/steps.md
    package static let daysNeeded = 4
    /// - Source: our own proposal; docs/clinical/steps.md
    package static let little = Steps.count(500)
    /// - Source: our own proposal; docs/clinical/steps.md
    package static let more = Steps.count(1000)

    /// Today is left out: the day is not over.
    package static func judge(_ days: [DaySteps], today: Day) -> StepsJudgement {
        let counted = days.filter { (1...windowDays).contains(today.days(since: $0.day)) }.map(\.steps).sorted()
        guard counted.count >= daysNeeded else {
            return StepsJudgement(outcome: .notEnoughData(have: counted.count, need: daysNeeded))
        }
        let baseline = median(counted)
        return StepsJudgement(
            outcome: .goal(
                baseline: baseline, from: .count(baseline.count + little.count), to: .count(baseline.count + more.count)
            ))
    }

    private static func median(_ sorted: [Steps]) -> Steps {
        let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        return .count((low.count + high.count) / 2)
    }
}

/// The steps of one day on the patient's calendar.
package struct DaySteps: Hashable, Sendable {
    package let day: Day
    package let steps: Steps

    package init(_ day: Day, _ steps: Steps) {
        self.day = day
        self.steps = steps
    }
}

/// What the steps came to, and by which rule.
package struct StepsJudgement: Hashable, Sendable {
    /// The goal, or how many days are still missing.
    package enum Outcome: Hashable, Sendable {
        case notEnoughData(have: Int, need: Int)
        case goal(baseline: Steps, from: Steps, to: Steps)
    }

    package let outcome: Outcome

    package var rule: String { StepsRule.rule }
    package var version: String { StepsRule.version }
}
