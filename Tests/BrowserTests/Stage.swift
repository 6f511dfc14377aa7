import Foundation
import Testing

/// One browser and one demonstration for the whole run; remembers who is signed in.
actor Stage {
    static let shared = Stage()

    private enum Visitor: Equatable { case nobody, somebody(Role), unknown }

    private let opening = Task { try await Chromedriver.start().newBrowser() }
    private let starting = Task { try await DemoSite.start() }
    private var visitor = Visitor.unknown

    func browser() async throws -> Browser { try await opening.value }
    func site() async throws -> DemoSite { try await starting.value }

    /// The browser, held like this, with this person signed in; `nil` is somebody at the door.
    func browser(for role: Role?, in look: Look) async throws -> Browser {
        let browser = try await opening.value
        let wanted: Visitor = role.map(Visitor.somebody) ?? .nobody
        if visitor != wanted {
            visitor = .unknown
            try await browser.forget()
            try await browser.wear(.desk)
            if let role { try await signIn(role, browser) }
            visitor = wanted
        }
        try await browser.wear(look)
        _ = try await browser.complaints()
        return browser
    }

    /// A walk signs in and out by itself: it starts as a stranger and leaves no trace.
    /// What is on the screen when it goes wrong is kept as a picture.
    func walk(_ name: String, in look: Look, _ steps: (Browser, DemoSite) async throws -> Void) async throws {
        let (browser, site) = (try await opening.value, try await starting.value)
        visitor = .unknown
        try await browser.forget()
        try await browser.wear(look)
        do {
            try await steps(browser, site)
        } catch {
            // The trouble itself is what counts; the picture is extra.
            try? await browser.photograph("trouble-\(name)", in: look)
            throw error
        }
    }

    private func signIn(_ role: Role, _ browser: Browser) async throws {
        let site = try await starting.value
        let account = try site.account(role)
        try await browser.open(site.address)
        try await browser.signIn(account)
    }
}

extension Browser {
    /// Fills in the door, where the browser is now.
    func signIn(_ account: DemoSite.Account, second step: SecondStep = .taken) async throws {
        try await fill(Words.userName, with: account.signIn)
        try await fill(Words.password, with: account.password)
        try await press(Words.signIn)
        let isIn = try await eventually { try await !["/", "/sign-in"].contains(URL(string: address)?.path) }
        if step == .taken { try await showCode() }
        guard isIn else { throw BrowserTrouble("\(account.signIn) is not let in: \(try await whatIsHere())") }
    }
}

extension Browser {
    enum SecondStep { case taken, left }

    /// The second step: the digits that a demonstration tells, each of which counts once.
    func showCode() async throws {
        guard try await URL(string: address)?.path == "/sign-in/again" else { return }
        let isTold = try await eventually {
            if try await all(.css("main .num")).isEmpty { try await reload() }
            return try await !all(.css("main .num")).isEmpty
        }
        guard isTold else { throw BrowserTrouble("the demonstration tells no code: \(try await whatIsHere())") }
        try await fill(Words.code, with: try await first(.css("main .num")).text)
        try await press(Words.next)
    }
}

/// Everything that needs a real browser, one after the other.
@Suite(.serialized, .enabled(if: Workplace.hasBrowser, "needs the Debian packages chromium and chromium-driver"))
struct InTheBrowser {}
