/// A line about who looked at or changed what.
///
/// - Source: R4, http://hl7.org/fhir/R4/auditevent.html
package struct AuditEvent: ResourceContent {
    package static let type: StaticString = "AuditEvent"

    package var head = Head()
    package var extras = Extras()
    package var type: Coding?
    package var subtype = [Coding]()
    package var action: AuditEventAction?
    package var period: Period?
    package var recorded: Instant?
    package var outcome: AuditEventOutcome?
    package var outcomeDesc: String?
    package var purposeOfEvent = [CodeableConcept]()
    package var agent = [Agent]()
    package var source: Source?
    package var entity = [Entity]()

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.head(&head, of: AuditEvent.self)
        walker.part("type", &type, .required)
        walker.parts("subtype", &subtype)
        walker.value("action", &action)
        walker.part("period", &period)
        walker.value("recorded", &recorded, .required)
        walker.value("outcome", &outcome)
        walker.value("outcomeDesc", &outcomeDesc)
        walker.parts("purposeOfEvent", &purposeOfEvent)
        walker.parts("agent", &agent, .required)
        walker.part("source", &source, .required)
        walker.parts("entity", &entity)
    }
}
