import Clinical
import FHIR

/// What each Bundle that leaves the house says in the same way: who it is about, of which practice, and where each stands.
extension Exchange {
    static func address<Thing>(_ id: ID<Thing>) -> FHIR.URI { FHIR.URI(checked: "urn:uuid:\(id)") }

    static func entry<Thing>(_ id: ID<Thing>, _ resource: FHIR.Resource) -> FHIR.Bundle.Entry {
        var entry = FHIR.Bundle.Entry()
        entry.fullUrl = address(id)
        entry.resource = resource
        return entry
    }

    /// Nothing where no number is known: a text in FHIR is never empty.
    fileprivate static func phone(_ number: String) -> [FHIR.ContactPoint] {
        guard !number.isEmpty else { return [] }
        var phone = FHIR.ContactPoint()
        phone.system = .phone
        phone.value = number
        return [phone]
    }
}

extension Exchange.Person {
    var reference: FHIR.Reference {
        FHIR.Reference(to: Exchange.address(id).text, display: "\(givenName) \(familyName)")
    }

    /// No service number ever stands in it.
    func resource(of house: Exchange.House) -> FHIR.Patient {
        var person = FHIR.Patient()
        person.id = FHIR.ResourceID(checked: "\(id)")
        var name = FHIR.HumanName()
        name.use = .official
        name.family = familyName
        name.given = [givenName]
        person.name = [name]
        person.gender = sex == .female ? .female : .male
        person.birthDate = FHIR.PartialDate(checked: bornOn.description)
        person.telecom = Exchange.phone(phone)
        person.managingOrganization = house.reference
        return person
    }
}

extension Exchange.House {
    var reference: FHIR.Reference { FHIR.Reference(to: Exchange.address(id).text, display: name) }

    var organization: FHIR.Organization {
        var organization = FHIR.Organization()
        organization.id = FHIR.ResourceID(checked: "\(id)")
        organization.name = name
        organization.telecom = Exchange.phone(phone)
        return organization
    }
}
