import Clinical
import Web

/// What somebody filled in about a plan, before anyone believes it.
struct PlanForm: Hashable, Sendable {
    var measuring = MeasuringProtocol.sevenDays.name
    var systolic = ""
    var diastolic = ""
    var heartFailure = ""
    var also: Set<AlsoMeasured> = []

    /// How many days ahead a measuring week can be asked for.
    ///
    /// - Source: our own proposal
    static let furthest = 90

    /// What was agreed, or what is proposed when nothing was.
    init(_ plan: Measurements.Plan?) {
        let plan = plan ?? Measurements.Plan(startedOn: Day(number: 0))
        measuring = plan.measuring.name
        systolic = "\(plan.goal.systolic)"
        diastolic = "\(plan.goal.diastolic)"
        heartFailure = plan.heartFailureSince.map { "\($0)" } ?? ""
        also = plan.also
    }

    init(_ form: Form) {
        measuring = String((form["protocol"] ?? "").prefix(40))
        systolic = String((form["systolic"] ?? "").prefix(9))
        diastolic = String((form["diastolic"] ?? "").prefix(9))
        heartFailure = String((form["heart-failure"] ?? "").prefix(20))
        also = Set(form.all("also").compactMap { AlsoMeasured(rawValue: $0) })
    }

    /// - Returns: the plan, or which fields have to be looked at again
    func plan(startedOn start: Day, today: Day) -> Result<Measurements.Plan, Measurements.Incomplete> {
        var problems: [Problem] = []
        let named = MeasuringProtocol.named(measuring)
        if named == nil { problems.append(Problem("protocol", PlanWords.chooseProtocol)) }
        let (upper, lower) = (Int(systolic), Int(diastolic))
        if !(upper.map((80...220).contains) ?? false) { problems.append(Problem("systolic", PlanWords.goalUpper)) }
        if !(lower.map((40...140).contains) ?? false) { problems.append(Problem("diastolic", PlanWords.goalLower)) }
        if problems.isEmpty, let upper, let lower, lower >= upper {
            problems.append(Problem("diastolic", PlanWords.lowerIsLower))
        }
        let since = Day(heartFailure)
        if !heartFailure.isEmpty, since.map({ $0 > today }) ?? true {
            problems.append(Problem("heart-failure", PlanWords.dayOfHeartFailure))
        }
        guard problems.isEmpty, let named, let upper, let lower else {
            return .failure(Measurements.Incomplete(problems: problems))
        }
        return .success(
            Measurements.Plan(
                measuring: named, goal: .mmHg(upper, over: lower), startedOn: start, heartFailureSince: since,
                also: also))
    }
}
