/// One thing on the page.
struct Element: Sendable {
    let browser: Browser
    let id: String

    static let key = "element-6066-11e4-a52e-4f735466cecf"

    func click() async throws { try await post("click") }
    func clear() async throws { try await post("clear") }
    func type(_ text: String) async throws { try await post("value", ["text": .text(text)]) }

    var text: String { get async throws { try await get("text").text ?? "" } }
    var isShown: Bool { get async throws { try await get("displayed").isTrue } }
    /// The name that a screen reader says.
    var label: String { get async throws { try await get("computedlabel").text?.evened ?? "" } }
    var role: String { get async throws { try await get("computedrole").text ?? "" } }
    /// As the browser understands it: an address is whole.
    func property(_ name: String) async throws -> String? { try await get("property/\(name)").text }
    func attribute(_ name: String) async throws -> String? { try await get("attribute/\(name)").text }

    private func get(_ what: String) async throws -> JSON {
        try await browser.send("GET", "/element/\(id)/\(what)")
    }

    private func post(_ what: String, _ body: JSON = [:]) async throws {
        try await browser.send("POST", "/element/\(id)/\(what)", body)
    }
}
