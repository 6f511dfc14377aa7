import Clinical
import Foundation
import Storage
import Synchronization

/// Requests over several connections at once, counted and bounded.
struct Load: Sendable {
    let site: ServedSite
    let data: BenchData

    struct Outcome: Sendable {
        /// Processor time of the site for one request.
        ///
        /// - Units: milliseconds
        let cpu: Double
        let perSecond: Double
        /// How many requests were kept in one commit.
        let perCommit: Double
    }

    /// The same page, again and again, over as many connections as the peers had.
    func page(_ path: String, cookie: String?, requests: Int, connections: Int = 16) throws -> Outcome {
        let request = LoadClient.get(path, cookie: cookie)
        let each = max(1, requests / connections)
        return try together(
            (0..<connections).map { _ in Connection(requests: Array(repeating: request, count: each), status: 200) })
    }

    /// Readings by form over many connections, each a patient of its own.
    func readings(_ count: Int, connections: Int) throws -> Outcome {
        try together(prepared(count, connections: connections))
    }

    /// Readings that only have to be sent.
    func prepared(_ count: Int, connections: Int, from first: Int = 0) throws -> [Connection] {
        let each = max(1, count / connections)
        return try (first..<first + connections).map { place in
            let form = try form(of: place)
            return Connection(requests: (0..<each).map { form.filledIn($0).request }, status: 303)
        }
    }

    /// Readings until the site is gone.
    ///
    /// - Returns: the numbers of those that were acknowledged
    func readingsUntilKilled(connections: Int, after seconds: Double) throws -> Set<String> {
        let sent = try (0..<connections).map { place in
            let form = try form(of: place)
            return (0..<2000).map { form.filledIn($0) }
        }
        let acknowledged = Mutex<Set<String>>([])
        let group = DispatchGroup()
        let port = site.port
        for each in sent {
            group.enter()
            Thread.detachNewThread {
                // The site is killed under its hands, so an error is how this ends.
                if let client = try? LoadClient(port: port) {
                    for (number, request) in each {
                        guard (try? client.expect(303, to: request)) != nil else { break }  // as above
                        acknowledged.withLock { _ = $0.insert(number) }
                    }
                }
                group.leave()
            }
        }
        usleep(UInt32(seconds * 1_000_000))
        site.kill()
        group.wait()
        return acknowledged.withLock { $0 }
    }

    struct Connection: Sendable {
        fileprivate let requests: [[UInt8]]
        fileprivate let status: Int
    }

    /// The form of a patient, as their page shows it.
    func form(of place: Int) throws -> ReadingForm {
        let cookie = data.cookies[place]
        let page = try LoadClient(port: site.port).ask(LoadClient.get("/measure/numbers", cookie: cookie)).text
        guard let start = page.range(of: "name=\"form\" value=\"") else { throw BenchTrouble("no form on the page") }
        return ReadingForm(
            token: String(page[start.upperBound...].prefix { $0 != "\"" }), cookie: cookie, place: place)
    }

    /// All connections stand ready before the clock runs.
    @discardableResult
    func together(_ connections: [Connection]) throws -> Outcome {
        let (ready, done) = (DispatchGroup(), DispatchGroup())
        let go = DispatchSemaphore(value: 0)
        let failures = Mutex<[String]>([])
        for connection in connections {
            ready.enter()
            done.enter()
            let port = site.port
            Thread.detachNewThread {
                defer { done.leave() }
                do {
                    let client = try LoadClient(port: port)
                    ready.leave()
                    go.wait()
                    for request in connection.requests { try client.expect(connection.status, to: request) }
                } catch {
                    failures.withLock { $0.append("\(error)") }
                }
            }
        }
        guard ready.wait(timeout: .now() + 10) == .success else { throw BenchTrouble("the site takes no connections") }
        let (cpu, commits) = (site.cpu, try data.place.floor.commits())
        let seconds = Stopwatch.seconds {
            for _ in connections { go.signal() }
            done.wait()
        }
        if let failure = failures.withLock({ $0.first }) { throw BenchTrouble(failure) }
        let count = Double(connections.reduce(0) { $0 + $1.requests.count })
        let shared = Double(max(1, try data.place.floor.commits() &- commits))
        // The machine counts in ticks; work of less than one is told as one.
        let used = max(site.cpu - cpu, ServedSite.tick)
        return Outcome(cpu: used * 1000 / count, perSecond: count / seconds, perCommit: count / shared)
    }
}

/// The form of step 3, to be filled in again and again.
struct ReadingForm: Sendable {
    let token: String
    let cookie: String
    let place: Int

    /// A reading that looks like those of one person, with a number of its own.
    func filledIn(_ turn: Int) -> (number: String, request: [UInt8]) {
        let wave = (turn * 5 + place) % 9
        let number = ID<Patient>(high: UInt64.random(in: .min ... .max), low: UInt64.random(in: .min ... .max))
        let form =
            "form=\(token)&number=\(number)&systolic=\(124 + wave)&diastolic=\(76 + wave / 2)&pulse=\(62 + wave)"
        return (number.description, LoadClient.post("/measure/numbers", form, cookie: cookie))
    }
}
