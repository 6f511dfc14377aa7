import Foundation

/// One Chromium window, and what a person does in it.
struct Browser: Sendable {
    let driver: Chromedriver
    let session: String

    func open(_ address: String) async throws { try await send("POST", "/url", ["url": .text(address)]) }
    func back() async throws { try await send("POST", "/back", [:]) }
    func reload() async throws { try await send("POST", "/refresh", [:]) }

    var address: String { get async throws { try await send("GET", "/url").text ?? "" } }
    var title: String { get async throws { try await send("GET", "/title").text ?? "" } }
    var cookies: [JSON] { get async throws { try await send("GET", "/cookie").list } }

    /// What stands on the page for who can see, spaces evened out.
    var text: String {
        get async throws { try await first(.css("body")).text.evened }
    }

    /// The answer of the server to this page; 0 for a file.
    var status: Int {
        get async throws {
            let status = try await run("return performance.getEntriesByType('navigation')[0]?.responseStatus ?? 0")
            return Int(status.number ?? 0)
        }
    }

    /// Waits until these words stand on the page, capitals aside.
    func sees(_ words: String) async throws {
        let found = try await eventually { try await text.localizedCaseInsensitiveContains(words.evened) }
        guard found else { throw BrowserTrouble("“\(words)” is not on \(try await whatIsHere())") }
    }

    /// Waits until one of these stands on the page, and says which.
    func sees(oneOf words: [String]) async throws -> String {
        var seen: String?
        _ = try await eventually {
            let text = try await text
            seen = words.first { text.localizedCaseInsensitiveContains($0.evened) }
            return seen != nil
        }
        guard let seen else { throw BrowserTrouble("none of \(words) is on \(try await whatIsHere())") }
        return seen
    }

    /// Waits until these words are gone from the page.
    func doesNotSee(_ words: String) async throws {
        let gone = try await eventually { try await !text.localizedCaseInsensitiveContains(words.evened) }
        guard gone else { throw BrowserTrouble("“\(words)” is still on \(try await whatIsHere())") }
    }

    /// Waits until the address ends like this.
    func arrives(at path: String) async throws {
        let there = try await eventually { try await URL(string: address)?.path == path }
        guard there else { throw BrowserTrouble("not at \(path) but on \(try await whatIsHere())") }
    }

    @discardableResult
    func run(_ script: String, _ arguments: JSON = []) async throws -> JSON {
        try await send("POST", "/execute/sync", ["script": .text(script), "args": arguments])
    }

    /// A script that calls its last argument when it is ready.
    func runAndWait(_ script: String, _ arguments: JSON = []) async throws -> JSON {
        try await send("POST", "/execute/async", ["script": .text(script), "args": arguments])
    }

    @discardableResult
    func devtools(_ command: String, _ parameters: JSON = [:]) async throws -> JSON {
        try await send("POST", "/goog/cdp/execute", ["cmd": .text(command), "params": parameters])
    }

    /// What the console has complained about since the last time it was asked.
    func complaints() async throws -> [String] {
        try await send("POST", "/se/log", ["type": "browser"]).list
            .filter { ["SEVERE", "WARNING"].contains($0["level"].text) }
            .compactMap { $0["message"].text }
    }

    /// Nobody has ever been here.
    func forget() async throws {
        try await devtools("Network.clearBrowserCookies")
        try await devtools("Network.clearBrowserCache")
        try await open("about:blank")
    }

    @discardableResult
    func send(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> JSON {
        try await driver.send(method, session + path, body)
    }

    func whatIsHere() async throws -> String { "\(try await address): \(try await text.prefix(700))" }
}

/// Asks again until it is so, for at most five seconds; a page that is being replaced counts as "not yet".
func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
    let deadline = ContinuousClock.now + .seconds(5)
    var trouble: (any Error)?
    repeat {
        do {
            if try await condition() { return true }
            trouble = nil
        } catch {
            trouble = error
        }
        try await Task.sleep(for: .milliseconds(50))
    } while ContinuousClock.now < deadline
    if let trouble { throw trouble }
    return false
}

extension String {
    /// Every run of spaces, line ends and hard spaces as one space.
    var evened: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
