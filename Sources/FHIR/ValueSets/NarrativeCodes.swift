/// - Source: R4, http://hl7.org/fhir/ValueSet/narrative-status|4.0.1
package enum NarrativeStatus: String, ValueSet {
    case generated, extensions, additional, empty
}
