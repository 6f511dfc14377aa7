import Storage

/// What a reading takes on the disk: itself, its indexes, its day and its line in the access log.
struct DiskFigures {
    let data: BenchData
    let readings: Int

    func all() throws -> [Figure] {
        let site = try ServedSite(data.place)
        defer { site.kill() }
        site.settle()
        let before = try data.place.floor.bytes()
        _ = try Load(site: site, data: data).readings(readings, connections: 64)
        let grown = try data.place.floor.bytes() - before
        let sent = readings / 64 * 64
        return [
            Figure(
                "P10", "disk for each of \(sent) readings by form", [Double(grown) / Double(sent) / 1000], "kB",
                .atMost(1.4),
                floor: .init(
                    [try data.place.floor.bytesPerRow(rows: sent) / 1000], "a bare row and its index, as many"))
        ]
    }
}
