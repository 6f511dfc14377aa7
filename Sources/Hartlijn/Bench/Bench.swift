import ArgumentParser
import Clinical
import Foundation
import Storage

/// Measures the product against the floors of the same machine in the same run.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure the product, each figure with the floor of the same run beside it.",
        discussion: "What each figure means stands in docs/running/benchmarks.md.")

    @Flag(help: "Small numbers, to see that it runs; the figures say little.")
    var quick = false

    @Flag(help: "Print one line of JSON.")
    var json = false

    @Option(help: "How many patients the largest practice has; 10000 makes a million readings.")
    var largest = 10_000

    func run() async throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("hartlijn-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        // What a benchmark leaves behind is of no use to anybody.
        defer { try? FileManager.default.removeItem(at: place) }
        do {
            let figures = try await BenchRun(folder: place.path, largest: quick ? 200 : largest, quick: quick).all()
            print(json ? try report(figures) : figures.map(\.line).joined(separator: "\n"))
        } catch let trouble as BenchTrouble {
            tell("bench: \(trouble)")
            throw ExitCode.failure
        }
    }

    private struct Report: Encodable {
        let date: String
        let engine = "sqlite"
        let cores: Int
        let quick: Bool
        let figures: [Figure]
    }

    private func report(_ figures: [Figure]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let report = Report(
            date: Moment(Clock.real.occasion.now, offsetMinutes: 0).rfc3339,
            cores: ProcessInfo.processInfo.activeProcessorCount, quick: quick, figures: figures)
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }
}
