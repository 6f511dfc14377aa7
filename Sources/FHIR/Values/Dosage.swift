/// How a medicine is to be used.
///
/// The words are read; structured doses and times are handed on as they came.
///
/// - Source: R4, http://hl7.org/fhir/R4/dosage.html
package struct Dosage: Element {
    package var extras = Extras()
    package var sequence: Int?
    package var text: String?
    package var additionalInstruction = [CodeableConcept]()
    package var patientInstruction: String?
    package var timing: JSONValue?
    package var asNeededBoolean: Bool?
    package var asNeededCodeableConcept: CodeableConcept?
    package var site: CodeableConcept?
    package var route: CodeableConcept?
    package var method: CodeableConcept?
    package var doseAndRate: JSONValue?
    package var maxDosePerPeriod: Ratio?
    package var maxDosePerAdministration: Quantity?
    package var maxDosePerLifetime: Quantity?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.value("sequence", &sequence)
        walker.value("text", &text)
        walker.parts("additionalInstruction", &additionalInstruction)
        walker.value("patientInstruction", &patientInstruction)
        walker.verbatim("timing", &timing)
        walker.value("asNeededBoolean", &asNeededBoolean)
        walker.part("asNeededCodeableConcept", &asNeededCodeableConcept)
        walker.part("site", &site)
        walker.part("route", &route)
        walker.part("method", &method)
        walker.verbatim("doseAndRate", &doseAndRate)
        walker.part("maxDosePerPeriod", &maxDosePerPeriod)
        walker.part("maxDosePerAdministration", &maxDosePerAdministration)
        walker.part("maxDosePerLifetime", &maxDosePerLifetime)
    }
}
