import Audit
import Clinical

/// Somebody opens the record of a patient whom they do not treat, because it cannot wait: for an hour, to look only, with a
/// reason, and so that the patient and the privacy officer know.
///
/// - Source: our own proposal after the usual *noodprocedure* of Dutch care systems; docs/security/policy.md
package enum Emergency {
    /// How long it stays open.
    static let length = Duration.minutes(60)
    /// More of them within ``window`` are refused: whoever needs it so often works there, and should be registered so.
    static let most = 3
    static let window = Duration.days(30)
    static let shortestExplanation = 10

    package enum Reason: String, Hashable, Sendable, CaseIterable {
        case outOfHours = "out of hours", acute, askedByPatient = "asked by patient", other
    }

    /// What a professional fills in. The name and the birthday together, because there is no list to look through.
    package struct Request: Hashable, Sendable {
        let familyName: String
        let bornOn: Day
        let reason: Reason
        let explanation: String

        package init(familyName: String, bornOn: Day, reason: Reason, explanation: String) {
            self.familyName = familyName
            self.bornOn = bornOn
            self.reason = reason
            self.explanation = explanation
        }
    }
}

/// This worker did it too often to do it again.
struct TooManyEmergencies: Error {}
