/// - Source: R4, http://hl7.org/fhir/ValueSet/audit-event-action|4.0.1
package enum AuditEventAction: String, ValueSet {
    case create = "C"
    case read = "R"
    case update = "U"
    case delete = "D"
    case execute = "E"
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/audit-event-outcome|4.0.1
package enum AuditEventOutcome: String, ValueSet {
    case success = "0"
    case minorFailure = "4"
    case seriousFailure = "8"
    case majorFailure = "12"
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/network-type|4.0.1
package enum NetworkType: String, ValueSet {
    case machineName = "1"
    case ipAddress = "2"
    case telephone = "3"
    case email = "4"
    case uri = "5"
}
