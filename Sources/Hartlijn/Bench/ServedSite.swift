import Foundation
import Storage

/// The product as a process of its own, so that its processor time and its memory are its own.
final class ServedSite: Sendable {
    let port: Int
    private let process: Process
    private let floor: any EngineFloor

    /// Starts `serve` and waits for the line that says where it listens.
    init(_ place: BenchPlace) throws {
        floor = place.floor
        process = Process()
        process.executableURL = Self.program
        process.arguments = ["serve", "--port", "0"] + place.options
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        ChildProcesses.started(process.processIdentifier)
        do {
            port = try Self.port(from: errors.fileHandleForReading)
        } catch {
            process.terminate()
            throw error
        }
        // What it says later is read too, or it would wait for a reader.
        errors.fileHandleForReading.readabilityHandler = { if $0.availableData.isEmpty { $0.readabilityHandler = nil } }
    }

    deinit { kill() }

    static var program: URL { URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath() }

    /// As if the machine lost its power: nothing is said and nothing is finished.
    func kill() {
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        ChildProcesses.ended(process.processIdentifier)
    }

    /// Waits until what it does of its own accord at the start is done.
    func settle() {
        var before = cpu
        for _ in 0..<120 {
            usleep(250_000)
            let now = cpu
            if now - before < 0.01 { return }
            before = now
        }
    }

    /// Processor time of the site and of its database so far.
    ///
    /// - Units: seconds
    var cpu: Double {
        let fields =
            Self.text("stat", of: process.processIdentifier).split(separator: ")").last?
            .split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
        return (user + system) * Self.tick + floor.cpu
    }

    /// - Units: seconds
    static let tick = 1 / Double(sysconf(Int32(_SC_CLK_TCK)))

    /// - Units: MB
    var memory: Double { Self.memory("VmRSS", of: process.processIdentifier) }
    var ownMemory: Double { Self.memory("RssAnon", of: process.processIdentifier) }
    var mostMemory: Double { Self.memory("VmHWM", of: process.processIdentifier) }

    static func memory(_ name: String, of process: Int32) -> Double {
        let line = text("status", of: process).split(separator: "\n").first { $0.hasPrefix("\(name):") }
        let kilobytes = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) }
        return kilobytes.map { $0 / 1024 } ?? 0
    }

    private static func text(_ file: String, of process: Int32) -> String {
        // A process that is gone uses nothing more.
        (try? String(contentsOfFile: "/proc/\(process)/\(file)", encoding: .utf8)) ?? ""
    }

    /// It says other things first, such as what it was not given.
    private static func port(from output: FileHandle) throws -> Int {
        var text = ""
        while !text.contains("listens on ") || !text.hasSuffix("\n") {
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

/// A command of the product, or another program, run until it ends.
struct RunCommand {
    let program: URL
    let arguments: [String]

    /// - Parameter goesOn: when it says no, the command is stopped where it is
    /// - Returns: the most memory it held, in MB
    @discardableResult
    func run(while goesOn: () -> Bool = { true }) throws -> Double {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        ChildProcesses.started(process.processIdentifier)
        defer { ChildProcesses.ended(process.processIdentifier) }
        var most = 0.0
        while process.isRunning {
            most = max(most, ServedSite.memory("VmHWM", of: process.processIdentifier))
            usleep(2000)
            guard goesOn() else {
                process.terminate()
                process.waitUntilExit()
                return most
            }
        }
        guard process.terminationStatus == 0 else {
            throw BenchTrouble("\(program.lastPathComponent) \(arguments.first ?? "") ended with an error")
        }
        return most
    }
}
