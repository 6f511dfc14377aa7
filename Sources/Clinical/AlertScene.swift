/// One thing that was found in a reading or around it.
struct Finding: Hashable, Sendable {
    let level: AlertLevel
    let reason: AlertReason
    let answer: PatientAnswer

    init(_ level: AlertLevel, _ reason: AlertReason, _ answer: PatientAnswer) {
        self.level = level
        self.reason = reason
        self.answer = answer
    }

    func outranks(_ other: Finding) -> Bool {
        (level, answer.urgency) > (other.level, other.answer.urgency)
    }
}

/// A reading among the earlier ones, ready to be looked at from each side in turn.
///
/// - Source: limits in ``AlertLimit``; what "three raised" and "four deviating" count is our own
///   definition; docs/clinical/home-alerts.md
struct AlertScene {
    let reading: TakenReading
    let complaints: Set<Complaint>
    let earlier: [TakenReading]
    let limits: AlertLimits

    var findings: [Finding] {
        [pressure, alarmingComplaints, threeRaised, fourDeviating, pulse, irregular].compactMap(\.self)
    }

    /// Whether what was measured before can change what is found: a calm reading is calm whatever came before it.
    var looksBack: Bool {
        let outcome = reading.pulse.map { PulseRule.judge($0, limits: limits).outcome }
        return isVeryHigh(reading) || reading.pressure.systolic.mmHg > limits[.raisedSystolic] || isDeviating(reading)
            || outcome == .verySlow || outcome == .fast || reading.rhythm == .irregular
    }

    private var pressure: Finding? {
        if isVeryHigh(reading) { return veryHigh }
        if isLow { return Finding(.amber, .low, .contactPractice) }
        if reading.pressure.systolic.mmHg > limits[.singleHighSystolic] {
            return Finding(.amber, .singleHigh, .contactPractice)
        }
        return isSomewhatHigh ? Finding(.info, .somewhatHigh, .thankYou) : nil
    }

    private var veryHigh: Finding {
        if hasAlarmingComplaints { return Finding(.red, .veryHighWithComplaints, .call112) }
        if wasAlsoSeenToday(isVeryHigh) { return Finding(.red, .stillVeryHigh, .phonePracticeToday) }
        return Finding(.amber, .veryHigh, .measureAgain(waitMinutes: limits[.repeatWait]))
    }

    private func isVeryHigh(_ reading: TakenReading) -> Bool {
        reading.pressure.systolic.mmHg >= limits[.veryHighSystolic]
            || reading.pressure.diastolic.mmHg >= limits[.veryHighDiastolic]
    }

    private var isLow: Bool {
        let systolic = reading.pressure.systolic.mmHg
        if systolic < limits[.lowSystolic] { return true }
        return complaints.contains(.dizziness) && systolic < limits[.lowSystolicWithDizziness]
    }

    private var isSomewhatHigh: Bool {
        reading.pressure.systolic.mmHg >= limits[.infoSystolic]
            || reading.pressure.diastolic.mmHg >= limits[.infoDiastolic]
    }

    private var hasAlarmingComplaints: Bool { complaints.contains(where: \.isAlarming) }

    /// The same was seen on this day of the patient's calendar, long enough ago to be a repeat and not the
    /// second reading of one sitting.
    private func wasAlsoSeenToday(_ sees: (TakenReading) -> Bool) -> Bool {
        let latest = reading.taken.instant - .minutes(limits[.repeatCountsAfter])
        return earlier.contains { $0.taken.day == reading.taken.day && $0.taken.instant <= latest && sees($0) }
    }

    /// Complaints that worry with any reading; with a very high one they are in ``veryHigh``.
    private var alarmingComplaints: Finding? {
        guard hasAlarmingComplaints, !isVeryHigh(reading) else { return nil }
        return Finding(.red, .alarmingComplaints, .phonePracticeToday)
    }

    /// This reading and those before it, back to the last one that was not raised.
    private var threeRaised: Finding? {
        let needed = limits[.raisedCount]
        let start = reading.taken.day.adding(-limits[.raisedWindow])
        let series = ([reading] + earlier.filter { $0.taken.day > start })
            .sorted { $0.taken.instant > $1.taken.instant }
            .prefix { $0.pressure.systolic.mmHg > limits[.raisedSystolic] }
        guard needed > 0, series.count >= needed else { return nil }
        return Finding(.amber, .threeRaised, .contactPractice)
    }

    /// Deviating readings within two days, whatever lies between them.
    private var fourDeviating: Finding? {
        let needed = limits[.deviatingCount]
        guard needed > 0, isDeviating(reading) else { return nil }
        let start = reading.taken.instant - .hours(limits[.deviatingWindow])
        let count = earlier.count { $0.taken.instant >= start && isDeviating($0) } + 1
        return count >= needed ? Finding(.amber, .fourDeviating, .contactPractice) : nil
    }

    private func isDeviating(_ reading: TakenReading) -> Bool {
        reading.pressure.systolic.mmHg > limits[.deviatingSystolic]
            || reading.pressure.diastolic.mmHg > limits[.deviatingDiastolic]
    }

    private var pulse: Finding? {
        guard let pulse = reading.pulse else { return nil }
        switch PulseRule.judge(pulse, limits: limits).outcome {
        case .usual: return nil
        case .slow: return Finding(.amber, .pulseSlow, .contactPractice)
        case .verySlow: return repeated(.verySlow, .pulseVerySlow)
        case .fast: return repeated(.fast, .pulseFast)
        }
    }

    private func repeated(_ outcome: PulseJudgement.Outcome, _ reason: AlertReason) -> Finding {
        let again = wasAlsoSeenToday { earlier in
            earlier.pulse.map { PulseRule.judge($0, limits: limits).outcome == outcome } ?? false
        }
        return Finding(.amber, reason, again ? .contactPractice : .measureAgain(waitMinutes: limits[.repeatWait]))
    }

    private var irregular: Finding? {
        guard reading.rhythm == .irregular, limits[.irregularReadings] > 0 else { return nil }
        let start = reading.taken.day.adding(-limits[.irregularWindow])
        let flagged = [reading] + earlier.filter { $0.rhythm == .irregular && $0.taken.day > start }
        guard flagged.count >= limits[.irregularReadings] else { return nil }
        guard Set(flagged.map(\.taken.day)).count >= limits[.irregularDays] else { return nil }
        return Finding(.info, .irregular, .thankYou)
    }
}
