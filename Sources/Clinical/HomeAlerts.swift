/// Looks at one home reading, among the recent ones, and says who must do what.
///
/// Nobody watches the stream day and night, and no page may suggest it. A very high reading first asks
/// for rest and a repeat on the same day; only a repeat that stays high is red. The practice may change
/// every limit.
///
/// - Shape: one reading, complaints, the recent readings → one alert with a reason, a level and an answer
/// - Units: mmHg, beats per minute
/// - Source: per limit in ``AlertLimit``; docs/clinical/home-alerts.md
package enum HomeAlerts {
    package static let rule = "home-alert"
    package static let version = "1"

    package static func judge(
        _ reading: TakenReading, complaints: Set<Complaint> = [], recent: [TakenReading] = [],
        limits: AlertLimits = AlertLimits()
    ) -> Alert {
        let earlier = recent.filter { $0.taken.instant <= reading.taken.instant && $0 != reading }
        let scene = AlertScene(reading: reading, complaints: complaints, earlier: earlier, limits: limits)
        return Alert(scene.findings)
    }

    /// Whether earlier readings can change the judgement of this one, and are worth fetching.
    package static func looksBack(from reading: TakenReading, limits: AlertLimits = AlertLimits()) -> Bool {
        AlertScene(reading: reading, complaints: [], earlier: [], limits: limits).looksBack
    }

    /// The upper or lower number falls this far on standing up.
    ///
    /// - Source: ESC guideline on elevated blood pressure, 2024 (20/10 mmHg); docs/clinical/home-alerts.md
    package static func standing(
        _ standing: BloodPressure, after sitting: BloodPressure, limits: AlertLimits = AlertLimits()
    ) -> StandingJudgement {
        let systolic = sitting.systolic.mmHg - standing.systolic.mmHg
        let diastolic = sitting.diastolic.mmHg - standing.diastolic.mmHg
        let falls = systolic >= limits[.standingSystolic] || diastolic >= limits[.standingDiastolic]
        return falls ? .falls(systolic: systolic, diastolic: diastolic) : .steady
    }

    /// Nothing was measured for a while: first one reminder, then the practice hears of it.
    ///
    /// - Units: days on the patient's calendar
    /// - Source: our own proposal, for a weekly schedule; docs/clinical/home-alerts.md
    package static func silence(
        lastReading: Day?, today: Day, limits: AlertLimits = AlertLimits()
    ) -> Silence {
        guard let lastReading else { return .neverMeasured }
        let days = today.days(since: lastReading)
        if days >= limits[.silence] + limits[.silenceAfterReminder] { return .tellPractice(days: days) }
        return days >= limits[.silence] ? .remind(days: days) : .measuring
    }
}

/// A home reading with its moment, as the alerts look at it.
package struct TakenReading: Hashable, Sendable {
    package let pressure: BloodPressure
    package let pulse: Pulse?
    package let rhythm: Rhythm?
    package let taken: Moment

    package init(_ pressure: BloodPressure, pulse: Pulse? = nil, rhythm: Rhythm? = nil, taken: Moment) {
        self.pressure = pressure
        self.pulse = pulse
        self.rhythm = rhythm
        self.taken = taken
    }

    /// - Returns: `nil` for anything but a blood pressure that counts
    package init?(_ reading: Reading) {
        guard case .bloodPressure(let pressure, let pulse, let rhythm) = reading.measured else { return nil }
        guard reading.status == .final else { return nil }
        self.init(pressure, pulse: pulse, rhythm: rhythm, taken: reading.taken)
    }
}

/// What a person feels while measuring.
package enum Complaint: String, Hashable, Sendable, CaseIterable {
    case chestPain = "chest-pain"
    case shortOfBreath = "short-of-breath"
    case paralysis
    case speechTrouble = "speech-trouble"
    case visionTrouble = "vision-trouble"
    case dizziness

    /// Complaints that make a very high reading an emergency.
    ///
    /// - Source: professional knowledge, to be confirmed by a clinician; docs/clinical/home-alerts.md
    package var isAlarming: Bool { self != .dizziness }
}

/// How soon somebody must act; red means today.
package enum AlertLevel: String, Hashable, Sendable, Comparable, CaseIterable {
    case none, info, amber, red

    private var severity: Int { AlertLevel.allCases.firstIndex(of: self) ?? 0 }  // every case is listed
    package static func < (lhs: AlertLevel, rhs: AlertLevel) -> Bool { lhs.severity < rhs.severity }
}

/// Why there is an alert, for the practice.
package enum AlertReason: String, Hashable, Sendable, CaseIterable {
    case nothingUnusual = "nothing-unusual"
    case veryHighWithComplaints = "very-high-with-complaints"
    case stillVeryHigh = "still-very-high"
    case alarmingComplaints = "alarming-complaints"
    case veryHigh = "very-high"
    case singleHigh = "single-high"
    case threeRaised = "three-raised"
    case fourDeviating = "four-deviating"
    case low
    case pulseVerySlow = "pulse-very-slow"
    case pulseSlow = "pulse-slow"
    case pulseFast = "pulse-fast"
    case irregular
    case somewhatHigh = "somewhat-high"
}

/// What the patient is asked to do.
package enum PatientAnswer: Hashable, Sendable {
    case thankYou
    case contactPractice
    case measureAgain(waitMinutes: Int)
    case phonePracticeToday
    case call112

    package var name: String {
        switch self {
        case .thankYou: "thank-you"
        case .contactPractice: "contact-practice"
        case .measureAgain: "measure-again"
        case .phonePracticeToday: "phone-practice-today"
        case .call112: "call-112"
        }
    }

    var urgency: Int {
        switch self {
        case .thankYou: 0
        case .contactPractice: 1
        case .measureAgain: 2
        case .phonePracticeToday: 3
        case .call112: 4
        }
    }
}

/// The outcome for one reading: the most pressing reason, and what else was found.
package struct Alert: Hashable, Sendable {
    package let level: AlertLevel
    package let reason: AlertReason
    package let answer: PatientAnswer
    package let also: [AlertReason]

    package var rule: String { HomeAlerts.rule }
    package var version: String { HomeAlerts.version }

    /// The highest level decides; at the same level the most urgent answer.
    init(_ findings: [Finding]) {
        let calm = Finding(.none, .nothingUnusual, .thankYou)
        let main = findings.reduce(calm) { $1.outranks($0) ? $1 : $0 }
        level = main.level
        reason = main.reason
        answer = main.answer
        also = findings.map(\.reason).filter { $0 != main.reason }
    }
}

/// Whether the pressure holds on standing up.
package enum StandingJudgement: Hashable, Sendable {
    case steady
    case falls(systolic: Int, diastolic: Int)
}

/// How long nothing was measured, and what follows from it.
package enum Silence: Hashable, Sendable {
    case measuring
    case remind(days: Int)
    case tellPractice(days: Int)
    case neverMeasured
}
