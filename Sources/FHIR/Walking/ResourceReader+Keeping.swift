/// What is kept as it came.
extension ResourceReader {
    mutating func keepID() {
        guard let slot = take("id") else { return }
        path.push("id")
        let id: String? = primitive(slot)
        if id == nil { explain(slot, String.self) }
        extras["id"] = id.map { .text($0) }
        path.pop()
    }

    mutating func keepExtensions() {
        guard let slot = take("extension") else { return }
        path.push("extension")
        extras["extension"] = extensions(slot)
        path.pop()
    }

    private mutating func extensions(_ slot: Int) -> JSONValue? {
        var kept = [JSONValue]()
        for (position, item) in items(slot).enumerated() {
            path.push(item: position)
            if let value = piece(item) {
                if !Extension(value).isWhole { report(.invariant, "ext-1: a url, and a value or extensions") }
                kept.append(value)
            }
            path.pop()
        }
        return .array(kept)
    }

    mutating func keep(sibling slot: Int, of name: StaticString) {
        path.push(name)
        if isSaid(of: slot) {
            extras["_\(name)"] = piece(slot)
        } else {
            report(.structure, "only an id or extensions may stand beside it")
        }
        path.pop()
    }

    mutating func keep(siblings slot: Int, _ siblings: [Int], _ own: [Int], of name: StaticString) {
        let isFitting =
            !siblings.isEmpty && (own.isEmpty || own.count == siblings.count)
            && siblings.allSatisfy { members.kind(of: $0) == .null || isSaid(of: $0) }
        guard isFitting else { return report(.structure, "what stands beside a list is as long as the list") }
        extras["_\(name)"] = document.value(at: slot)
        guard own.contains(where: { members.kind(of: $0) == .null }) else { return }
        extras["\(name)"] = .array(own.map { document.value(at: $0) })
    }

    /// An object with only an id and extensions.
    func isSaid(of slot: Int) -> Bool {
        guard members.kind(of: slot) == .object else { return false }
        let members = document.value(at: slot).members
        return !members.isEmpty
            && members.allSatisfy { member in
                switch member.name {
                case "id": member.value.text?.isEmpty == false
                case "extension": !member.value.isEmpty && member.value.items.map(Extension.init).allSatisfy(\.isWhole)
                default: false
                }
            }
    }

    mutating func piece(_ slot: Int) -> JSONValue? {
        let value = document.value(at: slot)
        if value.holdsNothing { return refused(.structure, "nothing may be empty or null") }
        if value.hasModifier { return refused(.extension, "it changes the meaning in a way that is not known here") }
        return value
    }
}
