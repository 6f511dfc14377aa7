/// A message from somebody to somebody.
///
/// - Source: R4, http://hl7.org/fhir/R4/communication.html
package struct Communication: ResourceContent {
    package static let type: StaticString = "Communication"

    package var head = Head()
    package var extras = Extras()
    package var identifier = [Identifier]()
    package var instantiatesCanonical = [URI]()
    package var instantiatesUri = [URI]()
    package var basedOn = [Reference]()
    package var partOf = [Reference]()
    package var inResponseTo = [Reference]()
    package var status: EventStatus?
    package var statusReason: CodeableConcept?
    package var category = [CodeableConcept]()
    package var priority: RequestPriority?
    package var medium = [CodeableConcept]()
    package var subject: Reference?
    package var topic: CodeableConcept?
    package var about = [Reference]()
    package var encounter: Reference?
    package var sent: DateTime?
    package var received: DateTime?
    package var recipient = [Reference]()
    package var sender: Reference?
    package var reasonCode = [CodeableConcept]()
    package var reasonReference = [Reference]()
    package var payload = [Payload]()
    package var note = [Annotation]()

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.head(&head, of: Communication.self)
        walker.parts("identifier", &identifier)
        walker.values("instantiatesCanonical", &instantiatesCanonical)
        walker.values("instantiatesUri", &instantiatesUri)
        walker.parts("basedOn", &basedOn)
        walker.parts("partOf", &partOf)
        walker.parts("inResponseTo", &inResponseTo)
        walker.value("status", &status, .required)
        walker.part("statusReason", &statusReason)
        walker.parts("category", &category)
        walker.value("priority", &priority)
        walker.parts("medium", &medium)
        walker.part("subject", &subject)
        walker.part("topic", &topic)
        walker.parts("about", &about)
        walker.part("encounter", &encounter)
        walker.value("sent", &sent)
        walker.value("received", &received)
        walker.parts("recipient", &recipient)
        walker.part("sender", &sender)
        walker.parts("reasonCode", &reasonCode)
        walker.parts("reasonReference", &reasonReference)
        walker.parts("payload", &payload)
        walker.parts("note", &note)
    }
}

extension Communication {
    /// What was said.
    package struct Payload: Element {
        package var extras = Extras()
        package var content: Content?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            Content.walk(&content, &walker)
            walker.needs("content[x]", content != nil)
        }
    }
}

extension Communication.Payload {
    /// What `content[x]` may be.
    package enum Content: Hashable, Sendable {
        case text(String)
        case attachment(Attachment)
        case reference(Reference)

        static func walk(_ choice: inout Content?, _ walker: inout some Walker) {
            walker.value("contentString", &choice, Content.text) { if case .text(let it)? = $0 { it } else { nil } }
            walker.part("contentAttachment", &choice, Content.attachment) {
                if case .attachment(let it)? = $0 { it } else { nil }
            }
            walker.part("contentReference", &choice, Content.reference) {
                if case .reference(let it)? = $0 { it } else { nil }
            }
        }
    }
}
