import Foundation
import Storage

/// The figures of the site under load, out of what was taken in the rounds.
struct SiteFigures {
    let taken: [Takings]

    init(_ taken: [Takings]) { self.taken = taken }

    /// A practice of some thousand patients is what most are.
    static func usual(among sizes: [Int]) -> Int { sizes.min { abs($0 - 1000) < abs($1 - 1000) } ?? 1000 }

    private var usual: Takings? {
        let size = Self.usual(among: taken.map(\.data.patients))
        return taken.first { $0.data.patients == size }
    }

    var readings: [Figure] {
        guard let usual else { return [] }
        let rate = usual.many.map(\.perSecond)
        return readings(usual.few, 16, usual.fewInserts, usual) + readings(usual.many, 64, usual.manyInserts, usual) + [
            Figure(
                "P1", "readings a second against syncs, 64 connections", rate, "/s", .ratioAtLeast(10),
                floor: .init(usual.syncs, "syncs of 4 KiB a second")),
            Figure("P1", "readings in one commit, 64 connections", usual.many.map(\.perCommit), "", .none),
            Figure(
                "P1", "readings a second against inserts in such commits", rate, "/s", .none,
                floor: .init(usual.sharedInserts.map(\.perSecond), "bare inserts a second, as many a commit")),
        ]
    }

    private func readings(
        _ outcomes: [Load.Outcome], _ connections: Int, _ inserts: [Pace], _ usual: Takings
    ) -> [Figure] {
        let least = zip(usual.bareAnswers, inserts).map { $0 + $1.cpu }
        return [
            Figure(
                "P1", "one reading by form, \(connections) connections, processor", outcomes.map(\.cpu), "ms",
                .atMost(0.30), floor: .init(least, "a bare answer and a bare insert")),
            Figure(
                "P1", "readings a second, \(connections) connections", outcomes.map(\.perSecond), "/s",
                .ratioAtLeast(0.3),
                floor: .init(inserts.map(\.perSecond), "bare inserts a second, \(connections) a commit")),
        ]
    }

    var pages: [Figure] {
        guard let usual else { return [] }
        return [
            (Takings.Subject.quarter, "graph of 90 days, 5,000 readings"),
            (.year, "graph of a year, 5,000 readings"), (.today, "today, 5,000 readings"),
        ]
        .flatMap { subject, about in
            [
                Figure(
                    "P4", "\(about), processor", usual.cpu(subject), "ms", .atMost(1.0),
                    floor: .init(usual.unavoidable, "a bare answer and a bare line")),
                Figure(
                    "P4", "\(about), size", [Double(usual.bytes[subject, default: 0]) / 1000], "kB", .atMost(40)),
            ]
        }
    }

    var worklists: [Figure] {
        taken.map {
            Figure(
                "P5", "worklist of 100 lines, \($0.data.patients) patients, processor", $0.cpu(.worklist), "ms",
                .atMost(1.5), floor: .init($0.unavoidable, "a bare answer and a bare line"))
        }
            + taken.suffix(1).map {
                Figure(
                    "P5", "worklist of 100 lines, size", [Double($0.bytes[.worklist, default: 0]) / 1000], "kB", .none)
            }
            + growths { first, later in
                Figure(
                    "P5", "worklist, \(later.data.patients) over \(first.data.patients) patients",
                    zip(later.cpu(.worklist), first.cpu(.worklist)).map(/), "×", .atMost(1.5))
            }
    }

    /// Our growth divided by what the engine's own bare query grows in the same files, each round.
    var growth: [Figure] {
        let kinds: [(String, (Takings) -> [Double])] = [
            ("a reading", { $0.few.map(\.cpu) }), ("graph of 90 days", { $0.cpu(.quarter) }),
            ("graph of a year", { $0.cpu(.year) }), ("today", { $0.cpu(.today) }),
            ("worklist", { $0.cpu(.worklist) }),
        ]
        return kinds.flatMap { about, values in
            growths { first, later in
                Figure(
                    "P6", "\(about), \(later.data.readingCount) over \(first.data.readingCount) readings",
                    zip(values(later), values(first)).map(/), "×", .ratioAtMost(1.3),
                    floor: .init(
                        zip(later.queries, first.queries).map(/), "growth of the bare query of the last 20"))
            }
        }
    }

    private func growths(_ figure: (Takings, Takings) -> Figure) -> [Figure] {
        guard let first = taken.first else { return [] }
        return taken.dropFirst().map { figure(first, $0) }
    }

    var memory: [Figure] {
        guard let largest = taken.last else { return [] }
        let size = "\(largest.data.readingCount) readings"
        return [
            Figure("P9", "memory idle, \(size)", [largest.idle], "MB", .atMost(50)),
            Figure("P9", "  of which its own", [largest.idleOwn], "MB", .none),
            Figure("P9", "memory at most, 64 connections, \(size)", [largest.loaded], "MB", .atMost(120)),
            Figure("P9", "  of which its own, afterwards", [largest.loadedOwn], "MB", .none),
        ]
    }
}
