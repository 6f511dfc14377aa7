/// What is meant: in words, in codes, or both.
///
/// - Source: R4, http://hl7.org/fhir/R4/datatypes.html#CodeableConcept
package struct CodeableConcept: Element {
    package var extras = Extras()
    package var coding = [Coding]()
    package var text: String?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.parts("coding", &coding)
        walker.value("text", &text)
    }
}
