/// A busy hour, made short: seven pages, two worklists and a reading in turn, while a large export is read in.
struct MixedFigures {
    let folder: String
    let data: BenchData
    let megabytes: Int
    let seconds: Double
    let rounds: Int

    private static let kinds = ["page", "worklist", "reading"]

    func all() throws -> [Figure] {
        let export = "\(folder)/mixed.xml"
        try HealthExport(megabytes: megabytes).write(to: export)
        let site = try ServedSite(data.place)
        defer { site.kill() }
        site.settle()
        let load = Load(site: site, data: data)
        let callers = try callers(load)
        _ = try load.latencies(of: callers, seconds: seconds / 5)
        var (alone, beside): ([[String: Latencies]], [[String: Latencies]]) = ([], [])
        for round in 0..<rounds {
            alone.append(try load.latencies(of: callers, seconds: seconds))
            let imports = importing(export, from: data.patients - 1 - round * 10)
            beside.append(try imports.during { try load.latencies(of: callers, seconds: seconds) })
        }
        return Self.kinds.map { kind in
            Figure(
                "P11", "\(kind) of a mixed hour beside an import, p99", beside.map { $0.p99(kind) }, "ms",
                kind == "page" ? .atMost(50) : .none,
                floor: .init(alone.map { $0.p99(kind) }, "the same without the import"))
        }
    }

    /// Sixteen connections, each with a patient of its own, and not all at the same place of the ten.
    private func callers(_ load: Load) throws -> [Caller] {
        let forms = try (0..<16).map(load.form)
        let worklist = Caller.Turn(name: "worklist", request: LoadClient.get("/worklist", cookie: data.pohCookie))
        let pages = forms.map { form in
            [Takings.Subject.today, .quarter].map {
                Caller.Turn(name: "page", request: LoadClient.get($0.rawValue, cookie: form.cookie))
            }
        }
        return Caller.eager(forms.count) { place, number in
            switch (number + place) % 10 {
            case 4: Caller.Turn(name: "reading", request: forms[place].filledIn(number).request, status: 303)
            case 2, 7: worklist
            case let turn: pages[place][turn % 2]
            }
        }
    }

    /// Reads the export in for one patient after the other, from the last on: the first are the ones who measure.
    private func importing(_ export: String, from first: Int) -> Beside {
        Beside(jobs: [
            { [data] goesOn in
                var patient = first
                while goesOn() {
                    try ImportFigures.command(export, into: patient, of: data).run(while: goesOn)
                    patient -= 1
                }
            }
        ])
    }
}
