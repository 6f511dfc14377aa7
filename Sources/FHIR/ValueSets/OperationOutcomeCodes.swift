/// - Source: R4, http://hl7.org/fhir/ValueSet/issue-severity|4.0.1
package enum IssueSeverity: String, ValueSet {
    case fatal, error, warning, information
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/issue-type|4.0.1
package enum IssueType: String, ValueSet {
    case invalid, structure, required, value, invariant, security, login, unknown, expired, forbidden, suppressed
    case processing, duplicate, deleted, `extension`, conflict, transient, exception, timeout, incomplete, throttled
    case informational
    case notSupported = "not-supported"
    case multipleMatches = "multiple-matches"
    case notFound = "not-found"
    case tooLong = "too-long"
    case codeInvalid = "code-invalid"
    case tooCostly = "too-costly"
    case businessRule = "business-rule"
    case lockError = "lock-error"
    case noStore = "no-store"
}
