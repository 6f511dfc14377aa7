/// What is done with an element that R4 does not know.
///
/// - Source: `Prefer: handling=strict` and `handling=lenient` of FHIR R4, http.html
package enum Handling: Sendable {
    case strict
    /// It is left out, and a warning says so.
    case lenient
}

/// Reads the elements of a resource from a document, and keeps what was wrong.
struct ResourceReader: Walker {
    /// - Source: our own proposal; who sends more mistakes learns no more from them
    static let mostIssues = 100

    private let handling: Handling
    private(set) var issues = [Issue]()
    private(set) var hasErrors = false
    var path = IssuePath()
    private(set) var members: ElementMembers
    var extras = Extras()

    init(_ document: JSONDocument, _ handling: Handling) {
        members = ElementMembers(document)
        self.handling = handling
    }

    var document: JSONDocument { members.document }

    /// - Returns: nothing when there is no resource in it that could be told apart
    mutating func read() -> Resource? { resource(at: 0) }

    mutating func value<P: Primitive>(_ name: StaticString, _ value: inout P?, _ need: Need) {
        let slot = take(name)
        if let slot {
            value = primitive(slot)
            if value == nil { explain(slot, P.self, name) }
        }
        let sibling = members.hasSiblings ? takeSibling(of: name) : nil
        if let sibling { keep(sibling: sibling, of: name) }
        if need == .required, slot == nil, sibling == nil { missing(name) }
    }

    mutating func values<P: Primitive>(_ name: StaticString, _ values: inout [P], _ need: Need) {
        path.push(name)
        let own = take(name).map { items($0) } ?? []
        let siblings = members.hasSiblings ? takeSibling(of: name) : nil
        let beside = siblings.map { members.kind(of: $0) == .array ? document.children(of: $0) : [] } ?? []
        for (position, slot) in own.enumerated() {
            path.push(item: position)
            if members.kind(of: slot) == .null, position < beside.count, isSaid(of: beside[position]) {
                path.pop()
                continue
            }
            if let value: P = primitive(slot) { values.append(value) } else { explain(slot, P.self) }
            path.pop()
        }
        if let siblings { keep(siblings: siblings, beside, own, of: name) }
        path.pop()
        if need == .required, own.isEmpty, beside.isEmpty { missing(name) }
    }

    mutating func part<E: Element>(_ name: StaticString, _ part: inout E?, _ need: Need) {
        guard let slot = take(name) else { return need == .required ? missing(name) : () }
        path.push(name)
        part = element(slot)
        path.pop()
    }

    mutating func parts<E: Element>(_ name: StaticString, _ parts: inout [E], _ need: Need) {
        guard let slot = take(name) else { return need == .required ? missing(name) : () }
        path.push(name)
        each(of: slot) { reader, item in
            if let part: E = reader.element(item) { parts.append(part) }
        }
        path.pop()
    }

    mutating func verbatim(_ name: StaticString, _ value: inout JSONValue?) {
        guard let slot = take(name) else { return }
        path.push(name)
        value = piece(slot)
        path.pop()
    }

    mutating func resource(_ name: StaticString, _ resource: inout Resource?) {
        guard let slot = take(name) else { return }
        path.push(name)
        resource = self.resource(at: slot)
        path.pop()
    }

    mutating func resources(_ name: StaticString, _ resources: inout [Resource]) {
        guard let slot = take(name) else { return }
        path.push(name)
        each(of: slot) { reader, item in
            if let resource = reader.resource(at: item) { resources.append(resource) }
        }
        path.pop()
    }

    mutating func head<R: ResourceContent>(_ head: inout Head, of resource: R.Type) {
        _ = take("resourceType")
        head.walk(&self, of: resource)
        if R.hasNarrative { keepExtensions() }
    }

    mutating func isThereTwice(_ name: StaticString) {
        report(.structure, "only one of its types may be there", at: path.text(with: "\(name)"))
    }

    func mayHold(_ name: StaticString) -> Bool { members.hold(name) }

    /// Rules come after the elements they speak of; what could not be read would break them for nothing.
    mutating func rule(_ key: StaticString, _ isKept: @autoclosure () -> Bool, _ words: StaticString) {
        if !hasErrors, !isKept() { report(.invariant, "\(key): \(words)") }
    }

    mutating func needs(_ name: StaticString, _ isThere: @autoclosure () -> Bool) {
        if !hasErrors, !isThere() { missing(name) }
    }
}

extension ResourceReader {
    mutating func content<R: ResourceContent>(at slot: Int) -> R {
        var content = R()
        let isRoot = path.isEmpty
        if isRoot { path.push(R.type) }
        let outer = open(slot)
        content.walk(&self)
        content.extras = close(to: outer)
        if isRoot { path.pop() }
        return content
    }

