import ArgumentParser
import Clinical
import Foundation
import Scenarios
import Storage

/// Plays a scenario through the rules and tells what came of it.
struct Replay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Play a scenario through the rules and print the outcome.",
        discussion: """
            Prints what the patient was told, how measuring weeks were judged and what stands on the worklist, as \
            JSON. Exits with 1 when the scenario expects something else, and says what.
            """
    )

    private static let largest = 4 << 20

    @Argument(help: "A scenario; see Tests/Scenarios for examples.")
    var scenario: String

    func run() async throws {
        do {
            let scenario = try read()
            let folder = try temporaryFolder()
            defer { try? FileManager.default.removeItem(at: folder) }  // a temporary folder that is gone is gone
            let store = try Store(path: folder.appendingPathComponent("replay.sqlite").path)
            try await store.migrate(Schema.migrations, at: Instant(milliseconds: 0))
            let outcome = try await Scenarios.Replay(scenario, in: store).play()
            print(outcome.json)
            let differences = scenario.expect.map { outcome.differences(from: $0) } ?? []
            differences.forEach { tell($0) }
            if !differences.isEmpty { throw ExitCode.failure }
        } catch let failure as ScenarioFailure {
            tell(failure.description)
            throw ExitCode.failure
        }
    }

    private func read() throws -> Scenario {
        guard let data = FileManager.default.contents(atPath: scenario), data.count <= Self.largest else {
            throw ValidationError("\(scenario) cannot be read, or is larger than 4 MB.")
        }
        return try Scenarios.Replay.read(data)
    }

    private func temporaryFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("replay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}
