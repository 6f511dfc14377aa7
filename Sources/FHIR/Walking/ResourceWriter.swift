/// Writes the elements of a resource in FHIR's order, and nothing that is empty.
struct ResourceWriter: Walker, ResourceVisitor {
    private(set) var json: JSONWriter
    private var extras = Extras()

    init(reserving count: Int) { json = JSONWriter(reserving: count) }

    mutating func write(_ resource: Resource) {
        if let other = resource.other { return json.value(other.content) }
        resource.show(to: &self)
    }

    mutating func visit<R: ResourceContent>(_ content: R) {
        var content = content
        let outer = open(content.extras)
        content.walk(&self)
        close(to: outer)
    }

    mutating func value<P: Primitive>(_ name: StaticString, _ value: inout P?, _ need: Need) {
        if let value, !value.written.isEmpty {
            json.name(name)
            primitive(value)
        }
        sibling(of: name)
    }

    mutating func values<P: Primitive>(_ name: StaticString, _ values: inout [P], _ need: Need) {
        if let kept = keptWithGaps(name, values) {
            json.name(name)
            json.value(kept)
        } else if !values.isEmpty {
            list(name, values) { writer, value in
                guard !value.written.isEmpty else { return }
                writer.json.separate()
                writer.primitive(value)
            }
        }
        sibling(of: name)
    }

    mutating func part<E: Element>(_ name: StaticString, _ part: inout E?, _ need: Need) {
        guard let part else { return }
        let mark = json.mark
        json.name(name)
        if !element(part) { json.takeBack(to: mark) }
    }

    mutating func parts<E: Element>(_ name: StaticString, _ parts: inout [E], _ need: Need) {
        list(name, parts) { writer, part in
            let mark = writer.json.mark
            writer.json.separate()
            if !writer.element(part) { writer.json.takeBack(to: mark) }
        }
    }

    mutating func verbatim(_ name: StaticString, _ value: inout JSONValue?) {
        guard let value, !value.isEmpty else { return }
        json.name(name)
        json.value(value)
    }

    mutating func resource(_ name: StaticString, _ resource: inout Resource?) {
        guard let resource else { return }
        json.name(name)
        write(resource)
    }

    mutating func resources(_ name: StaticString, _ resources: inout [Resource]) {
        list(name, resources) { writer, resource in
            writer.json.separate()
            writer.write(resource)
        }
    }

    mutating func head<R: ResourceContent>(_ head: inout Head, of resource: R.Type) {
        json.name("resourceType")
        json.text("\(R.type)")
        head.walk(&self, of: resource)
        member("extension")
    }

    mutating func isThereTwice(_ name: StaticString) {}
    mutating func rule(_ key: StaticString, _ isKept: @autoclosure () -> Bool, _ words: StaticString) {}
    mutating func needs(_ name: StaticString, _ isThere: @autoclosure () -> Bool) {}
}

extension ResourceWriter {
    /// - Returns: false when there was nothing to write
    private mutating func element<E: Element>(_ element: E) -> Bool {
        var element = element
        let start = json.mark
        let outer = open(element.extras)
        if !extras.isEmpty {
            member("id")
            member("extension")
        }
        element.walk(&self)
        close(to: outer)
        return json.mark > start + 2
    }

    private mutating func open(_ extras: Extras) -> Extras {
        let outer = self.extras
        self.extras = extras
        json.open(UInt8(ascii: "{"))
        return outer
    }

    private mutating func close(to outer: Extras) {
        json.close(UInt8(ascii: "}"))
        extras = outer
    }

    private mutating func list<Item>(
        _ name: StaticString, _ items: [Item], _ write: (inout ResourceWriter, Item) -> Void
    ) {
        guard !items.isEmpty else { return }
        let mark = json.mark
        json.name(name)
        json.open(UInt8(ascii: "["))
        let start = json.mark
        for item in items { write(&self, item) }
        if json.mark == start { return json.takeBack(to: mark) }
        json.close(UInt8(ascii: "]"))
    }

    private mutating func primitive<P: Primitive>(_ value: P) {
        if P.form == .text { json.text(value.written) } else { json.raw(value.written) }
    }

    private mutating func sibling(of name: StaticString) {
        guard !extras.isEmpty else { return }
        member("_\(name)")
    }

    private mutating func member(_ name: String) {
        guard let value = extras[name], !value.isEmpty else { return }
        json.name(name)
        json.value(value)
    }

    /// A list with gaps is written as it came, as long as nobody changed what was in it.
    private func keptWithGaps<P: Primitive>(_ name: StaticString, _ values: [P]) -> JSONValue? {
        guard !extras.isEmpty, let kept = extras["\(name)"] else { return nil }
        let texts = kept.items.compactMap { item in
            switch item {
            case .text(let text), .number(let text): text
            default: String?.none
            }
        }
        return texts == values.map(\.written) ? kept : nil
    }
}
