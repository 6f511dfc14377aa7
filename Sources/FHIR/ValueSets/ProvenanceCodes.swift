/// - Source: R4, http://hl7.org/fhir/ValueSet/provenance-entity-role|4.0.1
package enum ProvenanceEntityRole: String, ValueSet {
    case derivation, revision, quotation, source, removal
}
