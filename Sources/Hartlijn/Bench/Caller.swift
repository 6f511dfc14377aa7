import Foundation
import Synchronization

/// What one connection asks, turn after turn, for as long as something lasts.
struct Caller: Sendable {
    struct Turn: Sendable {
        /// Under which name the time of the answer is kept.
        let name: String
        let request: [UInt8]
        var status = 200
    }

    /// When turns are due; without it each follows the answer before.
    ///
    /// - Units: seconds
    private var pace: (first: Double, pause: Double)?
    private let turn: @Sendable (Int) -> Turn

    /// Connections that ask as fast as they are answered.
    ///
    /// - Parameter turn: of which connection, and how many went before
    static func eager(_ count: Int, _ turn: @escaping @Sendable (Int, Int) -> Turn) -> [Caller] {
        (0..<count).map { place in Caller { turn(place, $0) } }
    }

    /// Connections that together ask so many times a second, one after the other.
    static func steady(
        _ count: Int, perSecond: Double, _ turn: @escaping @Sendable (Int, Int) -> Turn
    ) -> [Caller] {
        (0..<count).map { place in
            Caller(pace: (Double(place) / perSecond, Double(count) / perSecond)) { turn(place, $0) }
        }
    }

    private init(pace: (first: Double, pause: Double)? = nil, _ turn: @escaping @Sendable (Int) -> Turn) {
        (self.pace, self.turn) = (pace, turn)
    }

    /// What is due while the answer before is still awaited, waits itself: that counts as well.
    fileprivate func run(on client: LoadClient, while goesOn: () -> Bool) throws -> [String: Latencies] {
        var taken: [String: Latencies] = [:]
        var number = 0
        let start = Stopwatch.now
        while goesOn() {
            let turn = turn(number)
            var began = Stopwatch.now
            if let pace {
                let due = start + pace.first + Double(number) * pace.pause
                if due > began { usleep(UInt32((due - began) * 1_000_000)) }
                began = due > began ? Stopwatch.now : due
            }
            try client.expect(turn.status, to: turn.request)
            taken[turn.name, default: Latencies()].add((Stopwatch.now - began) * 1000)
            number += 1
        }
        return taken
    }
}

extension Load {
    /// Asks with all callers for as long as the work takes.
    func latencies(of callers: [Caller], during work: () throws -> Void) throws -> [String: Latencies] {
        let taken = Mutex<[String: Latencies]>([:])
        let port = site.port
        let jobs = callers.map { caller -> Beside.Job in
            { goesOn in
                let mine = try caller.run(on: LoadClient(port: port), while: goesOn)
                taken.withLock { $0.merge(mine, uniquingKeysWith: +) }
            }
        }
        try Beside(jobs: jobs).during(work)
        return taken.withLock { $0 }
    }

    /// The same, for a fixed time.
    func latencies(of callers: [Caller], seconds: Double) throws -> [String: Latencies] {
        try latencies(of: callers) { usleep(UInt32(seconds * 1_000_000)) }
    }
}

extension [String: Latencies] {
    func p99(_ name: String) -> Double { self[name, default: Latencies()].p99 }
}
