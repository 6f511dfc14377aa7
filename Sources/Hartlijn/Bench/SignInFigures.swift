import Foundation
import Identity
import Storage

/// Whether people who sign in keep the others waiting, and what one of them costs.
struct SignInFigures {
    let data: BenchData
    let seconds: Double
    let rounds: Int
    let perSecond: Int

    func all() throws -> [Figure] {
        let site = try ServedSite(data.place)
        defer { site.kill() }
        site.settle()
        let load = Load(site: site, data: data)
        _ = try load.latencies(of: pages, seconds: seconds / 5)
        var (quiet, during, costs, hashes): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
        for _ in 0..<rounds {
            quiet.append(try load.latencies(of: pages, seconds: seconds).p99("today"))
            during.append(try load.latencies(of: pages + signIns, seconds: seconds).p99("today"))
            costs.append(try cost(of: site))
            hashes.append(
                try Pace.of(perSecond) { for _ in 0..<perSecond { _ = try SignIn.scrypt(BenchData.password) } }.cpu)
        }
        return [
            Figure(
                "P12", "today, 8 connections, p99 during \(perSecond) sign-ins a second", during, "ms", .atMost(50),
                floor: .init(quiet, "its p99 when nobody signs in")),
            Figure(
                "P12", "one sign-in, processor", costs, "ms", .none, floor: .init(hashes, "one scrypt alone")),
        ]
    }

    private var pages: [Caller] {
        let requests = data.cookies.prefix(8).map { LoadClient.get("/today", cookie: $0) }
        return Caller.eager(8) { place, _ in Caller.Turn(name: "today", request: requests[place]) }
    }

    private var signIns: [Caller] {
        Caller.steady(perSecond, perSecond: Double(perSecond)) { _, _ in
            Caller.Turn(name: "sign-in", request: Self.request, status: 303)
        }
    }

    static let name = "poh-at-the-door"
    private static let request = LoadClient.post("/sign-in", "name=\(name)&password=\(BenchData.password)")

    /// - Returns: milliseconds of the processor
    private func cost(of site: ServedSite) throws -> Double {
        let client = try LoadClient(port: site.port)
        let before = site.cpu
        for _ in 0..<perSecond { try client.expect(303, to: Self.request) }
        return (site.cpu - before) * 1000 / Double(perSecond)
    }
}
