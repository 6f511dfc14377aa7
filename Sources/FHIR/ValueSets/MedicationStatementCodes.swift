/// - Source: R4, http://hl7.org/fhir/ValueSet/medication-statement-status|4.0.1
package enum MedicationStatementStatus: String, ValueSet {
    case active, completed, intended, stopped, unknown
    case enteredInError = "entered-in-error"
    case onHold = "on-hold"
    case notTaken = "not-taken"
}
