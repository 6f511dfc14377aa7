import Foundation

/// How much of a page of the patient travels to a phone, compressed.
struct WeightFigures {
    /// A page as it came, and the style sheets and scripts it names.
    struct Sent {
        let path: String
        let page: [UInt8]
        let linked: [(name: String, bytes: [UInt8])]
    }

    let folder: String
    let pages: [Sent]

    func all() throws -> [Figure] {
        try pages.flatMap { sent in
            let page = try compressed(sent.page)
            let styles = try compressed(sent.linked.filter { $0.name.hasSuffix(".css") })
            let scripts = try compressed(sent.linked.filter { !$0.name.hasSuffix(".css") })
            return [
                Figure("P15", "\(sent.path), page alone", [page], "kB", .none),
                Figure("P15", "\(sent.path), page and styles", [page + styles], "kB", .none),
                Figure("P15", "\(sent.path), page, styles and scripts", [page + styles + scripts], "kB", .atMost(15)),
            ]
        }
    }

    /// What the page loads: named in its head, and the behaviours it asks for.
    static func linked(in page: String, _ client: LoadClient) throws -> [(name: String, bytes: [UInt8])] {
        var paths = page.split(separator: "\"").map(String.init).filter {
            $0.hasPrefix("/a/") && ($0.hasSuffix(".css") || $0.hasSuffix(".js"))
        }
        let folder = paths.first.map { $0.split(separator: "/").dropLast().joined(separator: "/") } ?? ""
        let names = page.components(separatedBy: "data-behaviour=\"").dropFirst()
            .flatMap { $0.prefix { $0 != "\"" }.split(separator: " ") }
        paths += Set(names).sorted().map { "/\(folder)/behaviours/\($0).js" }
        return try paths.map { path in
            let answer = try client.ask(LoadClient.get(path))
            guard answer.status == 200 else { throw BenchTrouble("\(path) was answered with \(answer.status)") }
            return (path, answer.body)
        }
    }

    private func compressed(_ files: [(name: String, bytes: [UInt8])]) throws -> Double {
        try files.reduce(0) { $0 + (try compressed($1.bytes)) }
    }

    /// - Returns: kilobytes
    private func compressed(_ bytes: [UInt8]) throws -> Double {
        let path = "\(folder)/page"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        try RunCommand(
            program: URL(fileURLWithPath: "/usr/bin/env"), arguments: ["gzip", "--keep", "--force", "-6", path]
        ).run()
        guard let size = FileManager.default.contents(atPath: "\(path).gz")?.count else {
            throw BenchTrouble("gzip left no file")
        }
        return Double(size) / 1000
    }
}
