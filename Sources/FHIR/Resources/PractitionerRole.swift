/// What a practitioner does, and for which organisation.
///
/// - Source: R4, http://hl7.org/fhir/R4/practitionerrole.html
package struct PractitionerRole: ResourceContent {
    package static let type: StaticString = "PractitionerRole"

    package var head = Head()
    package var extras = Extras()
    package var identifier = [Identifier]()
    package var active: Bool?
    package var period: Period?
    package var practitioner: Reference?
    package var organization: Reference?
    package var code = [CodeableConcept]()
    package var specialty = [CodeableConcept]()
    package var location = [Reference]()
    package var healthcareService = [Reference]()
    package var telecom = [ContactPoint]()
    package var availableTime = [AvailableTime]()
    package var notAvailable = [NotAvailable]()
    package var availabilityExceptions: String?
    package var endpoint = [Reference]()

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.head(&head, of: PractitionerRole.self)
        walker.parts("identifier", &identifier)
        walker.value("active", &active)
        walker.part("period", &period)
        walker.part("practitioner", &practitioner)
        walker.part("organization", &organization)
        walker.parts("code", &code)
        walker.parts("specialty", &specialty)
        walker.parts("location", &location)
        walker.parts("healthcareService", &healthcareService)
        walker.parts("telecom", &telecom)
        walker.parts("availableTime", &availableTime)
        walker.parts("notAvailable", &notAvailable)
        walker.value("availabilityExceptions", &availabilityExceptions)
        walker.parts("endpoint", &endpoint)
    }
}

extension PractitionerRole {
    /// When somebody is there.
    package struct AvailableTime: Element {
        package var extras = Extras()
        package var daysOfWeek = [WeekDay]()
        package var allDay: Bool?
        package var availableStartTime: ClockTime?
        package var availableEndTime: ClockTime?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.values("daysOfWeek", &daysOfWeek)
            walker.value("allDay", &allDay)
            walker.value("availableStartTime", &availableStartTime)
            walker.value("availableEndTime", &availableEndTime)
        }
    }
}

extension PractitionerRole {
    /// When somebody is not there.
    package struct NotAvailable: Element {
        package var extras = Extras()
        package var description: String?
        package var during: Period?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("description", &description, .required)
            walker.part("during", &during)
        }
    }
}
