/// A part of a resource: it tells its elements once, in FHIR's order.
package protocol Element: Hashable, Sendable {
    init()
    var extras: Extras { get set }
    mutating func walk(_ walker: inout some Walker)
}

extension Element {
    package var extensions: [Extension] {
        get { extras.extensions }
        set { extras.extensions = newValue }
    }
}

/// What an element carries beside its own elements, as it came: its id, its extensions, and the siblings with an
/// underscore that say something of a primitive.
package struct Extras: Hashable, Sendable {
    private(set) var members = [JSONValue.Member]()

    package init() {}

    package var isEmpty: Bool { members.isEmpty }

    package subscript(_ name: String) -> JSONValue? {
        get { members.isEmpty ? nil : members.first { $0.name == name }?.value }
        set {
            members.removeAll { $0.name == name }
            if let newValue { members.append(JSONValue.Member(name: name, value: newValue)) }
        }
    }

    /// What is said of a primitive, or of why it is not there.
    package func sibling(of name: StaticString) -> JSONValue? { members.isEmpty ? nil : self["_\(name)"] }

    package var extensions: [Extension] {
        get { self["extension"]?.items.map(Extension.init) ?? [] }
        set { self["extension"] = newValue.isEmpty ? nil : .array(newValue.map(\.content)) }
    }
}

/// An extension, kept as it came.
package struct Extension: Hashable, Sendable {
    package let content: JSONValue

    package init(_ content: JSONValue) { self.content = content }

    /// - Parameter type: the end of the name, such as `Code` in `valueCode`
    package init(url: String, value: JSONValue, as type: String) {
        content = .object([
            JSONValue.Member(name: "url", value: .text(url)), JSONValue.Member(name: "value\(type)", value: value),
        ])
    }

    package var url: String? { content["url"]?.text }
    package var value: JSONValue? { content.members.first { $0.name.hasPrefix("value") }?.value }

    /// - Source: R4, rule ext-1: either a value or extensions of its own
    var isWhole: Bool {
        let values = content.members.filter { $0.name.hasPrefix("value") || $0.name.hasPrefix("_value") }
        return url?.isEmpty == false && values.isEmpty != (content["extension"] == nil)
    }
}
