import Foundation

/// The product as a process of its own, so that its processor time and its memory are its own.
final class ServedSite {
    let port: Int
    private let process: Process
    private let errors: Pipe

    /// Starts `serve` and waits for the line that says where it listens.
    init(data: String) throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["serve", "--data", data, "--port", "0"]
        errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        port = try Self.port(from: errors.fileHandleForReading)
    }

    deinit { stop() }

    func stop() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Processor time of the process so far.
    ///
    /// - Units: seconds
    var cpu: Double {
        // A process that is gone has used nothing more.
        let text = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)) ?? ""
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// Memory in use now.
    ///
    /// - Units: MB
    var memory: Double { Self.memory("VmRSS", of: process.processIdentifier) }

    static func memory(_ name: String, of process: Int32) -> Double {
        // A process that is gone holds nothing.
        let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("\(name):") }
        return line.flatMap { $0.split(whereSeparator: { !$0.isNumber }).first }.flatMap { Double($0) }.map {
            $0 / 1024
        } ?? 0
    }

    private static func port(from output: FileHandle) throws -> Int {
        var text = ""
        while !text.contains("\n") {
            let piece = output.availableData
            guard !piece.isEmpty else { throw BenchTrouble("the site did not start: \(text)") }
            text += String(decoding: piece, as: UTF8.self)
        }
        guard let port = text.split(whereSeparator: { !$0.isNumber }).last.flatMap({ Int($0) }) else {
            throw BenchTrouble("the site did not say where it listens: \(text)")
        }
        return port
    }
}
