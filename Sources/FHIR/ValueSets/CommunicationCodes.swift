/// - Source: R4, http://hl7.org/fhir/ValueSet/event-status|4.0.1
package enum EventStatus: String, ValueSet {
    case preparation, stopped, completed, unknown
    case inProgress = "in-progress"
    case notDone = "not-done"
    case onHold = "on-hold"
    case enteredInError = "entered-in-error"
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/request-priority|4.0.1
package enum RequestPriority: String, ValueSet {
    case routine, urgent, asap, stat
}
