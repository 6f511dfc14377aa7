/// What went well or wrong, told to a system.
///
/// - Source: R4, http://hl7.org/fhir/R4/operationoutcome.html
package struct OperationOutcome: ResourceContent {
    package static let type: StaticString = "OperationOutcome"

    package var head = Head()
    package var extras = Extras()
    package var issue = [Issue]()

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.head(&head, of: OperationOutcome.self)
        walker.parts("issue", &issue, .required)
    }
}

extension OperationOutcome {
    /// One thing that went well or wrong.
    package struct Issue: Element {
        package var extras = Extras()
        package var severity: IssueSeverity?
        package var code: IssueType?
        package var details: CodeableConcept?
        package var diagnostics: String?
        package var location = [String]()
        package var expression = [String]()

        package init() {}

        package mutating func walk(_ walker: inout some Walker) {
            walker.value("severity", &severity, .required)
            walker.value("code", &code, .required)
            walker.part("details", &details)
            walker.value("diagnostics", &diagnostics)
            walker.values("location", &location)
            walker.values("expression", &expression)
        }
    }
}
