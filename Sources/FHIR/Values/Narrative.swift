/// A resource in words.
///
/// `div` is handed on as it came and never shown: it is somebody else's HTML.
///
/// - Source: R4, http://hl7.org/fhir/R4/narrative.html#Narrative
package struct Narrative: Element {
    package var extras = Extras()
    package var status: NarrativeStatus?
    package var div: String?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.value("status", &status, .required)
        walker.value("div", &div, .required)
    }
}
