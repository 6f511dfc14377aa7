extension AuditEvent {
    /// Who took part in it.
    package struct Agent: Element {
        package var extras = Extras()
        package var type: CodeableConcept?
        package var role = [CodeableConcept]()
        package var who: Reference?
        package var altId: String?
        package var name: String?
        package var requestor: Bool?
        package var location: Reference?
        package var policy = [URI]()
        package var media: Coding?
        package var network: Network?
        package var purposeOfUse = [CodeableConcept]()

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.part("type", &type)
            walker.parts("role", &role)
            walker.part("who", &who)
            walker.value("altId", &altId)
            walker.value("name", &name)
            walker.value("requestor", &requestor, .required)
            walker.part("location", &location)
            walker.values("policy", &policy)
            walker.part("media", &media)
            walker.part("network", &network)
            walker.parts("purposeOfUse", &purposeOfUse)
        }
    }
}

extension AuditEvent {
    /// Which system tells it.
    package struct Source: Element {
        package var extras = Extras()
        package var site: String?
        package var observer: Reference?
        package var type = [Coding]()

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("site", &site)
            walker.part("observer", &observer, .required)
            walker.parts("type", &type)
        }
    }
}

extension AuditEvent {
    /// What it was about.
    package struct Entity: Element {
        package var extras = Extras()
        package var what: Reference?
        package var type: Coding?
        package var role: Coding?
        package var lifecycle: Coding?
        package var securityLabel = [Coding]()
        package var name: String?
        package var description: String?
        package var query: Base64?
        package var detail = [Detail]()

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.part("what", &what)
            walker.part("type", &type)
            walker.part("role", &role)
            walker.part("lifecycle", &lifecycle)
            walker.parts("securityLabel", &securityLabel)
            walker.value("name", &name)
            walker.value("description", &description)
            walker.value("query", &query)
            walker.parts("detail", &detail)
            walker.rule("sev-1", name == nil || query == nil, "a name or a query, not both")
        }
    }
}

extension AuditEvent.Agent {
    /// From where on the network.
    package struct Network: Element {
        package var extras = Extras()
        package var address: String?
        package var type: NetworkType?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("address", &address)
            walker.value("type", &type)
        }
    }
}

extension AuditEvent.Entity {
    /// Something more of it.
    package struct Detail: Element {
        package var extras = Extras()
        package var type: String?
        package var value: Value?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("type", &type, .required)
            Value.walk(&value, &walker)
            walker.needs("value[x]", value != nil)
        }
    }
}
