import Foundation

/// The sources as text, for rules about how the house is built.
enum House {
    struct File: Sendable {
        let module: String
        let name: String
        let path: String
        let text: String

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        var imports: [String] {
            lines.compactMap { line in
                let words = line.split(separator: " ").filter {
                    !["package", "private", "internal", "public"].contains($0)
                }
                return words.first == "import" && words.count > 1 ? String(words[1]) : nil
            }
        }
    }

    static let slices = [
        "Devices", "Measurements", "Worklist", "Portal", "Pharmacy", "Learning", "Programme", "Exchange", "Outbox",
        "Rights",
    ]
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let sources: [File] = swiftFiles(under: "Sources")
    static let tests: [File] = swiftFiles(under: "Tests")

    static func swiftFiles(under folder: String) -> [File] {
        let base = root.appendingPathComponent(folder)
        guard let paths = FileManager.default.enumerator(atPath: base.path) else { return [] }
        return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let url = base.appendingPathComponent(path)
            return File(
                module: String(path.split(separator: "/")[0]), name: url.lastPathComponent, path: "\(folder)/\(path)",
                text: (try? String(contentsOf: url, encoding: .utf8)) ?? "")  // a file that cannot be read fails below
        }
    }
}
