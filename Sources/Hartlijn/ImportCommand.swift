import ArgumentParser
import Audit
import Clinical
import Exports
import Foundation
import Identity
import Measurements
import Storage
import Stories
import Synchronization

/// Reads files of meters and phones into one patient's readings.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read files of meters and phones into a patient's readings.",
        discussion: """
            Reads Apple Health (export.xml and export.zip), Withings CSV and JSON, Omron CSV, Fitbit, Google Fit and \
            iHealth JSON. A row that cannot be used is told with its line and the rest is kept; reading the same \
            file twice adds nothing.
            """
    )

    @Argument(help: "The files.")
    var files: [String]

    @Option(help: "The patient's id; not needed with --dry-run.")
    var patient: String?

    @Flag(help: "Tell what is in the files and keep nothing.")
    var dryRun = false

    @Flag(help: "Print everything as one JSON object.")
    var json = false

    @OptionGroup var data: DataFolder

    func validate() throws {
        if !dryRun {
            guard patient.flatMap({ ID<Patient>($0) }) != nil else {
                throw ValidationError("--patient is the id of a patient, or use --dry-run.")
            }
        }
    }

    func run() async throws {
        let report = ImportReport(json ? .json : .words)
        let arrives = try await destination()
        for path in files {
            do {
                try await read(path, report, arrives)
            } catch let failure as ExportFailure {
                report.fail(path, failure.sentence.en)
            }
        }
        report.finish()
        if report.hasFailed { throw ExitCode.failure }
    }

    private func read(
        _ path: String, _ report: ImportReport, _ arrives: @escaping Measurements.Import.Arrives
    ) async throws {
        let file = try ExportFile(path: path)
        let bar = ProgressBar(name: (path as NSString).lastPathComponent)
        var result = Measurements.Import()
        try await result.run(
            file, now: Clock.real.occasion.now, progress: { bar.show($0, of: $1) }, arrives: arrives,
            entry: { report.add($0, $1) })
        bar.finish()
        report.tell(path, file.format.rawValue, result)
    }

    /// Where readings go: into the patient's record, or nowhere.
    private func destination() async throws -> Measurements.Import.Arrives {
        guard !dryRun, let patient = patient.flatMap({ ID<Patient>($0) }) else {
            return { $0.map { _ in .new(ID(high: 0, low: 0)) } }
        }
        try data.mustExist()
        let store = try await data.open()
        guard let practice = try await store.read({ try Identity.practice(of: patient, $0) }) else {
            throw ValidationError("There is no patient with this id.")
        }
        let story = FileArrives(store: store)
        return { readings in
            let kept = try await story.tell(
                readings, from: patient, of: practice, by: .hartlijn, at: Clock.real.occasion)
            try await Task.sleep(for: Self.pause)
            return kept
        }
    }

    /// Between two parts a site that serves the same file gets its turn: it asks for it every millisecond.
    private static let pause = Duration.milliseconds(4)
}

/// What a file came to, for a person or for a machine.
final class ImportReport {
    enum Form { case words, json }

    private let form: Form
    private var readings: [String] = []
    private var refused: [String] = []
    private var skipped: [String] = []
    private(set) var hasFailed = false

    init(_ form: Form) { self.form = form }

    func add(_ entry: ExportEntry, _ recorded: Measurements.Recorded?) {
        guard form == .json else { return }
        switch entry {
        case .reading(_, let line, _):
            if recorded == .known {
                skipped.append(
                    "{\"line\":\(line),\"reason\":\"Deze meting hadden we al.\",\"reasonInEnglish\":\"known already\"}")
            } else {
                readings.append(ExportJSON.entry(entry))
            }
        case .refused: refused.append(ExportJSON.entry(entry))
        case .skipped: skipped.append(ExportJSON.entry(entry))
        }
    }

    func tell(_ path: String, _ format: String, _ result: Measurements.Import) {
        guard form == .words else { return }
        print("\(path): \(format)")
        print(
            "  new \(result.added), known already \(result.known), not used \(result.left), refused \(result.refused)")
        for row in result.told.prefix(50) { print("  line \(row.line): \(row.reason.en)") }
        if result.refused > 50 { print("  and \(result.refused - 50) more lines") }
    }

    func fail(_ path: String, _ reason: String) {
        hasFailed = true
        Hartlijn.complain("\(path): \(reason)")
    }

    func finish() {
        guard form == .json else { return }
        let lists = [("readings", readings), ("refused", refused), ("skipped", skipped)]
            .map { "\"\($0.0)\":[\($0.1.joined(separator: ","))]" }
        print("{\(lists.joined(separator: ","))}")
    }
}

extension Hartlijn {
    static func complain(_ words: String) { tell("hartlijn: \(words)") }
}

/// How far a long file is; only on a terminal, and on the side.
final class ProgressBar: Sendable {
    private static let width = 40

    private let name: String
    private let shown = Mutex(-1)

    init(name: String) { self.name = name }

    func show(_ done: Int, of total: Int) {
        guard total > 1 << 20, isatty(STDERR_FILENO) == 1 else { return }
        let percent = min(100, done * 100 / max(1, total))
        let isNew = shown.withLock { last in
            defer { last = percent }
            return last != percent
        }
        guard isNew else { return }
        let full = percent * Self.width / 100
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
        FileHandle.standardError.write(Data("\r\(name) \(bar) \(percent) %".utf8))
    }

    func finish() {
        if shown.withLock({ $0 }) >= 0 { FileHandle.standardError.write(Data("\n".utf8)) }
    }
}
