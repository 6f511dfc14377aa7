import Foundation

/// The accessibility rules of axe-core, run inside the page.
enum Axe {
    private static let rules: JSON = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

    /// One sentence for each violation.
    static func violations(_ browser: Browser) async throws -> [String] {
        // Half a megabyte: a page that has it is not given it again.
        if try await browser.run("return typeof axe") != "object" { try await browser.run(try source()) }
        let found = try await browser.runAndWait(
            """
            const [rules, ready] = arguments
            axe.run(document, { runOnly: rules, resultTypes: ["violations"] })
              .then((result) => ready(result.violations), (trouble) => ready([{ id: String(trouble) }]))
            """, [rules])
        return found.list.map(sentence)
    }

    private static func source() throws -> String {
        do {
            return try String(contentsOf: Workplace.axe, encoding: .utf8)
        } catch {
            throw BrowserTrouble("axe.min.js is not at \(Workplace.axe.path); bin/test fetches it")
        }
    }

    private static func sentence(_ violation: JSON) -> String {
        let places = violation["nodes"].list.prefix(3).map { node in
            "\(node["target"].texts.joined(separator: " ")) (\(node["failureSummary"].text?.evened ?? ""))"
        }
        let (id, help) = (violation["id"].text ?? "?", violation["help"].text ?? "")
        return "axe \(id): \(help) at \(places.joined(separator: "; "))"
    }
}
