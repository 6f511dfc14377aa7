import ArgumentParser
import Clinical
import Foundation
import Storage
import Synchronization

/// Moves everything to another database, of either engine.
struct MigrateStore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate-store",
        abstract: "Copy everything to another database, and compare the two.",
        discussion: """
            Stop every node first: what is written meanwhile is not copied. When it is stopped half-way, the same command \
            goes on where it was. At the end both are read once more; it exits with 0 only when every table holds the \
            same rows.
            """)

    @Option(help: "Where it is: sqlite:PATH or postgres://….")
    var from: String

    @Option(help: "Where it goes: sqlite:PATH or postgres://…, empty or half copied.")
    var to: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard let from = StoreAddress(from), let to = StoreAddress(to) else {
            throw ValidationError("--from and --to begin with sqlite: or postgres://.")
        }
        guard from != to else { throw ValidationError("--from and --to are the same database.") }
        if case .sqlite(let path) = from, !FileManager.default.fileExists(atPath: path) {
            throw ValidationError("There is no file \(path).")
        }
    }

    func run() async throws {
        let (source, target) = (try await open(from), try await open(to))
        let move = Move(from: source, to: target, migrations: Schema.migrations)
        let line = ProgressLine()
        do {
            try await move.copy { line.show("copying", $0) }
            let checked = try await move.compare { line.show("comparing", $0) }
            line.end()
            try await target.optimise()
            report(checked)
        } catch let difference as Move.Difference {
            line.end()
            tell("\(difference)")
            throw ExitCode.failure
        } catch let failure as StorageFailure {
            line.end()
            tell("\(failure). What was copied is kept; the same command goes on from there.")
            throw ExitCode.failure
        }
        try source.close()
        try target.close()
    }

    private func open(_ text: String) async throws -> Store {
        guard let address = StoreAddress(text) else { throw ValidationError("\(text) is no database.") }
        umask(0o077)
        let store = try Store(address)
        try await store.bringUpToDate()
        return store
    }

    private func report(_ checked: [Move.Checked]) {
        let rows = checked.reduce(0) { $0 + $1.rows }
        if json {
            let tables = checked.map { #"{"table":"\#($0.table)","rows":\#($0.rows),"sha256":"\#($0.checksum)"}"# }
            return print(#"{"rows":\#(rows),"tables":[\#(tables.joined(separator: ","))]}"#)
        }
        for table in checked { print("\(table.checksum.prefix(16))  \(table.rows)  \(table.table)") }
        print("The same on both sides: \(rows) rows in \(checked.count) tables.")
    }
}

/// One line on the side that is written over and over.
private final class ProgressLine: Sendable {
    private let shown = Mutex("")

    func show(_ doing: String, _ progress: Move.Progress) {
        let words = "\(doing) \(progress.table) \(progress.done)/\(progress.total)"
        shown.withLock { last in
            guard words != last else { return }
            last = words
            FileHandle.standardError.write(Data("\r\u{1B}[K\(words)".utf8))
        }
    }

    func end() { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
}
