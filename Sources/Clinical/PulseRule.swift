/// Says whether a resting pulse is slow or fast.
///
/// - Units: beats per minute, at rest
/// - Source: 40 and 110 are exclusion limits of 24-hour measurement (hzd.nl), used here as our own
///   proposal; 50 is our own proposal; docs/clinical/pulse.md
package enum PulseRule {
    package static let rule = "pulse"
    package static let version = "1"

    package static func judge(_ pulse: Pulse, limits: AlertLimits = AlertLimits()) -> PulseJudgement {
        PulseJudgement(outcome: outcome(pulse, limits), pulse: pulse)
    }

    private static func outcome(_ pulse: Pulse, _ limits: AlertLimits) -> PulseJudgement.Outcome {
        if pulse.perMinute < limits[.pulseVerySlow] { return .verySlow }
        if pulse.perMinute < limits[.pulseSlow] { return .slow }
        return pulse.perMinute > limits[.pulseFast] ? .fast : .usual
    }
}

/// What a pulse came to, and by which rule.
package struct PulseJudgement: Hashable, Sendable {
    /// Where the pulse lies against the limits.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        case verySlow = "very-slow"
        case slow, usual, fast
    }

    package let outcome: Outcome
    package let pulse: Pulse

    package var rule: String { PulseRule.rule }
    package var version: String { PulseRule.version }
}
