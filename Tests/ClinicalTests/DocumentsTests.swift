import Clinical
import Foundation
import Testing

/// The folder that holds `Tests`, `Sources` and `docs`.
private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// The folder with the shared vectors, when this machine has one.
private let shared =
    ProcessInfo.processInfo.environment["HARTLIJN_SHARED"].map { URL(filePath: $0) }
    ?? root.deletingLastPathComponent().appending(path: "shared")
private let vectorFile = shared.appending(path: "facts/score-vectors.json")

private struct SharedVectors: Decodable {
    struct Risk: Decodable {
        let region: String
        let sex: String
        let age: Int
        let smoker: Int
        let sbp: Int
        let tc: Double
        let hdl: Double
        let unrounded: Double
    }

    struct Week: Decodable {
        let day1: [[Int]]
        let days2to7: [[Int]]
    }

    let score2: [Risk]
    let hbpm: Week
}

@Suite struct DocumentsTests {
    @Test(arguments: AlertLimit.allCases)
    func `the page on home alerts shows the default of every limit`(limit: AlertLimit) throws {
        let page = try String(contentsOf: root.appending(path: "docs/clinical/home-alerts.md"), encoding: .utf8)
        let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("| `\(limit.rawValue)` |") })
        #expect(row.contains("| \(limit.standard) | \(limit.unit.rawValue) |"))
        #expect(row.contains(limit.source))
        #expect(row.contains("to be confirmed by a clinician") == (limit.evidence != .published))
    }

    @Test func `every page names its source, its example, its owner and its review`() throws {
        let folder = root.appending(path: "docs/clinical")
        let index = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".md") && $0 != "README.md" }
        #expect(pages.count >= 15)
        for page in pages {
            let text = try String(contentsOf: folder.appending(path: page), encoding: .utf8)
            for part in ["## Limits", "## Source", "## Worked example", "| Owner |", "| Date of clinical review |"] {
                #expect(text.contains(part), "\(page): \(part)")
            }
            #expect(index.contains("(\(page))"), "\(page) is not in the index")
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: vectorFile.path)))
    func `the vectors in these tests are the shared ones`() throws {
        let file = try JSONDecoder().decode(SharedVectors.self, from: Data(contentsOf: vectorFile))
        #expect(file.score2.count == Vectors.score2.count)
        for (theirs, ours) in zip(file.score2, Vectors.score2) {
            #expect(theirs.region == ours.region.rawValue && theirs.sex == ours.sex.rawValue)
            #expect(theirs.age == ours.age && theirs.sbp == ours.systolic && theirs.unrounded == ours.unrounded)
            #expect(theirs.tc == ours.cholesterol && theirs.hdl == ours.hdl)
        }
        let week = (file.hbpm.day1 + file.hbpm.days2to7).map { [$0[0], $0[1]] }
        #expect(week == Vectors.sampleWeek.map { [$0.0, $0.1] })
    }
}
