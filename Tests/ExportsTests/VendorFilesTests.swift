import Exports
import Foundation
import Testing

/// Files that others wrote, held against what others say is in them; only where that folder is.
@Suite struct VendorFilesTests {
    static let folder: URL = {
        let environment = ProcessInfo.processInfo.environment["HARTLIJN_SHARED"].map { URL(fileURLWithPath: $0) }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let shared = environment ?? root.deletingLastPathComponent().appendingPathComponent("shared")
        return shared.appendingPathComponent("material/vendor-exports")
    }()

    static let cases: [String] = expectations.compactMap { $0["file"] as? String }.sorted()

    private static var expectations: [[String: Any]] {
        guard let data = try? Data(contentsOf: folder.appendingPathComponent("_expected.json")) else { return [] }
        return (try? JSONSerialization.jsonObject(with: data)) as? [[String: Any]] ?? []
    }

    @Test(arguments: cases)
    func `a file of a maker gives what is expected of it`(name: String) throws {
        let told = try Told(path: VendorFilesTests.folder.appendingPathComponent(name).path)
        let expected = try #require(VendorFilesTests.expectations.first { $0["file"] as? String == name })
        let found = try told.json.map { try #require(try object($0)) }
        var left = found
        for item in expected["expected"] as? [[String: Any]] ?? [] {
            let place = left.firstIndex { candidate in item.allSatisfy { agrees(candidate[$0.key], $0.value) } }
            left.remove(at: try #require(place, "\(item) is not in \(name)"))
        }
        if expected["expected"] != nil { #expect(left.isEmpty, "too much in \(name): \(left)") }
        check(counts: expected["counts"] as? [String: Int] ?? [:], found, refused: told.refused.count)
        if let points = expected["points"] as? Int { #expect(found.count == points) }
        check(records: expected["recordCounts"] as? [String: Int] ?? [:], told)
    }

    private func check(counts: [String: Int], _ found: [[String: Any]], refused: Int) {
        for (type, count) in counts {
            if type == "skippedRows" || type == "rejectedRows" {
                #expect(refused == count)
            } else {
                #expect(found.count { $0["type"] as? String == type } == count)
            }
        }
    }

    private func check(records: [String: Int], _ told: Told) {
        if let steps = records["HKQuantityTypeIdentifierStepCount"] { #expect(told.readings.count == steps) }
        guard let distances = records["HKQuantityTypeIdentifierDistanceWalkingRunning"] else { return }
        #expect(told.passedOver.count { $0 == .notUsed("DistanceWalkingRunning") } == distances)
    }

    private func object(_ text: String) throws -> [String: Any]? {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    }

    private func agrees(_ found: Any?, _ expected: Any) -> Bool {
        if let text = expected as? String { return found as? String == text }
        guard let number = (expected as? NSNumber)?.doubleValue, let mine = (found as? NSNumber)?.doubleValue else {
            return false
        }
        return (number * 1000).rounded() == (mine * 1000).rounded()
    }
}
