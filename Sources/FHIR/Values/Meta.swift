/// What is known of a resource as a resource: version, time, profiles, labels.
///
/// - Source: R4, http://hl7.org/fhir/R4/resource.html#Meta
package struct Meta: Element {
    package var extras = Extras()
    package var versionId: ResourceID?
    package var lastUpdated: Instant?
    package var source: URI?
    package var profile = [URI]()
    package var security = [Coding]()
    package var tag = [Coding]()

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.value("versionId", &versionId)
        walker.value("lastUpdated", &lastUpdated)
        walker.value("source", &source)
        walker.values("profile", &profile)
        walker.parts("security", &security)
        walker.parts("tag", &tag)
    }
}
