/// Where a resource came from and who made it so.
///
/// - Source: R4, http://hl7.org/fhir/R4/provenance.html
package struct Provenance: ResourceContent {
    package static let type: StaticString = "Provenance"

    package var head = Head()
    package var extras = Extras()
    package var target = [Reference]()
    package var occurred: Occurred?
    package var recorded: Instant?
    package var policy = [URI]()
    package var location: Reference?
    package var reason = [CodeableConcept]()
    package var activity: CodeableConcept?
    package var agent = [Agent]()
    package var entity = [Entity]()
    package var signature: JSONValue?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.head(&head, of: Provenance.self)
        walker.parts("target", &target, .required)
        Occurred.walk(&occurred, &walker)
        walker.value("recorded", &recorded, .required)
        walker.values("policy", &policy)
        walker.part("location", &location)
        walker.parts("reason", &reason)
        walker.part("activity", &activity)
        walker.parts("agent", &agent, .required)
        walker.parts("entity", &entity)
        walker.verbatim("signature", &signature)
    }
}

extension Provenance {
    /// Who took part in it.
    package struct Agent: Element {
        package var extras = Extras()
        package var type: CodeableConcept?
        package var role = [CodeableConcept]()
        package var who: Reference?
        package var onBehalfOf: Reference?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.part("type", &type)
            walker.parts("role", &role)
            walker.part("who", &who, .required)
            walker.part("onBehalfOf", &onBehalfOf)
        }
    }
}

extension Provenance {
    /// What it was about.
    package struct Entity: Element {
        package var extras = Extras()
        package var role: ProvenanceEntityRole?
        package var what: Reference?
        package var agent = [Provenance.Agent]()

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("role", &role, .required)
            walker.part("what", &what, .required)
            walker.parts("agent", &agent)
        }
    }
}

extension Provenance {
    /// What `occurred[x]` may be.
    package enum Occurred: Hashable, Sendable {
        case period(Period)
        case dateTime(DateTime)

        static func walk(_ choice: inout Occurred?, _ walker: inout some Walker) {
            walker.part("occurredPeriod", &choice, Occurred.period) {
                if case .period(let it)? = $0 { it } else { nil }
            }
            walker.value("occurredDateTime", &choice, Occurred.dateTime) {
                if case .dateTime(let it)? = $0 { it } else { nil }
            }
        }
    }
}
