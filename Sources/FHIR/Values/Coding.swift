/// A code from a list that somebody keeps, such as LOINC.
///
/// - Source: R4, http://hl7.org/fhir/R4/datatypes.html#Coding
package struct Coding: Element {
    package var extras = Extras()
    package var system: URI?
    package var version: String?
    package var code: Code?
    package var display: String?
    package var userSelected: Bool?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.value("system", &system)
        walker.value("version", &version)
        walker.value("code", &code)
        walker.value("display", &display)
        walker.value("userSelected", &userSelected)
    }
}
