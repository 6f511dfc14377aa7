/// Checks that what must be there is there, and that elements agree with each other.
struct ResourceChecker: Walker, ResourceVisitor {
    private(set) var issues = [Issue]()
    private var path = IssuePath()
    private var extras = Extras()

    mutating func check(_ resource: Resource) { resource.show(to: &self) }

    mutating func visit<R: ResourceContent>(_ content: R) {
        let isRoot = path.isEmpty
        if isRoot { path.push(R.type) }
        within(content)
        if isRoot { path.pop() }
    }

    mutating func value<P: Primitive>(_ name: StaticString, _ value: inout P?, _ need: Need) {
        if need == .required, value == nil, extras.sibling(of: name) == nil { missing(name) }
    }

    mutating func values<P: Primitive>(_ name: StaticString, _ values: inout [P], _ need: Need) {
        if need == .required, values.isEmpty, extras.sibling(of: name) == nil { missing(name) }
    }

    mutating func part<E: Element>(_ name: StaticString, _ part: inout E?, _ need: Need) {
        guard let part else { return need == .required ? missing(name) : () }
        path.push(name)
        within(part)
        path.pop()
    }

    mutating func parts<E: Element>(_ name: StaticString, _ parts: inout [E], _ need: Need) {
        if need == .required, parts.isEmpty { return missing(name) }
        path.push(name)
        for (position, part) in parts.enumerated() {
            path.push(item: position)
            within(part)
            path.pop()
        }
        path.pop()
    }

    mutating func verbatim(_ name: StaticString, _ value: inout JSONValue?) {}

    mutating func resource(_ name: StaticString, _ resource: inout Resource?) {
        guard let resource else { return }
        path.push(name)
        resource.show(to: &self)
        path.pop()
    }

    mutating func resources(_ name: StaticString, _ resources: inout [Resource]) {
        path.push(name)
        for (position, resource) in resources.enumerated() {
            path.push(item: position)
            resource.show(to: &self)
            path.pop()
        }
        path.pop()
    }

    mutating func head<R: ResourceContent>(_ head: inout Head, of resource: R.Type) {
        head.walk(&self, of: resource)
    }

    mutating func isThereTwice(_ name: StaticString) {}

    mutating func rule(_ key: StaticString, _ isKept: @autoclosure () -> Bool, _ words: StaticString) {
        if !isKept() { report(.invariant, "\(key): \(words)", at: path.text) }
    }

    mutating func needs(_ name: StaticString, _ isThere: @autoclosure () -> Bool) {
        if !isThere() { missing(name) }
    }
}

extension ResourceChecker {
    private mutating func within<E: Element>(_ element: E) {
        var element = element
        let outer = extras
        extras = element.extras
        element.walk(&self)
        extras = outer
    }

    private mutating func missing(_ name: StaticString) {
        report(.required, "it must be there", at: path.text(with: "\(name)"))
    }

    private mutating func report(_ code: IssueType, _ words: String, at place: String) {
        guard issues.count < ResourceReader.mostIssues else { return }
        issues.append(Issue(code, words, at: place))
    }
}
