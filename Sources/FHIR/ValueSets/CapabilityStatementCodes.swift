/// - Source: R4, http://hl7.org/fhir/ValueSet/publication-status|4.0.1
package enum PublicationStatus: String, ValueSet {
    case draft, active, retired, unknown
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/capability-statement-kind|4.0.1
package enum CapabilityStatementKind: String, ValueSet {
    case instance, capability, requirements
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/FHIR-version|4.0.1
package enum FHIRVersion: String, ValueSet {
    case v001 = "0.01"
    case v005 = "0.05"
    case v006 = "0.06"
    case v011 = "0.11"
    case v0080 = "0.0.80"
    case v0081 = "0.0.81"
    case v0082 = "0.0.82"
    case v040 = "0.4.0"
    case v050 = "0.5.0"
    case v100 = "1.0.0"
    case v101 = "1.0.1"
    case v102 = "1.0.2"
    case v110 = "1.1.0"
    case v140 = "1.4.0"
    case v160 = "1.6.0"
    case v180 = "1.8.0"
    case v300 = "3.0.0"
    case v301 = "3.0.1"
    case v330 = "3.3.0"
    case v350 = "3.5.0"
    case v400 = "4.0.0"
    case v401 = "4.0.1"
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/restful-capability-mode|4.0.1
package enum RestMode: String, ValueSet {
    case client, server
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/versioning-policy|4.0.1
package enum VersioningPolicy: String, ValueSet {
    case versioned
    case noVersion = "no-version"
    case versionedUpdate = "versioned-update"
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/conditional-read-status|4.0.1
package enum ConditionalRead: String, ValueSet {
    case notSupported = "not-supported"
    case modifiedSince = "modified-since"
    case notMatch = "not-match"
    case fullSupport = "full-support"
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/conditional-delete-status|4.0.1
package enum ConditionalDelete: String, ValueSet {
    case single, multiple
    case notSupported = "not-supported"
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/reference-handling-policy|4.0.1
package enum ReferencePolicy: String, ValueSet {
    case literal, logical, resolves, enforced, local
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/system-restful-interaction|4.0.1
package enum SystemInteraction: String, ValueSet {
    case transaction, batch
    case searchSystem = "search-system"
    case historySystem = "history-system"
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/type-restful-interaction|4.0.1
package enum ResourceInteraction: String, ValueSet {
    case read, vread, update, patch, delete, create
    case historyInstance = "history-instance"
    case historyType = "history-type"
    case searchType = "search-type"
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/search-param-type|4.0.1
package enum SearchParameterType: String, ValueSet {
    case number, date, string, token, reference, composite, quantity, uri, special
}
