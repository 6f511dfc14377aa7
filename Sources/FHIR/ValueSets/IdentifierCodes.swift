/// - Source: R4, http://hl7.org/fhir/ValueSet/identifier-use|4.0.1
package enum IdentifierUse: String, ValueSet {
    case usual, official, temp, secondary, old
}
