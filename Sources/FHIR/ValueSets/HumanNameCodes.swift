/// - Source: R4, http://hl7.org/fhir/ValueSet/name-use|4.0.1
package enum NameUse: String, ValueSet {
    case usual, official, temp, nickname, anonymous, old, maiden
}
