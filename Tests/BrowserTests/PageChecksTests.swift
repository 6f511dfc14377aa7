import Foundation
import Testing

extension InTheBrowser {
    /// The checks are worth something only when they find what is wrong.
    @Suite(.serialized) struct PageChecksTests {
        @Test(.timeLimit(.minutes(1)))
        func `a good page passes every check`() async throws {
            let browser = try await show(Self.good, in: .phone)
            #expect(try await PageChecks.loading(browser).isEmpty)
            #expect(try await PageChecks.targets(browser).isEmpty)
            try await browser.wear(.narrow)
            #expect(try await PageChecks.reflow(browser).isEmpty)
        }

        @Test(.timeLimit(.minutes(1)), .enabled(if: Workplace.hasAxe, "needs axe.min.js; bin/test fetches it"))
        func `axe sees a field without a label, and pale text`() async throws {
            #expect(try await Axe.violations(try await show(Self.good, in: .phone)).isEmpty)
            let found = try await Axe.violations(try await show(Self.bad, in: .phone))
            #expect(found.contains { $0.hasPrefix("axe label:") }, "\(found)")
            #expect(found.contains { $0.hasPrefix("axe color-contrast:") }, "\(found)")
        }

        @Test(.timeLimit(.minutes(1)))
        func `a wide table, a small button and a lost picture are noticed`() async throws {
            let browser = try await show(Self.bad, in: .narrow)
            #expect(try await PageChecks.targets(browser) == ["button “x” is 12 by 12 px"])
            #expect(try await PageChecks.loading(browser).contains { $0.hasPrefix("no picture") })
            let sideways = try await PageChecks.reflow(browser)
            #expect(sideways.contains { $0.hasPrefix("sticks out") && $0.contains("div.wide") }, "\(sideways)")
        }

        @Test(.timeLimit(.minutes(1)))
        func `somebody without scripts can fill in a form and press a button`() async throws {
            let browser = try await show(Self.good, in: .phone.withoutScripts)
            try await browser.sees("zonder scripts")
            try await browser.fill("Naam", with: "Fatma")
            try await browser.press("Verder")
            #expect(try await eventually { try await browser.address.hasSuffix("?naam=Fatma") })
            try await browser.wear(.phone)
            try await browser.reload()
            try await browser.doesNotSee("zonder scripts")
        }

        @Test(.timeLimit(.minutes(1)))
        func `somebody with only a keyboard can fill in a form`() async throws {
            let browser = try await show(Self.good, in: .desk)
            try await browser.tab(to: "Naam")
            try await browser.keys("Fatma")
            try await browser.tab(to: "Verder")
            try await browser.key(.enter)
            #expect(try await eventually { try await browser.address.hasSuffix("?naam=Fatma") })
        }

        @Test(.timeLimit(.minutes(1)), arguments: Look.all)
        func `the page gets the width and the colours that were asked for`(look: Look) async throws {
            let browser = try await show(Self.good, in: look)
            let seen = try await browser.run(
                """
                const isDark = matchMedia("(prefers-color-scheme: dark)").matches
                const isTouch = matchMedia("(pointer: coarse)").matches
                return [innerWidth, isDark ? "dark" : "light", isTouch ? "touch" : "mouse", navigator.language]
                """)
            let width = JSON.number(Double(look.width))
            let hand: JSON = look.device == .phone ? "touch" : "mouse"
            #expect(seen == .list([width, .text(look.scheme.rawValue), hand, "nl-NL"]))
        }

        private func show(_ body: String, in look: Look) async throws -> Browser {
            let browser = try await Stage.shared.browser(for: nil, in: look)
            let file = Workplace.screens.appending(path: "checks.html")
            try Self.page(body).write(to: file, atomically: true, encoding: .utf8)
            try await browser.open(file.absoluteString)
            return browser
        }

        /// As strict as the pages of the product: the checks may not need more than those allow.
        private static func page(_ body: String) -> String {
            """
            <!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title>
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-\(scriptHash)'; \
            style-src 'sha256-\(styleHash)'; img-src data: file:; form-action *">
            <style>\(style)</style></head><body><main><h1>Proef</h1>\(body)</main><script>\(script)</script></body></html>
            """
        }

        private static let style = """
            input, button { min-block-size: 48px } .wide { inline-size: 900px } .pale { color: #ccc }
            .small { min-block-size: 0; block-size: 12px; inline-size: 12px; padding: 0; border: 0 }
            """
        private static let script = "document.querySelector('output')?.replaceChildren('met scripts')"
        private static let styleHash = "zlXYeUlNIl7zm2EbIrFr6o0Ulx7FI0UVFLYCqmCXlRE="
        private static let scriptHash = "WDTCaNeQdlWzNGuKL/EQ7OhSe3EhWxgC2bJtdMXQmB8="

        private static let good = """
            <output>zonder scripts</output>
            <form><label for="naam">Naam</label><input id="naam" name="naam"><button>Verder</button></form>
            """
        private static let bad = """
            <div class="wide">breed</div><p class="pale">bleek</p><input name="los"><button class="small">x</button>
            <img alt="weg" src="file:///nergens.png">
            """
    }
}
