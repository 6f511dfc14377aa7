import Clinical
import Foundation
import Storage

/// One run over practices of three sizes: figure, floor, figure, floor.
struct BenchRun {
    let folder: String
    let largest: Int
    let quick: Bool

    private var sizes: [Int] { Array(Set(quick ? [64, largest] : [100, 1000, largest])).sorted() }
    private var requests: Int { quick ? 50 : 1000 }

    /// What was measured in a practice of one size.
    private struct Size {
        let patients: Int
        let readings: Load.Outcome
        let many: Load.Outcome
        let quarter: Load.Outcome
        let year: Load.Outcome
        let today: Load.Outcome
        let worklist: Load.Outcome
        let floor: Double
        let pages: [(String, [UInt8])]
        let idle: Double
        let loaded: Double
        let inserts: (sixteen: Double, many: Double)
        let syncs: Double
    }

    func all() async throws -> [Figure] {
        var measured: [Size] = []
        for patients in sizes {
            var data = BenchData(folder: "\(folder)/\(patients)", patients: patients)
            tell("Making a practice of \(patients) patients …")
            try await data.make()
            tell("Measuring …")
            measured.append(try measure(data))
        }
        guard let first = measured.first, let last = measured.last else { return [] }
        return intake(first) + pages(first) + worklists(measured) + growth(first, last) + (try start())
            + memory(first) + (try importing()) + [judging()] + (try weights(first))
    }

    private func measure(_ data: BenchData) throws -> Size {
        let site = try ServedSite(data: data.folder)
        defer { site.stop() }
        let load = Load(site: site, data: data)
        _ = try load.page("/today", cookie: data.cookies[1], requests: 5)
        let idle = site.memory
        let syncs = try EngineFloor.syncs(in: folder, count: quick ? 50 : 300)
        let few = try load.readings(connections: 16, each: quick ? 10 : 400)
        let fewFloor = try EngineFloor.inserts(in: folder, rowsPerCommit: 16, commits: quick ? 20 : 400)
        let many = try load.readings(connections: 64, each: quick ? 5 : 200)
        let loaded = site.memory
        let manyFloor = try EngineFloor.inserts(in: folder, rowsPerCommit: 64, commits: quick ? 10 : 200)
        let quarter = try load.page("/graph?period=quarter", cookie: data.cookies[0], requests: requests)
        let year = try load.page("/graph?period=year", cookie: data.cookies[0], requests: requests)
        let today = try load.page("/today", cookie: data.cookies[0], requests: requests)
        let worklist = try load.page("/worklist", cookie: data.pohCookie, requests: requests)
        let floor = try EngineFloor.lastTwenty(
            in: data.path, of: (0..<data.patients).map(BenchData.patient), practice: BenchData.practice,
            rounds: quick ? 500 : 20_000)
        let client = try LoadClient(port: site.port)
        let pages = try ["/today", "/graph", "/measure/numbers", "/messages"].map { path in
            (path, try client.get(path, cookie: data.cookies[2]).body)
        }
        return Size(
            patients: data.patients, readings: few, many: many, quarter: quarter, year: year, today: today,
            worklist: worklist, floor: floor, pages: pages, idle: idle, loaded: loaded, inserts: (fewFloor, manyFloor),
            syncs: syncs)
    }

    private func intake(_ size: Size) -> [Figure] {
        [
            .atMost(0.30, "P1", "one reading by form, 16 connections, processor time", size.readings.cpu, "ms"),
            .atLeast(
                0.3, of: size.inserts.sixteen, "bare inserts/s, 16 a commit", "P1", "readings a second, 16 connections",
                size.readings.perSecond, "/s"),
            .atMost(0.30, "P1", "one reading by form, 64 connections, processor time", size.many.cpu, "ms"),
            .atLeast(
                0.3, of: size.inserts.many, "bare inserts/s, 64 a commit", "P1", "readings a second, 64 connections",
                size.many.perSecond, "/s"),
            .atLeast(
                10, of: size.syncs, "syncs of the disk/s", "P1", "readings a second against the disk, 64 connections",
                size.many.perSecond, "/s"),
        ]
    }

    private func pages(_ size: Size) -> [Figure] {
        [
            ("graph of 90 days, 5,000 readings", size.quarter), ("graph of 1 year, 5,000 readings", size.year),
            ("today", size.today),
        ]
        .flatMap { name, page in
            [
                Figure.atMost(1.0, "P4", "\(name), processor time", page.cpu, "ms"),
                .atMost(40, "P4", "\(name), size", Double(page.bytes) / 1024, "kB"),
            ]
        }
    }

