import Foundation

/// Where the tests find their tools and leave their pictures.
enum Workplace {
    /// The folder that holds `Package.swift`.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Pictures, PDFs and what the programs wrote.
    static let screens: URL = {
        let folder =
            environment["HARTLIJN_SCREENS"].map { URL(fileURLWithPath: $0) } ?? root.appending(path: ".build/screens")
        // A folder that cannot be made is noticed by the first picture that cannot be written.
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }()

    static let chromedriver = URL(fileURLWithPath: "/usr/bin/chromedriver")
    static let chromium = URL(fileURLWithPath: "/usr/bin/chromium")
    static let pdfinfo = "/usr/bin/pdfinfo"
    static let pdftotext = "/usr/bin/pdftotext"

    static let axe =
        environment["HARTLIJN_AXE"].map { URL(fileURLWithPath: $0) } ?? root.appending(path: ".build/tools/axe.min.js")

    /// The product itself, beside the tests or in the usual build folder.
    static var hartlijn: URL? {
        let places = [
            environment["HARTLIJN_EXECUTABLE"].map { URL(fileURLWithPath: $0) },
            Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "hartlijn"),
            root.appending(path: ".build/debug/hartlijn"),
        ]
        return places.compactMap(\.self).first { isThere($0.path) }
    }

    /// A browser that is missing is a reason to skip on a laptop, and a failure in CI.
    static var hasBrowser: Bool { isCI || (isThere(chromedriver.path) && isThere(chromium.path)) }
    static var hasAxe: Bool { isCI || FileManager.default.isReadableFile(atPath: axe.path) }
    static var hasPDFTools: Bool { isCI || (isThere(pdfinfo) && isThere(pdftotext)) }

    private static var isCI: Bool { environment["CI"] == "true" }
    private static var environment: [String: String] { ProcessInfo.processInfo.environment }
    private static func isThere(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }
}
