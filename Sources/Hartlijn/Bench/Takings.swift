import Clinical
import Foundation
import Storage

/// What was measured in the practice of one size: a value for each round, of the product and of each floor.
struct Takings {
    /// The pages of the patient with five thousand readings, and of the practice.
    enum Subject: String, CaseIterable {
        case quarter = "/graph?period=quarter"
        case year = "/graph?period=year"
        case today = "/today"
        case worklist = "/worklist"

        fileprivate var figures: Set<BenchFigure> {
            switch self {
            case .quarter, .year, .today: [.pages, .growth]
            case .worklist: [.worklist, .growth]
            }
        }
    }

    let data: BenchData
    private let site: ServedSite
    private let load: Load
    private let scale: Scale
    private let folder: String

    private(set) var few: [Load.Outcome] = []
    private(set) var many: [Load.Outcome] = []
    private(set) var subjects: [Subject: [Load.Outcome]] = [:]
    private(set) var fewInserts: [Pace] = []
    private(set) var manyInserts: [Pace] = []
    /// Inserts with as many rows a commit as the product shared in that round.
    private(set) var sharedInserts: [Pace] = []
    private(set) var syncs: [Double] = []
    private(set) var bareAnswers: [Double] = []
    private(set) var bareLines: [Double] = []
    private(set) var queries: [Double] = []

    private(set) var bytes: [Subject: Int] = [:]
    private(set) var pages: [WeightFigures.Sent] = []
    private(set) var idle = 0.0
    private(set) var idleOwn = 0.0
    private(set) var loaded = 0.0
    private(set) var loadedOwn = 0.0

    init(_ data: BenchData, scale: Scale, folder: String) throws {
        (self.data, self.scale, self.folder) = (data, scale, folder)
        site = try ServedSite(data.place)
        load = Load(site: site, data: data)
        site.settle()
        _ = try load.page("/today", cookie: data.cookies[1], requests: 1, connections: 1)
        (idle, idleOwn) = (site.memory, site.ownMemory)
    }

    mutating func take(_ asked: Set<BenchFigure>) throws {
        bareAnswers.append(try load.page("/health/live", cookie: nil, requests: scale.pages).cpu)
        bareLines.append(try data.place.floor.inserts(rowsPerCommit: 16, commits: scale.commits).cpu)
        if !asked.isDisjoint(with: [.reading, .growth, .memory]) { try takeReadings() }
        for subject in Subject.allCases where !asked.isDisjoint(with: subject.figures) { try take(subject) }
        queries.append(
            try data.place.floor.lastTwenty(
                of: (0..<data.patients).map(BenchData.patient), practice: BenchData.practice,
                rounds: scale.queries
            ).cpu * 1000)
    }

    private mutating func takeReadings() throws {
        few.append(try load.readings(scale.posts, connections: 16))
        fewInserts.append(try data.place.floor.inserts(rowsPerCommit: 16, commits: scale.commits))
        let shared = try load.readings(scale.posts, connections: 64)
        many.append(shared)
        manyInserts.append(try data.place.floor.inserts(rowsPerCommit: 64, commits: scale.commits))
        sharedInserts.append(
            try data.place.floor.inserts(
                rowsPerCommit: max(1, Int(shared.perCommit.rounded())), commits: scale.commits))
        syncs.append(try DiskFloor.syncs(in: folder, count: scale.commits))
    }

    private mutating func take(_ subject: Subject) throws {
        let cookie = subject == .worklist ? data.pohCookie : data.cookies[0]
        subjects[subject, default: []].append(
            try load.page(subject.rawValue, cookie: cookie, requests: scale.pages))
    }

    /// The first round warms up and does not count.
    mutating func forget() {
        (few, many, subjects, fewInserts, manyInserts, sharedInserts) = ([], [], [:], [], [], [])
        (syncs, bareAnswers, bareLines, queries) = ([], [], [], [])
    }

    mutating func finish() throws {
        (loaded, loadedOwn) = (site.mostMemory, site.ownMemory)
        let client = try LoadClient(port: site.port)
        for subject in Subject.allCases {
            let cookie = subject == .worklist ? data.pohCookie : data.cookies[0]
            let answer = try client.ask(LoadClient.get(subject.rawValue, cookie: cookie))
            bytes[subject] = answer.body.count
        }
        pages = try ["/today", "/graph", "/measure/numbers", "/messages", "/goal"].map { path in
            let answer = try client.ask(LoadClient.get(path, cookie: data.cookies[2]))
            guard answer.status == 200 else { throw BenchTrouble("\(path) was answered with \(answer.status)") }
            return WeightFigures.Sent(
                path: path, page: answer.body, linked: try WeightFigures.linked(in: answer.text, client))
        }
        site.kill()
    }

    func cpu(_ subject: Subject) -> [Double] { subjects[subject, default: []].map(\.cpu) }

    /// What no page can do without: an answer, and a line in the access log that is on disk.
    var unavoidable: [Double] { zip(bareAnswers, bareLines).map(+) }
}
