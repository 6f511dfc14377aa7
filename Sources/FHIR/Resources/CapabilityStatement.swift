/// What a server can do.
///
/// - Source: R4, http://hl7.org/fhir/R4/capabilitystatement.html
package struct CapabilityStatement: ResourceContent {
    package static let type: StaticString = "CapabilityStatement"

    package var head = Head()
    package var extras = Extras()
    package var url: URI?
    package var version: String?
    package var name: String?
    package var title: String?
    package var status: PublicationStatus?
    package var experimental: Bool?
    package var date: DateTime?
    package var publisher: String?
    package var contact: JSONValue?
    package var description: String?
    package var useContext: JSONValue?
    package var jurisdiction = [CodeableConcept]()
    package var purpose: String?
    package var copyright: String?
    package var kind: CapabilityStatementKind?
    package var instantiates = [URI]()
    package var imports = [URI]()
    package var software: Software?
    package var implementation: Implementation?
    package var fhirVersion: FHIRVersion?
    package var format = [Code]()
    package var patchFormat = [Code]()
    package var implementationGuide = [URI]()
    package var rest = [Rest]()
    package var messaging: JSONValue?
    package var document: JSONValue?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.head(&head, of: CapabilityStatement.self)
        walker.value("url", &url)
        walker.value("version", &version)
        walker.value("name", &name)
        walker.value("title", &title)
        walker.value("status", &status, .required)
        walker.value("experimental", &experimental)
        walker.value("date", &date, .required)
        walker.value("publisher", &publisher)
        walker.verbatim("contact", &contact)
        walker.value("description", &description)
        walker.verbatim("useContext", &useContext)
        walker.parts("jurisdiction", &jurisdiction)
        walker.value("purpose", &purpose)
        walker.value("copyright", &copyright)
        walker.value("kind", &kind, .required)
        walker.values("instantiates", &instantiates)
        walker.values("imports", &imports)
        walker.part("software", &software)
        walker.part("implementation", &implementation)
        walker.value("fhirVersion", &fhirVersion, .required)
        walker.values("format", &format, .required)
        walker.values("patchFormat", &patchFormat)
        walker.values("implementationGuide", &implementationGuide)
        walker.parts("rest", &rest)
        walker.verbatim("messaging", &messaging)
        walker.verbatim("document", &document)
        walker.rule("cpb-1", !rest.isEmpty || messaging != nil || document != nil, "at least one way to talk to it")
        walker.rule(
            "cpb-2", description != nil || software != nil || implementation != nil,
            "a description, its software or where it runs")
    }
}
