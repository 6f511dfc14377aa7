/// A value without parts, which checks its own form.
package protocol Primitive: Hashable, Sendable {
    static var form: PrimitiveForm { get }
    /// What an issue says when the form is not met.
    static var expected: String { get }
    static var issue: IssueType { get }
    init?(reading text: String)
    var written: String { get }
}

/// How JSON writes a primitive.
package enum PrimitiveForm: String, Sendable {
    case text = "a text"
    case number = "a number"
    case truth = "true or false"
}

extension Primitive {
    package static var form: PrimitiveForm { .text }
    package static var issue: IssueType { .value }
}

extension JSONDocument.Kind {
    var form: PrimitiveForm? {
        switch self {
        case .text: .text
        case .number: .number
        case .yes, .no: .truth
        case .object, .array, .null: nil
        }
    }
}

/// A primitive that is a text of a certain form.
package protocol TextPrimitive: Primitive, CustomStringConvertible {
    var text: String { get }
    init(checked text: String)
    static func isWellFormed(_ text: String) -> Bool
}

extension TextPrimitive {
    package init?(reading text: String) {
        guard Self.isWellFormed(text) else { return nil }
        self.init(checked: text)
    }

    /// For a text that may be of another form.
    package init?(_ text: String) { self.init(reading: text) }

    package var written: String { text }
    package var description: String { text }
}

/// One of the codes that R4 allows in a place: a required binding.
package protocol ValueSet: Primitive, RawRepresentable, CaseIterable where RawValue == String {}

extension ValueSet {
    package static var issue: IssueType { .codeInvalid }
    package static var expected: String { "one of \(allCases.map(\.rawValue).joined(separator: ", ")) is expected" }
    package init?(reading text: String) { self.init(rawValue: text) }
    package var written: String { rawValue }
}
