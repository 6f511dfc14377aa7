/// - Source: R4, http://hl7.org/fhir/ValueSet/consent-state-codes|4.0.1
package enum ConsentState: String, ValueSet {
    case draft, proposed, active, rejected, inactive
    case enteredInError = "entered-in-error"
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/consent-provision-type|4.0.1
package enum ConsentProvisionType: String, ValueSet {
    case deny, permit
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/consent-data-meaning|4.0.1
package enum ConsentDataMeaning: String, ValueSet {
    case instance, related, dependents, authoredby
}