    private func worklists(_ sizes: [Size]) -> [Figure] {
        sizes.map {
            Figure.atMost(1.5, "P5", "worklist of 100, \($0.patients) patients, processor time", $0.worklist.cpu, "ms")
        } + [
            .atMost(
                1.5, "P5", "worklist, growth from the smallest to the largest practice",
                (sizes.last?.worklist.cpu ?? 0) / (sizes.first?.worklist.cpu ?? 1), "×")
        ]
    }

    /// Our growth divided by what the engine's own bare query grows in the same files.
    private func growth(_ first: Size, _ last: Size) -> [Figure] {
        let floor = max(1, last.floor / first.floor)
        return [
            ("a reading", first.many.cpu, last.many.cpu), ("graph of a year", first.year.cpu, last.year.cpu),
            ("today", first.today.cpu, last.today.cpu), ("worklist", first.worklist.cpu, last.worklist.cpu),
        ].map { name, small, large in
            Figure.atMost(
                1.3, "P6", "\(name), \(first.patients) to \(last.patients) patients, beyond the floor",
                large / small / floor, "×", floor: floor, floorAbout: "growth of the bare query")
        }
    }

    /// From nothing to a first page, and again after the process was killed.
    private func start() throws -> [Figure] {
        try ["cold start to first page, largest practice", "restart after kill"].map { name in
            let times = try (0..<5).map { _ in
                try Stopwatch.seconds {
                    let site = try ServedSite(data: "\(folder)/\(sizes.last ?? 0)")
                    guard try LoadClient(port: site.port).get("/", cookie: nil).status == 200 else {
                        throw BenchTrouble("no first page")
                    }
                    site.stop()
                }
            }
            return .atMost(0.25, "P8", name, Stopwatch.median(times), "s")
        }
    }

    private func memory(_ size: Size) -> [Figure] {
        [
            .atMost(50, "P9", "memory, idle", size.idle, "MB"),
            .atMost(120, "P9", "memory, 64 connections", size.loaded, "MB"),
        ]
    }

    /// A large export of a phone, read by a process of its own.
    private func importing() throws -> [Figure] {
        let path = "\(folder)/export.xml"
        try HealthExport(megabytes: quick ? 5 : 200).write(to: path)
        let small = "\(folder)/small.xml"
        try HealthExport(megabytes: 0).write(to: small)
        let idle = try importMemory(small)
        let peak = try importMemory(path)
        return [.atMost(100, "P9", "memory, importing \(quick ? 5 : 200) MB, beyond idle", peak - idle, "MB")]
    }

    private func importMemory(_ path: String) throws -> Double {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = [
            "import", path, "--patient", "\(BenchData.patient(1))", "--data", "\(folder)/\(sizes[0])",
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        var peak = 0.0
        while process.isRunning {
            peak = max(peak, ServedSite.memory("VmHWM", of: process.processIdentifier))
            usleep(5000)
        }
        guard process.terminationStatus == 0 else { throw BenchTrouble("the import ended with an error") }
        return peak
    }

    private func judging() -> Figure {
        let week = (0..<28).map { place in
            HomeReading(
                Day(number: 20_000 + place / 4), place % 4 < 2 ? .morning : .evening,
                .mmHg(128 + place % 9, over: 78 + place % 5))
        }
        let rounds = quick ? 20_000 : 1_000_000
        var raised = 0
        let seconds = Stopwatch.seconds {
            for round in 0..<rounds {
                let limit = BloodPressure.mmHg(135 - round % 9, over: 85)
                if case .raised = HomeBloodPressure.judge(week, against: limit).outcome { raised += 1 }
            }
        }
        let perSecond = Double(rounds) / seconds
        // The outcomes are used, so that the compiler keeps the work.
        if raised > rounds { tell("more raised than judged") }
        return Figure(
            name: "P14", about: "home weeks judged a second, one core", value: perSecond, unit: "/s",
            target: "≥ 500000", isReached: perSecond >= 500_000)
    }

    private func weights(_ size: Size) throws -> [Figure] {
        try size.pages.map { path, bytes in
            .atMost(15, "P15", "\(path), compressed", Double(try gzipped(bytes)) / 1024, "kB")
        }
    }

    private func gzipped(_ bytes: [UInt8]) throws -> Int {
        let path = "\(folder)/page.html"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-c", "-6", path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data.count
    }
}
