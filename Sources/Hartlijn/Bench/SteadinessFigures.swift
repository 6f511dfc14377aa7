/// Whether pages stay as quick as they are when very many readings come in a row, and afterwards.
struct SteadinessFigures {
    let data: BenchData
    let writes: Int
    /// How long the pages are asked when nothing is written.
    let seconds: Double

    private static let quarter = "graph of 90 days"
    private static let today = "today"
    private static let bare = "a bare answer"

    func all() throws -> [Figure] {
        let site = try ServedSite(data.place)
        defer { site.kill() }
        let load = Load(site: site, data: data)
        site.settle()
        // Who reads does not measure: a page of more readings would be another page.
        let row = try load.prepared(writes, connections: 16, from: 1)
        _ = try load.latencies(of: pages, seconds: seconds / 5)
        let quiet = try load.latencies(of: pages, seconds: seconds)
        let during = try load.latencies(of: pages) { try load.together(row) }
        let after = try load.latencies(of: pages, seconds: seconds)
        return [("during", during), ("after", after)].flatMap { when, taken in
            [Self.quarter, Self.today, Self.bare].map { name in
                Figure(
                    "P7", "\(name), p99 \(when) \(writes) readings", [taken.p99(name)], "ms",
                    name == Self.bare ? .none : .ratioAtMost(2), floor: .init([quiet.p99(name)], "its quiet p99"))
            }
        }
    }

    /// A hundred requests a second, so that a quiet site is quiet and a busy one is not asked for more than it can do.
    private var pages: [Caller] {
        let turns = [
            Caller.Turn(
                name: Self.quarter,
                request: LoadClient.get(Takings.Subject.quarter.rawValue, cookie: data.cookies[0])),
            Caller.Turn(
                name: Self.today, request: LoadClient.get(Takings.Subject.today.rawValue, cookie: data.cookies[0])),
            Caller.Turn(name: Self.bare, request: LoadClient.get("/health/live")),
        ]
        return Caller.steady(8, perSecond: 100) { turns[($0 + $1) % turns.count] }
    }
}
