/// The limits of the home alerts as one practice wants them.
///
/// Every limit has a default with its source; a practice may override each by its name.
///
/// - Source: defaults and their sources per limit in ``AlertLimit``; docs/clinical/home-alerts.md
package struct AlertLimits: Hashable, Sendable {
    private var own: [AlertLimit: Int] = [:]

    package init() {}

    package subscript(limit: AlertLimit) -> Int { own[limit] ?? limit.standard }

    /// Overrides one limit by its name, as it is stored in a practice's settings.
    @discardableResult
    package mutating func set(_ name: String, to value: Int) -> LimitChange {
        guard let limit = AlertLimit(rawValue: name) else { return .unknownName }
        guard limit.unit.allowed.contains(value) else { return .outsideBounds(limit.unit.allowed) }
        own[limit] = value
        return .changed(limit)
    }

    /// The limits that differ from the default, in a fixed order.
    package var overridden: [AlertLimit] { AlertLimit.allCases.filter { own[$0] != nil } }
}

/// What came of overriding a limit.
package enum LimitChange: Hashable, Sendable {
    case changed(AlertLimit)
    case unknownName
    case outsideBounds(ClosedRange<Int>)
}

/// What a limit is counted in, and which values make sense at all.
package enum LimitUnit: String, Hashable, Sendable, CaseIterable {
    case mmHg
    case mmHgDifference = "mmHg difference"
    case perMinute = "/min"
    case minutes, hours, days
    /// 0 switches the rule off.
    case readings

    /// - Source: our own proposal, to catch a slip of the finger; docs/clinical/home-alerts.md
    package var allowed: ClosedRange<Int> {
        switch self {
        case .mmHg: 40...300
        case .mmHgDifference: 1...100
        case .perMinute: 20...250
        case .minutes: 0...120
        case .hours: 1...168
        case .days: 1...365
        case .readings: 0...100
        }
    }
}

/// Every limit that the home alerts use.
package enum AlertLimit: String, Hashable, Sendable, CaseIterable {
    case veryHighSystolic, veryHighDiastolic
    case repeatWait, repeatCountsAfter
    case singleHighSystolic
    case raisedSystolic, raisedCount, raisedWindow
    case deviatingSystolic, deviatingDiastolic, deviatingCount, deviatingWindow
    case infoSystolic, infoDiastolic
    case lowSystolic, lowSystolicWithDizziness
    case standingSystolic, standingDiastolic
    case pulseVerySlow, pulseSlow, pulseFast
    case irregularReadings, irregularDays, irregularWindow
    case silence, silenceAfterReminder

    /// - Source: per limit in ``source``; docs/clinical/home-alerts.md
    package var standard: Int {
        switch self {
        case .veryHighSystolic: 180
        case .veryHighDiastolic: 110
        case .repeatWait: 5
        case .repeatCountsAfter: 2
        case .singleHighSystolic: 170
        case .raisedSystolic, .deviatingSystolic: 140
        case .raisedCount: 3
        case .raisedWindow: 14
        case .deviatingDiastolic: 90
        case .deviatingCount: 4
        case .deviatingWindow: 48
        case .infoSystolic: 160
        case .infoDiastolic: 100
        case .lowSystolic: 90
        case .lowSystolicWithDizziness: 100
        case .standingSystolic: 20
        case .standingDiastolic: 10
        case .pulseVerySlow: 40
        case .pulseSlow: 50
        case .pulseFast: 110
        case .irregularReadings, .irregularDays: 2
        case .irregularWindow: 30
        case .silence: 14
        case .silenceAfterReminder: 7
        }
    }

    package var unit: LimitUnit {
        switch self {
        case .veryHighSystolic, .veryHighDiastolic, .singleHighSystolic, .raisedSystolic, .deviatingSystolic,
            .deviatingDiastolic, .infoSystolic, .infoDiastolic, .lowSystolic, .lowSystolicWithDizziness:
            .mmHg
        case .standingSystolic, .standingDiastolic: .mmHgDifference
        case .pulseVerySlow, .pulseSlow, .pulseFast: .perMinute
        case .repeatWait, .repeatCountsAfter: .minutes
        case .deviatingWindow: .hours
        case .raisedWindow, .irregularDays, .irregularWindow, .silence, .silenceAfterReminder: .days
        case .raisedCount, .deviatingCount, .irregularReadings: .readings
        }
    }

    package var evidence: Evidence {
        switch self {
        case .veryHighSystolic, .singleHighSystolic, .raisedSystolic, .raisedCount, .deviatingCount, .deviatingWindow,
            .infoSystolic, .infoDiastolic, .standingSystolic, .standingDiastolic:
            .published
        case .veryHighDiastolic, .lowSystolic, .lowSystolicWithDizziness: .toBeConfirmed
        case .repeatWait, .repeatCountsAfter, .raisedWindow, .deviatingSystolic, .deviatingDiastolic, .pulseVerySlow,
            .pulseSlow, .pulseFast, .irregularReadings, .irregularDays, .irregularWindow, .silence,
            .silenceAfterReminder:
            .proposed
        }
    }

    package var source: String {
        switch self {
        case .veryHighSystolic: "Dutch practice texts: huisartsenpraktijk.nl, huisartsenkerkdriel.nl"
        case .singleHighSystolic, .raisedSystolic, .raisedCount: "The Box in primary care (Stevenshof), zonmw.nl"
        case .deviatingCount, .deviatingWindow: "Luscii self-management protocol West-Brabant, hcwb.nl"
        case .infoSystolic, .infoDiastolic: "Dutch practice text: huisartsenkerkdriel.nl"
        case .standingSystolic, .standingDiastolic: "ESC guideline on elevated blood pressure, 2024"
        case .pulseVerySlow, .pulseFast: "own proposal; the limits are 24-hour measurement exclusions, hzd.nl"
        case .silence, .silenceAfterReminder: "own proposal; weekly adherence after BMC Prim Care 2025;26:214"
        case .veryHighDiastolic, .lowSystolic, .lowSystolicWithDizziness: "professional knowledge, no source read"
        case .repeatWait, .repeatCountsAfter, .raisedWindow, .deviatingSystolic, .deviatingDiastolic, .pulseSlow,
            .irregularReadings, .irregularDays, .irregularWindow:
            "own proposal"
        }
    }
}
