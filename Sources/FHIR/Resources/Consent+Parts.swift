extension Consent {
    /// Where the rules are written.
    package struct Policy: Element {
        package var extras = Extras()
        package var authority: URI?
        package var uri: URI?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("authority", &authority)
            walker.value("uri", &uri)
        }
    }
}

extension Consent {
    /// Who checked the consent, and when.
    package struct Verification: Element {
        package var extras = Extras()
        package var verified: Bool?
        package var verifiedWith: Reference?
        package var verificationDate: DateTime?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("verified", &verified, .required)
            walker.part("verifiedWith", &verifiedWith)
            walker.value("verificationDate", &verificationDate)
        }
    }
}

extension Consent {
    /// What is allowed or forbidden, to whom and for how long.
    package struct Provision: Element {
        package var extras = Extras()
        package var type: ConsentProvisionType?
        package var period: Period?
        package var actor = [Actor]()
        package var action = [CodeableConcept]()
        package var securityLabel = [Coding]()
        package var purpose = [Coding]()
        package var `class` = [Coding]()
        package var code = [CodeableConcept]()
        package var dataPeriod: Period?
        package var data = [DataItem]()
        package var provision = [Consent.Provision]()

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("type", &type)
            walker.part("period", &period)
            walker.parts("actor", &actor)
            walker.parts("action", &action)
            walker.parts("securityLabel", &securityLabel)
            walker.parts("purpose", &purpose)
            walker.parts("class", &`class`)
            walker.parts("code", &code)
            walker.part("dataPeriod", &dataPeriod)
            walker.parts("data", &data)
            walker.parts("provision", &provision)
        }
    }
}

extension Consent.Provision {
    /// To whom it applies.
    package struct Actor: Element {
        package var extras = Extras()
        package var role: CodeableConcept?
        package var reference: Reference?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.part("role", &role, .required)
            walker.part("reference", &reference, .required)
        }
    }
}

extension Consent.Provision {
    /// To which records it applies.
    package struct DataItem: Element {
        package var extras = Extras()
        package var meaning: ConsentDataMeaning?
        package var reference: Reference?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("meaning", &meaning, .required)
            walker.part("reference", &reference, .required)
        }
    }
}
