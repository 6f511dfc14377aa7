/// Resources together: found, collected, or to be stored at once.
///
/// - Source: R4, http://hl7.org/fhir/R4/bundle.html
package struct Bundle: ResourceContent {
    package static let type: StaticString = "Bundle"
    package static let hasNarrative = false

    package var head = Head()
    package var extras = Extras()
    package var identifier: Identifier?
    package var type: BundleType?
    package var timestamp: Instant?
    package var total: UnsignedInt?
    package var link = [Link]()
    package var entry = [Entry]()
    package var signature: JSONValue?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.head(&head, of: Bundle.self)
        walker.part("identifier", &identifier)
        walker.value("type", &type, .required)
        walker.value("timestamp", &timestamp)
        walker.value("total", &total)
        walker.parts("link", &link)
        walker.parts("entry", &entry)
        walker.verbatim("signature", &signature)
        walker.rule(
            "bdl-1", total == nil || type == .searchset || type == .history,
            "a total is only for searches and histories")
        walker.rule(
            "bdl-2", type == .searchset || !entry.contains { $0.search != nil }, "only searches tell how it was found")
        walker.rule("bdl-3", entry.allSatisfy { ($0.request != nil) == asks }, "a request for each, or for none")
        walker.rule("bdl-4", entry.allSatisfy { ($0.response != nil) == answers }, "a response for each, or for none")
        walker.rule("bdl-7", fullURLsDiffer, "each full address occurs once, or once for each version")
    }
}
