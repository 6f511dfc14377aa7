/// A piece of JSON as it came: numbers keep their text, members their order.
package enum JSONValue: Hashable, Sendable {
    package struct Member: Hashable, Sendable {
        package var name: String
        package var value: JSONValue

        package init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    case object([Member])
    case array([JSONValue])
    case text(String)
    case number(String)
    case truth(Bool)
    case null

    package subscript(_ name: String) -> JSONValue? { members.first { $0.name == name }?.value }

    package var members: [Member] {
        guard case .object(let members) = self else { return [] }
        return members
    }

    package var items: [JSONValue] {
        guard case .array(let items) = self else { return [] }
        return items
    }

    package var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// What FHIR does not allow to be written: nothing, or something that holds nothing.
    var isEmpty: Bool {
        switch self {
        case .object(let members): members.isEmpty
        case .array(let items): items.isEmpty
        case .text(let text): text.isEmpty
        case .null: true
        case .number, .truth: false
        }
    }
}

extension JSONValue {
    /// Whether somewhere in it something is null or empty.
    ///
    /// In a list of primitives null keeps the place of what is told in the list beside it.
    ///
    /// - Source: R4, json.html
    var holdsNothing: Bool {
        switch self {
        case .object(let members): members.isEmpty || members.contains { holdsNothing($0) }
        case .array(let items): items.isEmpty || items.contains(where: \.holdsNothing)
        default: isEmpty
        }
    }

    private func holdsNothing(_ member: Member) -> Bool {
        let items = member.value.items
        guard items.contains(.null) else { return member.value.holdsNothing }
        let beside = self[member.name.first == "_" ? String(member.name.dropFirst()) : "_\(member.name)"]?.items ?? []
        guard beside.count == items.count else { return true }
        return zip(items, beside).contains { item, other in
            item == .null ? other == .null : item.holdsNothing
        }
    }

    /// Whether somewhere in it something says that it means something else.
    var hasModifier: Bool {
        switch self {
        case .object(let members): members.contains { $0.name == "modifierExtension" || $0.value.hasModifier }
        case .array(let items): items.contains(where: \.hasModifier)
        default: false
        }
    }
}
