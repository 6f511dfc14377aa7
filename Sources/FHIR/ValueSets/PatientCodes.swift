/// - Source: R4, http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1
package enum AdministrativeGender: String, ValueSet {
    case male, female, other, unknown
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/link-type|4.0.1
package enum PatientLinkType: String, ValueSet {
    case replaces, refer, seealso
    case replacedBy = "replaced-by"
}
