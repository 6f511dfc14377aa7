/// Somebody who is cared for.
///
/// - Source: R4, http://hl7.org/fhir/R4/patient.html
package struct Patient: ResourceContent {
    package static let type: StaticString = "Patient"

    package var head = Head()
    package var extras = Extras()
    package var identifier = [Identifier]()
    package var active: Bool?
    package var name = [HumanName]()
    package var telecom = [ContactPoint]()
    package var gender: AdministrativeGender?
    package var birthDate: PartialDate?
    package var deceased: Deceased?
    package var address = [Address]()
    package var maritalStatus: CodeableConcept?
    package var multipleBirth: MultipleBirth?
    package var photo = [Attachment]()
    package var contact = [Contact]()
    package var communication = [Language]()
    package var generalPractitioner = [Reference]()
    package var managingOrganization: Reference?
    package var link = [Link]()

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.head(&head, of: Patient.self)
        walker.parts("identifier", &identifier)
        walker.value("active", &active)
        walker.parts("name", &name)
        walker.parts("telecom", &telecom)
        walker.value("gender", &gender)
        walker.value("birthDate", &birthDate)
        Deceased.walk(&deceased, &walker)
        walker.parts("address", &address)
        walker.part("maritalStatus", &maritalStatus)
        MultipleBirth.walk(&multipleBirth, &walker)
        walker.parts("photo", &photo)
        walker.parts("contact", &contact)
        walker.parts("communication", &communication)
        walker.parts("generalPractitioner", &generalPractitioner)
        walker.part("managingOrganization", &managingOrganization)
        walker.parts("link", &link)
    }
}
