/// What somebody else calls it.
///
/// - Source: R4, http://hl7.org/fhir/R4/datatypes.html#Identifier
package struct Identifier: Element {
    package var extras = Extras()
    package var use: IdentifierUse?
    package var type: CodeableConcept?
    package var system: URI?
    package var value: String?
    package var period: Period?
    package var assigner: Reference?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.value("use", &use)
        walker.part("type", &type)
        walker.value("system", &system)
        walker.value("value", &value)
        walker.part("period", &period)
        walker.part("assigner", &assigner)
    }
}
