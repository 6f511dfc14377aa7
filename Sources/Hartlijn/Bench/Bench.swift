import ArgumentParser
import Clinical
import Foundation
import Storage

/// Measures the product against the floors of the same machine in the same run.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure the product, each figure with the floor of the same run beside it.",
        discussion: "What each figure means stands in docs/running/benchmarks.md.")

    @Option(help: "Which figures, such as P1,P4; all of them when left out.")
    var figures: String?

    @Flag(help: "Small numbers, to see that it runs; the figures say little.")
    var quick = false

    @Flag(help: "Print one line of JSON.")
    var json = false

    @Option(help: "The folder to work in, on the disk to measure. What is made there is removed again.")
    var data = FileManager.default.temporaryDirectory.path

    @Option(help: "A PostgreSQL server to measure on, as postgres://…; databases are made there, and dropped again.")
    var database: String?

    @Option(help: "How many patients the largest practice has; 10000 makes a million readings.")
    var largest = 10_000

    func validate() throws {
        _ = try asked()
        guard (BenchData.sessions...100_000).contains(largest) else {
            throw ValidationError("--largest is \(BenchData.sessions) to 100000.")
        }
    }

    func run() async throws {
        let scale = quick ? Scale.quick : Scale.full(largest: largest)
        let place = try BenchFolder(in: data)
        defer { place.remove() }
        let server = database.map { PostgresServer(url: $0) }
        let run = BenchRun(folder: place.path, server: server, scale: scale, asked: try asked())
        do {
            let figures = try await run.all()
            print(json ? try report(figures) : table(figures))
            try await run.clean()
        } catch let trouble as BenchTrouble {
            try await run.clean()
            place.remove()
            tell("bench: \(trouble)")
            throw ExitCode.failure
        }
    }

    private func asked() throws -> Set<BenchFigure> {
        guard let figures else { return Set(BenchFigure.allCases) }
        let names = figures.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces).uppercased() }
        return Set(
            try names.map { name in
                guard let figure = BenchFigure(rawValue: name) else {
                    let known = BenchFigure.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError("There is no figure \(name); there are \(known).")
                }
                return figure
            })
    }

    private var commit: String { ProcessInfo.processInfo.environment["HARTLIJN_COMMIT"] ?? "" }

    private var engine: String { database == nil ? "SQLite" : "PostgreSQL" }

    private func table(_ figures: [Figure]) -> String {
        let missed = figures.filter { $0.reached == false }.count
        let known = figures.filter { $0.reached != nil }.count
        return """
            \(Machine().words); \(engine), full durability\(quick ? "; quick: these figures say little" : "")

            \(FigureTable(figures: figures).text)

            \(known - missed) of \(known) targets reached
            """
    }

    private struct Report: Encodable {
        let date: String
        let engine: String
        let commit: String
        let machine = Machine()
        let quick: Bool
        let figures: [Figure]
    }

    private func report(_ figures: [Figure]) throws -> String {
        let encoder = JSONEncoder()
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "infinite", negativeInfinity: "-infinite", nan: "unknown")
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let date = Moment(Clock.real.occasion.now, offsetMinutes: 0).rfc3339
        return String(
            decoding: try encoder.encode(
                Report(date: date, engine: engine, commit: commit, quick: quick, figures: figures)),
            as: UTF8.self)
    }
}

/// The figures of docs/running/benchmarks.md that are measured here.
enum BenchFigure: String, CaseIterable {
    case reading = "P1"
    case pages = "P4"
    case worklist = "P5"
    case growth = "P6"
    case steadiness = "P7"
    case start = "P8"
    case memory = "P9"
    case disk = "P10"
    case mixed = "P11"
    case signIn = "P12"
    case judgement = "P14"
    case weight = "P15"
    case intake = "INTAKE"
    case sealing = "SEAL"
}

/// How much is made and asked in one run.
struct Scale {
    let sizes: [Int]
    let readingsPerPatient: Int
    let rounds: Int
    /// Readings a round, over all connections.
    let posts: Int
    let pages: Int
    let commits: Int
    let queries: Int
    let starts: Int
    let exportMegabytes: Int
    let judgements: Int
    /// Readings in a row while pages are looked at.
    let row: Int
    /// Readings to see what one takes on the disk.
    let kept: Int
    /// How long requests of several kinds are sent beside each other, each time.
    let seconds: Double
    let mixedMegabytes: Int
    /// Sign-ins a second.
    let signIns: Int
    /// Readings in a file.
    let files: [Int]
    let isQuick: Bool

    static func full(largest: Int) -> Scale {
        Scale(
            sizes: Array(Set([100, 1000, 10_000].filter { $0 < largest } + [largest])).sorted(),
            readingsPerPatient: 100, rounds: 5, posts: 1920, pages: 640, commits: 100, queries: 20_000, starts: 5,
            exportMegabytes: 200, judgements: 500_000, row: 100_000, kept: 19_200, seconds: 10, mixedMegabytes: 50,
            signIns: 10, files: [1000, 10_000], isQuick: false)
    }

    static let quick = Scale(
        sizes: [64, 200], readingsPerPatient: 20, rounds: 2, posts: 128, pages: 32, commits: 20, queries: 500,
        starts: 2, exportMegabytes: 2, judgements: 10_000, row: 512, kept: 512, seconds: 0.5, mixedMegabytes: 1,
        signIns: 2, files: [1000], isQuick: true)
}
