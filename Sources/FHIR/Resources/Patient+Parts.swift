extension Patient {
    /// Somebody to reach on behalf of it.
    package struct Contact: Element {
        package var extras = Extras()
        package var relationship = [CodeableConcept]()
        package var name: HumanName?
        package var telecom = [ContactPoint]()
        package var address: Address?
        package var gender: AdministrativeGender?
        package var organization: Reference?
        package var period: Period?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.parts("relationship", &relationship)
            walker.part("name", &name)
            walker.parts("telecom", &telecom)
            walker.part("address", &address)
            walker.value("gender", &gender)
            walker.part("organization", &organization)
            walker.part("period", &period)
            walker.rule(
                "pat-1", name != nil || !telecom.isEmpty || address != nil || organization != nil,
                "a name, a way to reach them, an address or an organisation")
        }
    }
}

extension Patient {
    /// A language in which to talk with the patient.
    package struct Language: Element {
        package var extras = Extras()
        package var language: CodeableConcept?
        package var preferred: Bool?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.part("language", &language, .required)
            walker.value("preferred", &preferred)
        }
    }
}

extension Patient {
    /// Another address or record of the same.
    package struct Link: Element {
        package var extras = Extras()
        package var other: Reference?
        package var type: PatientLinkType?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.part("other", &other, .required)
            walker.value("type", &type, .required)
        }
    }
}
