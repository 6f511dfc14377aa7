/// Somebody who treats patients.
///
/// - Source: R4, http://hl7.org/fhir/R4/practitioner.html
package struct Practitioner: ResourceContent {
    package static let type: StaticString = "Practitioner"

    package var head = Head()
    package var extras = Extras()
    package var identifier = [Identifier]()
    package var active: Bool?
    package var name = [HumanName]()
    package var telecom = [ContactPoint]()
    package var address = [Address]()
    package var gender: AdministrativeGender?
    package var birthDate: PartialDate?
    package var photo = [Attachment]()
    package var qualification = [Qualification]()
    package var communication = [CodeableConcept]()

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.head(&head, of: Practitioner.self)
        walker.parts("identifier", &identifier)
        walker.value("active", &active)
        walker.parts("name", &name)
        walker.parts("telecom", &telecom)
        walker.parts("address", &address)
        walker.value("gender", &gender)
        walker.value("birthDate", &birthDate)
        walker.parts("photo", &photo)
        walker.parts("qualification", &qualification)
        walker.parts("communication", &communication)
    }
}

extension Practitioner {
    /// A diploma or a registration.
    package struct Qualification: Element {
        package var extras = Extras()
        package var identifier = [Identifier]()
        package var code: CodeableConcept?
        package var period: Period?
        package var issuer: Reference?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.parts("identifier", &identifier)
            walker.part("code", &code, .required)
            walker.part("period", &period)
            walker.part("issuer", &issuer)
        }
    }
}
