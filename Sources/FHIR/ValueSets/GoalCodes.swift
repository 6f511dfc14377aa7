/// - Source: R4, http://hl7.org/fhir/ValueSet/goal-status|4.0.1
package enum GoalStatus: String, ValueSet {
    case proposed, planned, accepted, active, completed, cancelled, rejected
    case onHold = "on-hold"
    case enteredInError = "entered-in-error"
}
