import Foundation

extension Browser {
    /// Keeps the page as `NAME.png`, in a window as tall as the page, so that a bar at the foot stays there; of a very
    /// long page what comes first.
    func photograph(_ name: String, in look: Look) async throws {
        let height = try await devtools("Page.getLayoutMetrics")["cssContentSize"]["height"].number ?? 0
        var tall = look
        tall.height = max(look.height, min(Int(height), 4_000))
        try await wear(tall)
        let picture = try await devtools("Page.captureScreenshot", ["format": "png", "captureBeyondViewport": false])
        try await wear(look)
        try save(picture, as: "\(name).png")
    }

    /// Keeps the page as it comes out of a printer, on the paper that its style sheet asks for.
    @discardableResult
    func printOut(_ name: String) async throws -> URL {
        let paper = try await devtools("Page.printToPDF", ["preferCSSPageSize": true, "printBackground": true])
        return try save(paper, as: "\(name).pdf")
    }

    @discardableResult
    private func save(_ answer: JSON, as name: String) throws -> URL {
        guard let data = answer["data"].text.flatMap({ Data(base64Encoded: $0) }) else {
            throw BrowserTrouble("the browser gave no \(name)")
        }
        let file = Workplace.screens.appending(path: name)
        try data.write(to: file)
        return file
    }
}
