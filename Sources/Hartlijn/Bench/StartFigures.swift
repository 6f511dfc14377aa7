import Foundation
import Storage

/// How soon the product answers when it starts over a large file: after a stop, and after it was killed at work.
struct StartFigures {
    let data: BenchData
    let rounds: Int

    func all() throws -> [Figure] {
        var (doors, firsts, restarts, versions, lost): ([Double], [Double], [Double], [Double], [Double]) =
            ([], [], [], [], [])
        for round in 0..<rounds {
            versions.append(
                try Stopwatch.seconds { try RunCommand(program: ServedSite.program, arguments: ["--version"]).run() })
            let cold = try start { data.place.forget() }
            doors.append(cold.door)
            firsts.append(cold.page)
            let acknowledged = try killedAtWork(after: 0.4 + Double(round) * 0.05)
            restarts.append(try start {}.page)
            // What was not acknowledged may be there or not; what was acknowledged must be.
            let kept = Set(try data.place.floor.senderNumbers().map { String($0.prefix { $0 != "|" }) })
            lost.append(Double(acknowledged.subtracting(kept).count))
        }
        let floor = Figure.Floor(versions, "the program only says its version")
        let size = "\(data.readingCount) readings"
        return [
            Figure("P8", "start to the sign-in page, \(size)", doors, "s", .atMost(0.25), floor: floor),
            Figure("P8", "start to a page of a patient, \(size)", firsts, "s", .atMost(0.25), floor: floor),
            Figure("P8", "the same after a kill at work", restarts, "s", .atMost(0.25), floor: floor),
            Figure("P8", "readings acknowledged and lost by the kill", lost, "", .atMost(0)),
        ]
    }

    private func start(after prepare: () -> Void) throws -> (door: Double, page: Double) {
        prepare()
        var site: ServedSite?
        defer { site?.kill() }
        var door = 0.0
        let page = try Stopwatch.seconds {
            door = try Stopwatch.seconds {
                let started = try ServedSite(data.place)
                site = started
                try LoadClient(port: started.port).expect(200, to: LoadClient.get("/"))
            }
            guard let site else { return }
            try LoadClient(port: site.port).expect(200, to: LoadClient.get("/today", cookie: data.cookies[1]))
        }
        return (door, page)
    }

    private func killedAtWork(after seconds: Double) throws -> Set<String> {
        let site = try ServedSite(data.place)
        return try Load(site: site, data: data).readingsUntilKilled(connections: 16, after: seconds)
    }
}
