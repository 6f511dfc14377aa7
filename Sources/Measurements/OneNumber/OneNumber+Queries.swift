import Clinical
import Identity
import Storage
import Web

extension Measurements {
    /// Whose page it is: who may not see readings is told what to do, and not what was measured before.
    enum Seen: Hashable, Sendable { case all, onlyThis }

    /// What there is to tell about a weight, steps or a glucose; nothing for another reading.
    static func oneNumberAnswer(
        to id: ReadingID, of patient: ID<Patient>, in practice: ID<Practice>, on today: Day, _ seen: Seen,
        _ frame: PatientFrame, _ db: Transaction
    ) throws -> OneNumberAnswer? {
        guard let stored = try reading(id, of: patient, in: practice, db) else { return nil }
        let (measured, day) = (stored.reading.measured, stored.reading.taken.day)
        let told: OneNumberAnswer.Told
        switch measured {
        case .weight(let weight):
            told = .weight(weight, try gain(of: weight, on: day, patient, practice, db))
        case .steps(let steps):
            told = .steps(steps, seen == .all ? try stepsGoal(of: patient, in: practice, on: today, db) : nil)
        case .glucose(let glucose, let moment): told = .glucose(GlucoseRule.judge(glucose, moment))
        case .bloodPressure, .pulse, .height, .waist: return nil
        }
        return OneNumberAnswer(
            told: told, measured: measured, status: stored.reading.status, seen: seen, phone: frame.phone)
    }

    /// Only with heart failure is a gain looked for.
    private static func gain(
        of weight: Weight, on day: Day, _ patient: ID<Patient>, _ practice: ID<Practice>, _ db: Transaction
    ) throws -> WeightJudgement? {
        guard try plan(of: patient, in: practice, db)?.heartFailureSince != nil else { return nil }
        return try weightJudgement(of: weight, on: day, patient, in: practice, db)
    }

    /// The weight of a day against the days before; a weight that does not count yet is looked at as it is.
    package static func weightJudgement(
        of weight: Weight, on day: Day, _ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> WeightJudgement {
        let limits = WeightLimits()
        let days = try days(
            .weight, of: patient, in: practice, from: day.adding(-limits.usualWindowDays), through: day, db
        ).compactMap { total in Total([total]).averageWeight.map { DayWeight(total.day, $0) } }
        let today = days.last.flatMap { $0.day == day ? $0 : nil } ?? DayWeight(day, weight)
        return HeartFailureWeight.judge(today, after: days.filter { $0.day < day }, limits: limits)
    }

    /// Two counts of one day are of one day: the highest is the most that was counted.
    private static func stepsGoal(
        of patient: ID<Patient>, in practice: ID<Practice>, on today: Day, _ db: Transaction
    ) throws -> StepsJudgement {
        let days = try days(
            .steps, of: patient, in: practice, from: today.adding(-StepsRule.windowDays), through: today, db)
        return StepsRule.judge(days.map { DaySteps($0.day, .count($0.firstHigh)) }, today: today)
    }
}
