import Foundation
import Synchronization

/// A program that the tests started themselves: chromedriver, the demonstration.
///
/// It writes to a file, never to a pipe that could fill up, and is ended by the id it was started with.
struct Child: Sendable {
    private let process: Process
    let output: URL

    static func start(_ program: URL, _ arguments: [String], writingTo output: URL) throws -> Child {
        guard FileManager.default.createFile(atPath: output.path, contents: nil) else {
            throw BrowserTrouble("cannot write \(output.path)")
        }
        let file = try FileHandle(forWritingTo: output)
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = file
        process.standardError = file
        try process.run()
        AtTheEnd.stop(process.processIdentifier)
        return Child(process: process, output: output)
    }

    /// Waits until the program has written something that matches, and gives the first group of it.
    func says(_ pattern: Regex<(Substring, Substring)>, within seconds: Int) async throws -> String {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < deadline {
            let said = try String(contentsOf: output, encoding: .utf8)
            if let match = said.firstMatch(of: pattern) { return String(match.1) }
            if !process.isRunning { throw BrowserTrouble("\(name) stopped at once: \(said.suffix(2000))") }
            try await Task.sleep(for: .milliseconds(50))
        }
        let said = try String(contentsOf: output, encoding: .utf8)
        throw BrowserTrouble("\(name) was not ready after \(seconds) seconds: \(said.suffix(2000))")
    }

    private var name: String { process.executableURL?.lastPathComponent ?? "a program" }
}

/// What a program has written once it has ended.
func output(of program: String, _ arguments: [String]) throws -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    try process.run()
    let written = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: written, as: UTF8.self)
}

/// Stops what is still running when the tests are over, by its id and never by its name.
enum AtTheEnd {
    private static let running = Mutex<(ids: [pid_t], folders: [URL], isWatching: Bool)>(([], [], false))

    static func stop(_ id: pid_t) {
        watch()
        running.withLock { $0.ids.append(id) }
    }

    static func remove(_ folder: URL) {
        watch()
        running.withLock { $0.folders.append(folder) }
    }

    private static func watch() {
        let isFirst = running.withLock { state in
            defer { state.isWatching = true }
            return !state.isWatching
        }
        guard isFirst else { return }
        atexit { AtTheEnd.clear() }
        for number in [SIGINT, SIGTERM] { signal(number) { exit(128 + $0) } }
    }

    private static func clear() {
        let (ids, folders) = running.withLock { ($0.ids, $0.folders) }
        // What is started on a thread of Swift's own pool never hears SIGTERM: that pool blocks it, and it is inherited.
        for id in ids.reversed() { kill(id, SIGKILL) }
        // A folder that stays behind in the temporary folder harms nobody.
        for folder in folders { try? FileManager.default.removeItem(at: folder) }
    }
}
