import Foundation

/// What reading a large export of a phone costs, in a process of its own.
struct ImportFigures {
    let folder: String
    let data: BenchData
    let megabytes: Int

    func all() throws -> [Figure] {
        let idle = try memory(reading: try export("small.xml", megabytes: 0))
        let path = try export("export.xml", megabytes: megabytes)
        var most = 0.0
        let seconds = try Stopwatch.seconds { most = try memory(reading: path) }
        return [
            Figure(
                "P9", "memory more when importing \(megabytes) MB of Apple Health", [most - idle], "MB", .atMost(100)),
            Figure("P9", "importing \(megabytes) MB takes", [seconds], "s", .none),
        ]
    }

    private func export(_ name: String, megabytes: Int) throws -> String {
        let path = "\(folder)/\(name)"
        try HealthExport(megabytes: megabytes).write(to: path)
        return path
    }

    private func memory(reading path: String) throws -> Double {
        try Self.command(path, into: 1, of: data).run()
    }

    /// The command that reads a file into the readings of one patient.
    static func command(_ path: String, into patient: Int, of data: BenchData) -> RunCommand {
        RunCommand(
            program: ServedSite.program,
            arguments: ["import", path, "--patient", "\(BenchData.patient(patient))"] + data.place.options)
    }
}
