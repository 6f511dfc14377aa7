extension CapabilityStatement {
    /// Which software it is.
    package struct Software: Element {
        package var extras = Extras()
        package var name: String?
        package var version: String?
        package var releaseDate: DateTime?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("name", &name, .required)
            walker.value("version", &version)
            walker.value("releaseDate", &releaseDate)
        }
    }
}

extension CapabilityStatement {
    /// Where it runs.
    package struct Implementation: Element {
        package var extras = Extras()
        package var description: String?
        package var url: URI?
        package var custodian: Reference?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("description", &description, .required)
            walker.value("url", &url)
            walker.part("custodian", &custodian)
        }
    }
}

extension CapabilityStatement {
    /// What it does over HTTP.
    package struct Rest: Element {
        package var extras = Extras()
        package var mode: RestMode?
        package var documentation: String?
        package var security: Security?
        package var resource = [RestResource]()
        package var interaction = [SystemLine]()
        package var searchParam = [RestResource.SearchParameter]()
        package var operation = [RestResource.Operation]()
        package var compartment = [URI]()

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("mode", &mode, .required)
            walker.value("documentation", &documentation)
            walker.part("security", &security)
            walker.parts("resource", &resource)
            walker.parts("interaction", &interaction)
            walker.parts("searchParam", &searchParam)
            walker.parts("operation", &operation)
            walker.values("compartment", &compartment)
        }
    }
}

extension CapabilityStatement.Rest {
    /// How to get in.
    package struct Security: Element {
        package var extras = Extras()
        package var cors: Bool?
        package var service = [CodeableConcept]()
        package var description: String?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("cors", &cors)
            walker.parts("service", &service)
            walker.value("description", &description)
        }
    }
}

extension CapabilityStatement.Rest {
    /// What it does with one type of resource.
    package struct RestResource: Element {
        package var extras = Extras()
        package var type: Code?
        package var profile: URI?
        package var supportedProfile = [URI]()
        package var documentation: String?
        package var interaction = [Interaction]()
        package var versioning: VersioningPolicy?
        package var readHistory: Bool?
        package var updateCreate: Bool?
        package var conditionalCreate: Bool?
        package var conditionalRead: ConditionalRead?
        package var conditionalUpdate: Bool?
        package var conditionalDelete: ConditionalDelete?
        package var referencePolicy = [ReferencePolicy]()
        package var searchInclude = [String]()
        package var searchRevInclude = [String]()
        package var searchParam = [SearchParameter]()
        package var operation = [Operation]()

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("type", &type, .required)
            walker.value("profile", &profile)
            walker.values("supportedProfile", &supportedProfile)
            walker.value("documentation", &documentation)
            walker.parts("interaction", &interaction)
            walker.value("versioning", &versioning)
            walker.value("readHistory", &readHistory)
            walker.value("updateCreate", &updateCreate)
            walker.value("conditionalCreate", &conditionalCreate)
            walker.value("conditionalRead", &conditionalRead)
            walker.value("conditionalUpdate", &conditionalUpdate)
            walker.value("conditionalDelete", &conditionalDelete)
            walker.values("referencePolicy", &referencePolicy)
            walker.values("searchInclude", &searchInclude)
            walker.values("searchRevInclude", &searchRevInclude)
            walker.parts("searchParam", &searchParam)
            walker.parts("operation", &operation)
        }
    }
}

extension CapabilityStatement.Rest {
    /// One thing that can be asked of the whole system.
    package struct SystemLine: Element {
        package var extras = Extras()
        package var code: SystemInteraction?
        package var documentation: String?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("code", &code, .required)
            walker.value("documentation", &documentation)
        }
    }
}

extension CapabilityStatement.Rest.RestResource {
    /// One thing that can be asked.
    package struct Interaction: Element {
        package var extras = Extras()
        package var code: ResourceInteraction?
        package var documentation: String?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("code", &code, .required)
            walker.value("documentation", &documentation)
        }
    }
}

extension CapabilityStatement.Rest.RestResource {
    /// One thing that can be searched by.
    package struct SearchParameter: Element {
        package var extras = Extras()
        package var name: String?
        package var definition: URI?
        package var type: SearchParameterType?
        package var documentation: String?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("name", &name, .required)
            walker.value("definition", &definition)
            walker.value("type", &type, .required)
            walker.value("documentation", &documentation)
        }
    }
}

extension CapabilityStatement.Rest.RestResource {
    /// One operation that can be called.
    package struct Operation: Element {
        package var extras = Extras()
        package var name: String?
        package var definition: URI?
        package var documentation: String?

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("name", &name, .required)
            walker.value("definition", &definition, .required)
            walker.value("documentation", &documentation)
        }
    }
}
