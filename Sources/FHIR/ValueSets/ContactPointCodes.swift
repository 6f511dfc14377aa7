/// - Source: R4, http://hl7.org/fhir/ValueSet/contact-point-system|4.0.1
package enum ContactPointSystem: String, ValueSet {
    case phone, fax, email, pager, url, sms, other
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/contact-point-use|4.0.1
package enum ContactPointUse: String, ValueSet {
    case home, work, temp, old, mobile
}
