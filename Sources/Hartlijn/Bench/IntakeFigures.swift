import Foundation
import Storage

/// How quickly the readings of a file come in: the command as a person gives it, starting and ending included.
struct IntakeFigures {
    let folder: String
    let data: BenchData
    let sizes: [Int]
    let rounds: Int

    func all() throws -> [Figure] {
        try sizes.enumerated().flatMap { try figures($1, from: data.patients / 2 + $0 * (rounds + 1)) }
    }

    private func figures(_ count: Int, from first: Int) throws -> [Figure] {
        let path = "\(folder)/meter-\(count).csv"
        try MeterExport(readings: count).write(to: path)
        // As many as the import keeps in one commit.
        let commits = (count + 249) / 250
        var (taken, floors): ([Pace], [Pace]) = ([], [])
        for round in 0...rounds {
            // Each time for somebody else, so that all of it is new.
            let command = ImportFigures.command(path, into: first + round, of: data)
            taken.append(try Pace.of(count, beside: { Self.ended + data.place.floor.cpu }) { try command.run() })
            floors.append(try data.place.floor.inserts(rowsPerCommit: count / commits, commits: commits))
        }
        // The first round warms up and does not count.
        let (counted, bare) = (taken.dropFirst(), floors.dropFirst())
        return [
            Figure(
                "INTAKE", "a reading of a file of \(count), processor", counted.map(\.cpu), "ms", .none,
                floor: .init(bare.map(\.cpu), "a bare insert, as many a commit")),
            Figure(
                "INTAKE", "readings a second of a file of \(count)", counted.map(\.perSecond), "/s", .none,
                floor: .init(bare.map(\.perSecond), "bare inserts a second, as many a commit")),
        ]
    }

    /// Processor time of the commands that have ended.
    ///
    /// - Units: seconds
    private static var ended: Double {
        var used = rusage()
        #if canImport(Glibc)
            getrusage(RUSAGE_CHILDREN.rawValue, &used)
        #else
            getrusage(RUSAGE_CHILDREN, &used)
        #endif
        return [used.ru_utime, used.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000 }
    }
}

/// The table a meter mails: mornings and evenings of as many days as it takes.
struct MeterExport {
    let readings: Int

    func write(to path: String) throws {
        let rows = (0..<readings).map { number in
            let (day, month, year) = (number / 4 % 28 + 1, number / 112 % 12 + 1, 2010 + number / 1344)
            let date = String(format: "%04d-%02d-%02d", year, month, day)
            let time = ["07:05", "07:07", "21:05", "21:07"][number % 4]
            return "\(date),\(time),\(118 + number % 17),\(72 + number % 9),\(60 + number % 11)\n"
        }
        let text = "Date,Time,Systolic (mmHg),Diastolic (mmHg),Pulse (bpm)\n" + rows.joined()
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
}
