/// Where a walker is; it becomes text only when there is something to tell.
struct IssuePath {
    private enum Step {
        case name(StaticString)
        case item(Int)
    }

    private var steps = [Step]()

    init() { steps.reserveCapacity(16) }

    var isEmpty: Bool { steps.isEmpty }

    mutating func push(_ name: StaticString) { steps.append(.name(name)) }
    mutating func push(item: Int) { steps.append(.item(item)) }
    mutating func pop() { _ = steps.popLast() }

    var text: String {
        var text = ""
        for step in steps {
            switch step {
            case .name(let name): text += text.isEmpty ? "\(name)" : ".\(name)"
            case .item(let item): text += "[\(item)]"
            }
        }
        return text
    }

    func text(with name: String) -> String {
        let text = text
        return text.isEmpty ? name : "\(text).\(name)"
    }
}
