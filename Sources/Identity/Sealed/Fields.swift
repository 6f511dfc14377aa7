import Clinical
import Storage
import Vault

/// Every field about a patient that is kept sealed, each bound to where it stands: elsewhere it does not open.
///
/// Which columns are sealed and which are not, and why: docs/security/data.md.
extension Safe.Field {
    package static func message<Thing>(_ id: ID<Thing>) -> Self { Self("portal_message", id, "sealed") }
    package static func pharmacyMessage<Thing>(_ id: ID<Thing>) -> Self { Self("pharmacy_message", id, "sealed") }
    package static func goal<Thing>(_ id: ID<Thing>) -> Self { Self("portal_goal", id, "sealed") }
    package static func change<Thing>(_ id: ID<Thing>, _ part: Part) -> Self {
        Self("portal_medication_change", id, part.rawValue)
    }
    /// A line of the worklist that takes over another keeps its number, so it is bound to the patient.
    package static func quote(of patient: ID<Patient>) -> Self { Self("worklist_item", patient, "sealed_quote") }
    package static func emergency<Thing>(_ id: ID<Thing>) -> Self { Self("identity_emergency", id, "sealed") }
    package static func phoneKey<Thing>(_ id: ID<Thing>) -> Self { Self("measurements_phone_key", id, "secret") }

    package static func request<Thing>(_ id: ID<Thing>, _ part: RequestPart) -> Self {
        Self("rights_request", id, part.rawValue)
    }
    package static func stepOfHelp<Thing>(_ id: ID<Thing>) -> Self { Self("assistance_step", id, "sealed_note") }

    /// Of what somebody asked about their data.
    package enum RequestPart: String, Sendable {
        case words = "sealed_words"
        case longerWhy = "sealed_longer_why"
        case reason = "sealed_reason"
        case endedWhy = "sealed_ended_why"
    }

    /// Of what was changed in the medicines.
    package enum Part: String, Sendable {
        case what = "sealed_what"
        case why = "sealed_why"
    }
}
