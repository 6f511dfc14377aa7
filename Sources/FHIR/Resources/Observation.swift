/// One thing that was measured or observed.
///
/// - Source: R4, http://hl7.org/fhir/R4/observation.html
package struct Observation: ResourceContent {
    package static let type: StaticString = "Observation"

    package var head = Head()
    package var extras = Extras()
    package var identifier = [Identifier]()
    package var basedOn = [Reference]()
    package var partOf = [Reference]()
    package var status: ObservationStatus?
    package var category = [CodeableConcept]()
    package var code: CodeableConcept?
    package var subject: Reference?
    package var focus = [Reference]()
    package var encounter: Reference?
    package var effective: Effective?
    package var issued: Instant?
    package var performer = [Reference]()
    package var value: Value?
    package var dataAbsentReason: CodeableConcept?
    package var interpretation = [CodeableConcept]()
    package var note = [Annotation]()
    package var bodySite: CodeableConcept?
    package var method: CodeableConcept?
    package var specimen: Reference?
    package var device: Reference?
    package var referenceRange = [ReferenceRange]()
    package var hasMember = [Reference]()
    package var derivedFrom = [Reference]()
    package var component = [Component]()

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.head(&head, of: Observation.self)
        walker.parts("identifier", &identifier)
        walker.parts("basedOn", &basedOn)
        walker.parts("partOf", &partOf)
        walker.value("status", &status, .required)
        walker.parts("category", &category)
        walker.part("code", &code, .required)
        walker.part("subject", &subject)
        walker.parts("focus", &focus)
        walker.part("encounter", &encounter)
        Effective.walk(&effective, &walker)
        walker.value("issued", &issued)
        walker.parts("performer", &performer)
        Value.walk(&value, &walker)
        walker.part("dataAbsentReason", &dataAbsentReason)
        walker.parts("interpretation", &interpretation)
        walker.parts("note", &note)
        walker.part("bodySite", &bodySite)
        walker.part("method", &method)
        walker.part("specimen", &specimen)
        walker.part("device", &device)
        walker.parts("referenceRange", &referenceRange)
        walker.parts("hasMember", &hasMember)
        walker.parts("derivedFrom", &derivedFrom)
        walker.parts("component", &component)
        walker.rule("obs-6", dataAbsentReason == nil || value == nil, "a value, or why there is none")
        walker.rule(
            "obs-7", value == nil || !component.contains { $0.code != nil && $0.code == code },
            "a part with the same code as the whole is the value itself")
    }
}
