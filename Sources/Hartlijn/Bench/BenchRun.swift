import Clinical
import Foundation
import Storage

/// One run over practices of several sizes: figure, floor, figure, floor.
struct BenchRun {
    let folder: String
    /// A server to measure on, instead of files in the folder.
    let server: PostgresServer?
    let scale: Scale
    let asked: Set<BenchFigure>

    private static let ofSites: Set<BenchFigure> = [.reading, .pages, .worklist, .growth, .memory, .weight]
    private static let ofUsual: Set<BenchFigure> = [.steadiness, .disk, .mixed, .signIn, .intake]

    func all() async throws -> [Figure] {
        let practices = try await practices()
        var taken: [Takings] = []
        if !asked.isDisjoint(with: Self.ofSites) { taken = try rounds(practices) }
        let report = SiteFigures(taken)
        var figures: [Figure] = []
        if asked.contains(.reading) { figures += report.readings }
        if asked.contains(.pages) { figures += report.pages }
        if asked.contains(.worklist) { figures += report.worklists }
        if asked.contains(.growth) { figures += report.growth }
        if asked.contains(.start), let largest = practices.last {
            tell("Starting …")
            figures += try StartFigures(data: largest, rounds: scale.starts).all()
        }
        if asked.contains(.memory), let smallest = practices.first {
            tell("Importing \(scale.exportMegabytes) MB …")
            figures += report.memory
            figures += try ImportFigures(folder: folder, data: smallest, megabytes: scale.exportMegabytes).all()
        }
        if let usual = practices.first(where: { $0.patients == SiteFigures.usual(among: sizes) }) {
            figures += try beside(usual)
        }
        if asked.contains(.judgement) {
            figures.append(judgements())
            figures += MeterFigures(rounds: scale.rounds, values: scale.judgements).all()
        }
        if asked.contains(.sealing) {
            tell("Sealing …")
            figures += try await SealFigures(
                folder: folder, rounds: scale.rounds, conversations: scale.queries / 10
            ).all()
        }
        if asked.contains(.weight), let pages = taken.first?.pages {
            figures += try WeightFigures(folder: folder, pages: pages).all()
        }
        return figures
    }

    /// The figures of requests of several kinds beside each other, in a practice of the usual size.
    private func beside(_ usual: BenchData) throws -> [Figure] {
        let (seconds, rounds) = (scale.seconds, scale.rounds)
        var figures: [Figure] = []
        if asked.contains(.disk) {
            tell("Filling the disk …")
            figures += try DiskFigures(data: usual, readings: scale.kept).all()
        }
        if asked.contains(.mixed) {
            tell("A mixed hour …")
            figures += try MixedFigures(
                folder: folder, data: usual, megabytes: scale.mixedMegabytes, seconds: seconds, rounds: rounds
            ).all()
        }
        if asked.contains(.signIn) {
            tell("Signing in …")
            figures += try SignInFigures(data: usual, seconds: seconds, rounds: rounds, perSecond: scale.signIns).all()
        }
        if asked.contains(.intake) {
            tell("Importing tables of a meter …")
            figures += try IntakeFigures(folder: folder, data: usual, sizes: scale.files, rounds: rounds).all()
        }
        // Last, because it leaves so many readings behind.
        if asked.contains(.steadiness) {
            tell("\(scale.row) readings in a row …")
            figures += try SteadinessFigures(data: usual, writes: scale.row, seconds: seconds).all()
        }
        return figures
    }

    /// Only the sizes that the asked figures need.
    private var sizes: [Int] {
        if !asked.isDisjoint(with: [.worklist, .growth]) { return scale.sizes }
        var sizes: Set<Int> = []
        if !asked.isDisjoint(with: [.start, .memory]) {
            sizes.formUnion(scale.sizes.prefix(1) + scale.sizes.suffix(1))
        }
        let needUsual = sizes.isEmpty ? Self.ofUsual.union(Self.ofSites) : Self.ofUsual
        if !asked.isDisjoint(with: needUsual) { sizes.insert(SiteFigures.usual(among: scale.sizes)) }
        return sizes.sorted()
    }

    private func practices() async throws -> [BenchData] {
        var practices: [BenchData] = []
        for patients in sizes {
            var data = BenchData(
                place: try await place(patients), patients: patients, readingsPerPatient: scale.readingsPerPatient)
            tell("Making a practice of \(patients) patients, \(data.readingCount) readings …")
            try await data.make()
            practices.append(data)
        }
        return practices
    }

    private func place(_ patients: Int) async throws -> BenchPlace {
        guard let server else { return BenchPlace(folder: "\(folder)/\(patients)") }
        return try await BenchPlace(server: server, name: Self.database(patients), folder: folder)
    }

    private static func database(_ patients: Int) -> String {
        "bench_\(ProcessInfo.processInfo.processIdentifier)_\(patients)"
    }

    /// Drops what was made on a server; files go with their folder.
    func clean() async throws {
        for patients in sizes { try await server?.drop(Self.database(patients)) }
    }

    /// Every practice is served at once, and each round goes past all of them, so that a slow minute of the machine
    /// slows figure and floor alike.
    private func rounds(_ practices: [BenchData]) throws -> [Takings] {
        var taken = try practices.map { try Takings($0, scale: scale, folder: folder) }
        for round in 0...scale.rounds {
            tell(round == 0 ? "Warming up …" : "Round \(round) of \(scale.rounds) …")
            for place in taken.indices { try taken[place].take(asked) }
            if round == 0 { for place in taken.indices { taken[place].forget() } }
        }
        for place in taken.indices { try taken[place].finish() }
        return taken
    }

    /// How many home weeks one core judges.
    private func judgements() -> Figure {
        let week = (0..<28).map { place in
            HomeReading(
                Day(number: 20_000 + place / 4), place % 4 < 2 ? .morning : .evening,
                .mmHg(128 + place % 9, over: 78 + place % 5))
        }
        var raised = 0
        let perSecond = (0..<scale.rounds).map { _ in
            let seconds = Stopwatch.seconds {
                for round in 0..<scale.judgements {
                    let limit = BloodPressure.mmHg(135 - round % 9, over: 85)
                    if case .raised = HomeBloodPressure.judge(week, against: limit).outcome { raised += 1 }
                }
            }
            return Double(scale.judgements) / seconds
        }
        // The outcomes are used, so that the compiler keeps the work.
        if raised > scale.rounds * scale.judgements { tell("more raised than judged") }
        return Figure("P14", "home weeks of 28 readings judged, one core", perSecond, "/s", .atLeast(500_000))
    }
}
