import Logging
import Synchronization

/// Everything that was said in a log of the server, as somebody would read it.
final class Heard: Sendable {
    struct Line: Hashable, Sendable {
        let level: Logger.Level
        let message: String
        let details: [String: String]

        var text: String { message + details.map { " \($0)=\($1)" }.sorted().joined() }
    }

    private let kept = Mutex<[Line]>([])
    var lines: [Line] { kept.withLock { $0 } }
    func lines(saying message: String) -> [Line] { lines.filter { $0.message == message } }

    /// A log that is kept here, with all that `serve --log-requests` tells.
    var logger: Logger { Logger(label: "heard") { _ in Keeper(heard: self) } }

    private func keep(_ line: Line) { kept.withLock { $0.append(line) } }

    private struct Keeper: LogHandler {
        let heard: Heard
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            heard.keep(
                Line(
                    level: event.level, message: "\(event.message)",
                    details: all.mapValues { "\($0)" }))
        }
    }
}
