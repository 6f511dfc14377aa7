/// - Source: R4, http://hl7.org/fhir/ValueSet/observation-status|4.0.1
package enum ObservationStatus: String, ValueSet {
    case registered, preliminary, final, amended, corrected, cancelled, unknown
    case enteredInError = "entered-in-error"
}
