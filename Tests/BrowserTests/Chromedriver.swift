import Foundation

/// The program that drives Chromium, spoken to over plain HTTP and JSON on loopback.
struct Chromedriver: Sendable {
    private let port: UInt16

    static func start() async throws -> Chromedriver {
        let child = try Child.start(
            Workplace.chromedriver, ["--port=0"],
            writingTo: Workplace.screens.appending(path: "chromedriver.log"))
        let port = try await child.says(/started successfully on port (\d+)/, within: 20)
        guard let port = UInt16(port) else { throw BrowserTrouble("chromedriver took no port, but \(port)") }
        return Chromedriver(port: port)
    }

    /// A fresh Chromium that reaches this machine and nothing else.
    func newBrowser() async throws -> Browser {
        let options: JSON = [
            "binary": .text(Workplace.chromium.path),
            "args": [
                "--headless=new", "--no-sandbox", "--window-size=1440,900", "--lang=nl-NL",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
            ],
            "prefs": ["intl.accept_languages": "nl-NL,nl"],
        ]
        let wishes: JSON = [
            "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": ["browser": "ALL"],
            "timeouts": ["pageLoad": 30000, "script": 30000],
        ]
        let session = try await send("POST", "/session", ["capabilities": ["alwaysMatch": wishes]])
        guard let id = session["sessionId"].text, let process = session["capabilities"]["goog:processID"].number else {
            throw BrowserTrouble("chromedriver gave no session: \(session)")
        }
        AtTheEnd.stop(pid_t(process))
        return Browser(driver: self, session: "/session/\(id)")
    }

    func send(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> JSON {
        let question = try body.map { try JSONEncoder().encode($0) }
        let data = try await Loopback.ask(method, path, question, port: port)
        let answer = try JSONDecoder().decode(JSON.self, from: data)["value"]
        if let error = answer["error"].text {
            throw BrowserTrouble("\(error): \(answer["message"].text ?? "") (\(method) \(path))")
        }
        return answer
    }
}
