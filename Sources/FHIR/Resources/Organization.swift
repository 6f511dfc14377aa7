/// A practice, care group, pharmacy or hospital.
///
/// - Source: R4, http://hl7.org/fhir/R4/organization.html
package struct Organization: ResourceContent {
    package static let type: StaticString = "Organization"

    package var head = Head()
    package var extras = Extras()
    package var identifier = [Identifier]()
    package var active: Bool?
    package var type = [CodeableConcept]()
    package var name: String?
    package var alias = [String]()
    package var telecom = [ContactPoint]()
    package var address = [Address]()
    package var partOf: Reference?
    package var contact = [Contact]()
    package var endpoint = [Reference]()

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.head(&head, of: Organization.self)
        walker.parts("identifier", &identifier)
        walker.value("active", &active)
        walker.parts("type", &type)
        walker.value("name", &name)
        walker.values("alias", &alias)
        walker.parts("telecom", &telecom)
        walker.parts("address", &address)
        walker.part("partOf", &partOf)
        walker.parts("contact", &contact)
        walker.parts("endpoint", &endpoint)
        walker.rule("org-1", !identifier.isEmpty || name != nil, "an identifier or a name")
    }
}

extension Organization {
    /// Somebody to reach on behalf of it.
    package struct Contact: Element {
        package var extras = Extras()
        package var purpose: CodeableConcept?
        package var name: HumanName?
        package var telecom = [ContactPoint]()
        package var address: Address?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.part("purpose", &purpose)
            walker.part("name", &name)
            walker.parts("telecom", &telecom)
            walker.part("address", &address)
        }
    }
}
