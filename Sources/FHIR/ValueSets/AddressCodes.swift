/// - Source: R4, http://hl7.org/fhir/ValueSet/address-use|4.0.1
package enum AddressUse: String, ValueSet {
    case home, work, temp, old, billing
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/address-type|4.0.1
package enum AddressType: String, ValueSet {
    case postal, physical, both
}
