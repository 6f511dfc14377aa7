/// Which other resource is meant.
///
/// - Source: R4, http://hl7.org/fhir/R4/references.html#Reference
package struct Reference: Element {
    package var extras = Extras()
    package var reference: String?
    package var type: URI?
    package var display: String?
    /// An identifier may itself refer to who gave it, so it stands in a list of at most one.
    private var identifiers = [Identifier]()

    package init() {}

    package var identifier: Identifier? {
        get { identifiers.first }
        set { identifiers = newValue.map { [$0] } ?? [] }
    }

    package mutating func walk(_ walker: inout some Walker) {
        walker.value("reference", &reference)
        walker.value("type", &type)
        walker.part("identifier", &identifier)
        walker.value("display", &display)
    }
}
