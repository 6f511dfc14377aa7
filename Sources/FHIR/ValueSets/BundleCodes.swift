/// - Source: R4, http://hl7.org/fhir/ValueSet/bundle-type|4.0.1
package enum BundleType: String, ValueSet {
    case document, message, transaction, batch, history, searchset, collection
    case transactionResponse = "transaction-response"
    case batchResponse = "batch-response"
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/search-entry-mode|4.0.1
package enum SearchEntryMode: String, ValueSet {
    case match, include, outcome
}

/// - Source: R4, http://hl7.org/fhir/ValueSet/http-verb|4.0.1
package enum HTTPVerb: String, ValueSet {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
    case patch = "PATCH"
}
