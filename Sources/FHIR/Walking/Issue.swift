/// One thing that is wrong with a resource, and where.
package struct Issue: Hashable, Sendable {
    package var severity: IssueSeverity
    package var code: IssueType
    package var words: String
    /// - Shape: such as `Patient.name[0].given[0]`; empty for the whole of it
    package var path: String

    package init(_ code: IssueType, _ words: String, at path: String, _ severity: IssueSeverity = .error) {
        self.severity = severity
        self.code = code
        self.words = words
        self.path = path
    }

    init(_ failure: JSONFailure) {
        let code: IssueType =
            switch failure.reason {
            case .tooLarge, .tooDeep: .tooLong
            default: .structure
            }
        self.init(code, "\(failure.reason.rawValue) (byte \(failure.offset))", at: failure.path)
    }
}

/// Why a resource was not taken.
package struct ResourceRefused: Error, Hashable, Sendable {
    package let issues: [Issue]
}

extension OperationOutcome {
    package init(_ issues: [FHIR.Issue]) {
        self.init()
        issue = issues.map { issue in
            var line = OperationOutcome.Issue()
            line.severity = issue.severity
            line.code = issue.code
            line.diagnostics = issue.words
            line.expression = issue.path.isEmpty ? [] : [issue.path]
            return line
        }
    }
}