    private mutating func resource(at slot: Int) -> Resource? {
        guard members.kind(of: slot) == .object else { return refused(.structure, "an object is expected") }
        guard let type = type(of: slot) else { return refused(.required, "resourceType is missing") }
        return Resource(type, at: slot, &self) ?? other(type, slot)
    }

    private func type(of slot: Int) -> String? {
        var name = slot + 1
        while name < document.after(slot) {
            if document.slots[name + 1].kind == .text, document.text(at: name) == "resourceType" {
                return document.text(at: name + 1)
            }
            name = document.after(name + 1)
        }
        return nil
    }

    private mutating func other(_ type: String, _ slot: Int) -> Resource? {
        guard let kind = OtherResource.Kind(type) else { return refused(.invalid, "there is no such resource in R4") }
        guard let content = piece(slot) else { return nil }
        if let id = content["id"], id.text.flatMap(ResourceID.init(reading:)) == nil {
            report(.value, ResourceID.expected, at: path.text(with: "id"))
        }
        return .other(OtherResource(kind, content))
    }

    private mutating func element<E: Element>(_ slot: Int) -> E? {
        guard members.kind(of: slot) == .object else { return refused(.structure, "an object is expected") }
        var element = E()
        let outer = open(slot)
        keepID()
        keepExtensions()
        element.walk(&self)
        let areLeft = members.areLeft
        element.extras = close(to: outer)
        return areLeft && element == E() ? refused(.structure, "nothing in it is known") : element
    }

    /// What is gone on with when an element has been read.
    private struct Outer {
        let members: ElementMembers.Outer
        let extras: Extras
    }

    private mutating func open(_ slot: Int) -> Outer {
        let outer = Outer(members: members.opened(slot), extras: extras)
        extras = Extras()
        if members.isEmpty { report(.structure, "an object may not be empty") }
        return outer
    }

    /// - Returns: what the element carried beside its own elements
    private mutating func close(to outer: Outer) -> Extras {
        for name in members.left { leave(out: name) }
        members.close(to: outer.members)
        defer { extras = outer.extras }
        return extras
    }

    private mutating func leave(out name: String) {
        let path = path.text(with: name)
        if name == "modifierExtension" {
            report(.extension, "it changes the meaning in a way that is not known here", at: path)
        } else {
            report(.structure, "R4 does not know this element", at: path, handling == .strict ? .error : .warning)
        }
    }

    private mutating func each(of slot: Int, _ read: (inout ResourceReader, Int) -> Void) {
        guard members.kind(of: slot) == .array else { return report(.structure, "a list is expected") }
        var item = slot + 1
        var position = 0
        while item < document.after(slot) {
            path.push(item: position)
            read(&self, item)
            path.pop()
            item = document.after(item)
            position += 1
        }
        if position == 0 { report(.structure, "a list may not be empty") }
    }

    mutating func items(_ slot: Int) -> [Int] {
        guard members.kind(of: slot) == .array else { return refused(.structure, "a list is expected") ?? [] }
        let items = document.children(of: slot)
        return items.isEmpty ? refused(.structure, "a list may not be empty") ?? [] : items
    }

    func primitive<P: Primitive>(_ slot: Int) -> P? {
        members.kind(of: slot).form == P.form ? P(reading: document.text(at: slot)) : nil
    }

    mutating func explain<P: Primitive>(_ slot: Int, _ type: P.Type, _ name: StaticString? = nil) {
        if let name { path.push(name) }
        let kind = members.kind(of: slot)
        if kind.form == P.form {
            report(P.issue, P.expected)
        } else {
            report(kind == .null ? .structure : .value, "\(P.form.rawValue) is expected")
        }
        if name != nil { path.pop() }
    }

    mutating func take(_ name: StaticString) -> Int? { members.take(name, .itself) }
    private mutating func takeSibling(of name: StaticString) -> Int? { members.take(name, .sibling) }
}

extension ResourceReader {
    mutating func refused<Value>(_ code: IssueType, _ words: String) -> Value? {
        report(code, words)
        return nil
    }

    private mutating func missing(_ name: StaticString) {
        report(.required, "it must be there", at: path.text(with: "\(name)"))
    }

    mutating func report(
        _ code: IssueType, _ words: String, at place: String? = nil, _ severity: IssueSeverity = .error
    ) {
        if severity == .error { hasErrors = true }
        guard issues.count < ResourceReader.mostIssues else { return }
        issues.append(Issue(code, words, at: place ?? path.text, severity))
    }
}
