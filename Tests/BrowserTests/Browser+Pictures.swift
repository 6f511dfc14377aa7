import Foundation

extension Browser {
    /// Keeps the whole page, also what is below the edge of the window, as `NAME.png`.
    func photograph(_ name: String) async throws {
        let size = try await devtools("Page.getLayoutMetrics")["cssContentSize"]
        let clip: JSON = ["x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1]
        let picture = try await devtools(
            "Page.captureScreenshot", ["format": "png", "captureBeyondViewport": true, "clip": clip])
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
