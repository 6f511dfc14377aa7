/// How a person points something out: by what it is called.
enum Finder: Sendable, CustomStringConvertible {
    case css(String)
    /// A link or a button with these words on it.
    case words(String)
    /// A field with this label.
    case field(String)

    var description: String {
        switch self {
        case .css(let selector): selector
        case .words(let words): "a link or button “\(words)”"
        case .field(let label): "a field “\(label)”"
        }
    }

    fileprivate var query: JSON {
        switch self {
        case .css(let selector): ["using": "css selector", "value": .text(selector)]
        case .words(let words): ["using": "xpath", "value": .text(Self.clickable(words))]
        case .field(let label): ["using": "xpath", "value": .text(Self.labelled(label))]
        }
    }

    private static func clickable(_ words: String) -> String {
        let kinds = "self::a or self::button or self::summary or @role='button' or @role='link'"
        let isCalled = "contains(normalize-space(.), \(quoted(words))) or contains(@aria-label, \(quoted(words)))"
        return "//*[\(kinds)][\(isCalled)]"
    }

    private static func labelled(_ label: String) -> String {
        let fields = "*[self::input or self::textarea or self::select]"
        let labels = "//label[contains(normalize-space(.), \(quoted(label)))]"
        return "//\(fields)[@id = \(labels)/@for] | \(labels)//\(fields) | "
            + "//\(fields)[contains(@aria-label, \(quoted(label)))]"
    }

    /// XPath knows no escapes; none of our words holds a straight double quote.
    private static func quoted(_ words: String) -> String { "\"\(words)\"" }
}

extension Browser {
    /// Everything that fits and can be seen, at this moment.
    func all(_ finder: Finder) async throws -> [Element] {
        var shown: [Element] = []
        for found in try await send("POST", "/elements", finder.query).list {
            guard let id = found[Element.key].text else { continue }
            let element = Element(browser: self, id: id)
            if try await element.isShown { shown.append(element) }
        }
        return shown
    }

    /// The first that fits and can be seen; waits for it.
    func first(_ finder: Finder) async throws -> Element {
        let deadline = ContinuousClock.now + .seconds(5)
        repeat {
            // A page that is being replaced has no elements yet.
            if let element = try? await all(finder).first { return element }
            try await Task.sleep(for: .milliseconds(50))
        } while ContinuousClock.now < deadline
        throw BrowserTrouble("no \(finder) at \(try await address), titled “\(try await title)”")
    }

    func press(_ words: String) async throws { try await first(.words(words)).click() }

    /// Presses whichever of these the page offers.
    func press(oneOf words: [String]) async throws {
        var offered: Element?
        _ = try await eventually {
            for word in words where offered == nil { offered = try await all(.words(word)).first }
            return offered != nil
        }
        guard let offered else { throw BrowserTrouble("none of \(words) on \(try await whatIsHere())") }
        try await offered.click()
    }

    func fill(_ label: String, with text: String) async throws {
        let field = try await first(.field(label))
        try await field.clear()
        try await field.type(text)
    }
}
