import Clinical
import Measurements
import Storage
import Worklist

/// What follows from a reading: the alert, the measuring week, the weight; each opens or sharpens a line of the list.
struct Judging {
    let patient: ID<Patient>
    let practice: ID<Practice>
    let occasion: Occasion
    private(set) var alert: Alert?
    /// What the patient is told of something else than a pressure.
    private(set) var answer: PatientAnswer?
    private(set) var week: WeekJudgement?

    init(patient: ID<Patient>, practice: ID<Practice>, occasion: Occasion) {
        self.patient = patient
        self.practice = practice
        self.occasion = occasion
    }

    mutating func consider(
        _ reading: Reading, _ id: Measurements.ReadingID, complaints: Set<Complaint>, _ db: Transaction
    ) throws {
        guard reading.setting == .home else { return }
        if reading.measured.kind == .bloodPressure { try stopReminding(db) }
        if reading.status == .unconfirmed { try ask(about: reading, db) }
        switch reading.measured {
        case .bloodPressure(let pressure, let pulse, let rhythm):
            let taken = TakenReading(pressure, pulse: pulse, rhythm: rhythm, taken: reading.taken)
            try consider(taken, id, complaints: complaints, db)
            try considerWeek(around: reading.taken.day, finishedBy: reading.taken, db)
        case .weight(let weight): try consider(weight, on: reading.taken.day, db)
        case .pulse, .steps, .glucose, .height, .waist: break
        }
    }

    /// A reading that was confirmed although it is unlikely counts for alarms, and for nothing else.
    private mutating func consider(
        _ taken: TakenReading, _ id: Measurements.ReadingID, complaints: Set<Complaint>, _ db: Transaction
    ) throws {
        let limits = try Measurements.limits(in: practice, db)
        let recent =
            HomeAlerts.looksBack(from: taken, limits: limits) ? try recentReadings(before: taken, limits, db) : []
        let alert = HomeAlerts.judge(taken, complaints: complaints, recent: recent, limits: limits)
        try Measurements.note(
            answer: alert.answer.name, complaints: complaints, on: id, taken: taken.taken.instant, of: patient,
            in: practice, db)
        self.alert = alert
        guard let urgency = Worklist.urgency(of: alert) else { return try Worklist.calm(patient, in: practice, db) }
        let raised = recent.filter { $0.pressure.systolic.mmHg > limits[.raisedSystolic] }.count + 1
        try Worklist.consider(
            .alert(alert.reason), urgency, Worklist.Facts(pressure: taken.pressure, count: raised), of: patient,
            in: practice, at: occasion, db)
    }

    /// More readings than these change nothing in what the alerts see.
    private static let mostRecent = 60

    /// A very high reading and its repeat belong together, whatever is closed in between.
    ///
    /// - Source: our own proposal; docs/clinical/home-alerts.md
    private static let repeatWindow = Duration.hours(4)

    /// What the practice has seen and closed does not raise the alarm a second time.
    private func recentReadings(
        before taken: TakenReading, _ limits: AlertLimits, _ db: Transaction
    ) throws -> [TakenReading] {
        let seen = try Worklist.lastClosed(.pressure, of: patient, in: practice, db)
        let window = taken.taken.instant - .days(limits[.irregularWindow])
        return try Measurements.recentPressures(
            of: patient, in: practice, from: max(window, min(seen ?? window, taken.taken.instant - Self.repeatWindow)),
            before: taken.taken.instant,
            most: Self.mostRecent, db)
    }

    /// Judges the week this day belongs to: when it is complete, or again when a late reading changes it.
    mutating func considerWeek(around day: Day, finishedBy last: Moment?, _ db: Transaction) throws {
        guard let week = try Measurements.week(around: day, of: patient, in: practice, db) else { return }
        let readings = try Measurements.homeReadings(in: week, of: patient, in: practice, db)
        guard week.judged != nil || week.endsOn < occasion.today || isComplete(week, readings, last) else { return }
        try judge(week, readings, db)
    }

    mutating func judge(
        _ week: Measurements.MeasuringWeek, _ readings: [HomeReading], _ db: Transaction
    ) throws {
        let goal = try Measurements.plan(of: patient, in: practice, db)?.goal ?? HomeBloodPressure.raisedFrom
        let judgement = HomeBloodPressure.judge(readings, by: week.measuring, against: goal)
        let moments = HomeBloodPressure.momentsMeasured(in: readings, by: week.measuring)
        try Measurements.save(
            judgement, moments: moments, of: week, patient, in: practice, at: occasion.now, db)
        self.week = judgement
        let (reason, urgency, pressure) = Self.line(for: judgement.outcome)
        try Worklist.consider(
            reason, urgency, Worklist.Facts(pressure: pressure, count: moments.measured), of: patient, in: practice,
            at: occasion, db)
    }

    private static func line(
        for outcome: WeekJudgement.Outcome
    ) -> (Worklist.Reason, Worklist.Urgency, BloodPressure?) {
        switch outcome {
        case .raised(let average): (.weekAbove, .today, average)
        case .onTarget(let average): (.weekOnTarget, .week, average)
        case .notEnoughData: (.weekTooFew, .week, nil)
        }
    }

    private func isComplete(
        _ week: Measurements.MeasuringWeek, _ readings: [HomeReading], _ last: Moment?
    ) -> Bool {
        if readings.count >= week.measuring.readings { return true }
        guard let last, last.day == week.endsOn, DayPart(of: last) == .evening else { return false }
        let lastMoment = readings.filter { $0.day == week.endsOn && $0.part == .evening }
        return lastMoment.count >= week.measuring.repeats
    }

    /// A gain that is unlikely and was confirmed counts for the alarm, as a pressure does, and for no average.
    private mutating func consider(_ weight: Weight, on day: Day, _ db: Transaction) throws {
        guard try Measurements.plan(of: patient, in: practice, db)?.heartFailureSince != nil else { return }
        let judgement = try Measurements.weightJudgement(of: weight, on: day, patient, in: practice, db)
        guard case .gained(let gain, let span) = judgement.outcome else { return }
        answer = .phonePracticeToday
        try Worklist.consider(
            .weightGain, .now,
            Worklist.Facts(
                count: span == .oneDay ? 1 : span == .threeDays ? 3 : 14,
                weight: judgement.today.weight, gain: gain), of: patient, in: practice, at: occasion, db)
    }

    func ask(about reading: Reading, _ db: Transaction) throws {
        var facts = Worklist.Facts()
        switch reading.measured {
        case .bloodPressure(let pressure, _, _): facts.pressure = pressure
        case .weight(let weight): facts.weight = weight
        case .steps(let steps): facts.quote = "\(steps.count) stappen"
        case .glucose(let glucose, _): facts.quote = "\(glucose.shown.text(in: .nl)) mmol/L"
        case .pulse, .height, .waist: break
        }
        try Worklist.consider(.unconfirmed, .week, facts, of: patient, in: practice, at: occasion, db)
    }

    /// Somebody measured, so there is no silence any more.
    func stopReminding(_ db: Transaction) throws {
        guard try Measurements.plan(of: patient, in: practice, db)?.remindedOn != nil else { return }
        try Measurements.remind(patient, in: practice, on: nil, db)
        try Worklist.withdraw(.silent, of: patient, in: practice, db)
    }
}
