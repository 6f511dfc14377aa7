import Clinical
import Foundation
import Scenarios
import Storage
import TestStores
import Testing

@testable import Hartlijn

/// Every scenario in Tests/Scenarios, played through the real stories: the reviewable truth.
@Suite struct ScenarioTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Scenarios")
    static let names: [String] = {
        // None found fails the first test.
        let found = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (found ?? []).filter { $0.hasSuffix(".json") }.sorted()
    }()

    @Test func `there are scenarios, and each says what it expects`() throws {
        #expect(Self.names.count >= 18)
        for name in Self.names {
            let scenario = try Scenarios.Replay.read(Data(contentsOf: Self.folder.appendingPathComponent(name)))
            #expect(scenario.expect != nil, "\(name)")
            #expect(scenario.about != nil, "\(name)")
        }
    }

    @Test(arguments: names)
    func `what happens is what the scenario expects`(name: String) async throws {
        let scenario = try Scenarios.Replay.read(Data(contentsOf: Self.folder.appendingPathComponent(name)))
        let home = try await TestStore(Schema.migrations)
        let outcome = try await Scenarios.Replay(scenario, in: home.store).play()
        let differences = scenario.expect.map { outcome.differences(from: $0) } ?? []
        #expect(differences.isEmpty, "\(differences)\n\(outcome.json)")
    }
}
