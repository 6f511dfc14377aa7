/// What a patient agreed to.
///
/// - Source: R4, http://hl7.org/fhir/R4/consent.html
package struct Consent: ResourceContent {
    package static let type: StaticString = "Consent"

    package var head = Head()
    package var extras = Extras()
    package var identifier = [Identifier]()
    package var status: ConsentState?
    package var scope: CodeableConcept?
    package var category = [CodeableConcept]()
    package var patient: Reference?
    package var dateTime: DateTime?
    package var performer = [Reference]()
    package var organization = [Reference]()
    package var source: Source?
    package var policy = [Policy]()
    package var policyRule: CodeableConcept?
    package var verification = [Verification]()
    package var provision: Provision?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.head(&head, of: Consent.self)
        walker.parts("identifier", &identifier)
        walker.value("status", &status, .required)
        walker.part("scope", &scope, .required)
        walker.parts("category", &category, .required)
        walker.part("patient", &patient)
        walker.value("dateTime", &dateTime)
        walker.parts("performer", &performer)
        walker.parts("organization", &organization)
        Source.walk(&source, &walker)
        walker.parts("policy", &policy)
        walker.part("policyRule", &policyRule)
        walker.parts("verification", &verification)
        walker.part("provision", &provision)
        walker.rule("ppc-1", !policy.isEmpty || policyRule != nil, "a policy or a policy rule")
    }
}
