import ArgumentParser
import Audit
import Clinical
import Foundation
import Sealing
import Storage

/// Checks the access log against its chain, its signed heads and the anchors outside the database.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Check the access log: every edit, deletion, insertion, reordering, truncation and roll-back is told.",
        discussion:
            "Ends with 1 when something is found. Keep a copy of the anchors on another machine, and give it here.")

    @OptionGroup var data: DataFolder
    @OptionGroup var seals: SealOptions

    @Flag(help: "One line of JSON for each organisation.")
    var json = false

    private struct Told: Encodable {
        let organisation: String
        let lines: Int
        let heads: Int
        let anchors: Int
        let unsealed: Int
        let signedUntil: UInt64
        let findings: [String]
    }

    func run() async throws {
        try data.mustExist()
        let store = try await data.open(for: .withoutKeys)
        let anchors = try seals.anchors(in: data).read()
        let file = try SealFile.read(try seals.path(in: data))
        let check = LogCheck(store: store, keys: file.keys, anchors: anchors)
        var found = anchors.failures.count
        for failure in anchors.failures { tell("\(failure)") }
        for organisation in try await check.organisations() {
            let report = try await check.check(organisation, at: Clock.real.occasion.now)
            found += report.findings.count
            if json {
                let told = Told(
                    organisation: organisation.description, lines: report.lines, heads: report.heads,
                    anchors: report.anchors, unsealed: report.unsealed, signedUntil: report.agreedUntil,
                    findings: report.findings.map(\.description))
                print(String(decoding: try JSONEncoder().encode(told), as: UTF8.self))
            } else if report.lines + report.unsealed + report.anchors > 0 {
                print("\(organisation): \(report)")
            }
        }
        guard found == 0 else { throw ExitCode.failure }
    }
}

/// Where the key and the anchors of the access log are.
struct SealOptions: ParsableArguments {
    @Option(
        help:
            "The file with the key of the access log; without it HARTLIJN_SEAL, or seal.key in the folder of the data.")
    var seal: String?

    @Option(help: "The file of anchors; without it HARTLIJN_ANCHORS, or anchors.txt in the folder of the data.")
    var anchors: String?

    func path(in data: DataFolder) throws -> String {
        if let path = seal ?? ProcessInfo.processInfo.environment["HARTLIJN_SEAL"] { return path }
        return try data.file("seal.key")
    }

    func anchors(in data: DataFolder) throws -> AnchorPlace {
        if let path = anchors ?? ProcessInfo.processInfo.environment["HARTLIJN_ANCHORS"] {
            return AnchorPlace(path: path)
        }
        return AnchorPlace(path: try data.file("anchors.txt"))
    }

    /// The key to seal with. In the folder of the data it is made when it is not there; beside a database on a server it
    /// has to be given, because every node needs the same one.
    func find(in data: DataFolder) throws -> SealFile? {
        // Beside a server without a place for it the log stays unsealed, and `serve` says so.
        guard let path = try? path(in: data) else { return nil }
        return FileManager.default.fileExists(atPath: path) ? try SealFile.read(path) : try SealFile.make(path)
    }
}
