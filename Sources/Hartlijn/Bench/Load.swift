import Clinical
import Foundation
import Synchronization

/// Requests over several connections at once, counted and bounded.
struct Load {
    let site: ServedSite
    let data: BenchData

    struct Outcome {
        /// Processor time of the site for one request.
        ///
        /// - Units: milliseconds
        let cpu: Double
        let perSecond: Double
        let bytes: Int
    }

    /// The same page, again and again, over one connection.
    func page(_ path: String, cookie: String, requests: Int) throws -> Outcome {
        let client = try LoadClient(port: site.port)
        var bytes = 0
        for _ in 0..<min(20, requests) { bytes = try client.get(path, cookie: cookie).body.count }
        let before = site.cpu
        let seconds = try Stopwatch.seconds {
            for _ in 0..<requests {
                let answer = try client.get(path, cookie: cookie)
                guard answer.status == 200 else { throw BenchTrouble("\(path) answers \(answer.status)") }
            }
        }
        return Outcome(
            cpu: (site.cpu - before) * 1000 / Double(requests), perSecond: Double(requests) / seconds, bytes: bytes)
    }

    /// Readings by form over many connections, each a patient of their own.
    func readings(connections: Int, each: Int) throws -> Outcome {
        let tokens = try (0..<connections).map { place in
            try token(try LoadClient(port: site.port).get("/measure/numbers", cookie: data.cookies[place]))
        }
        let failures = Mutex<[String]>([])
        let before = site.cpu
        let seconds = Stopwatch.seconds {
            let group = DispatchGroup()
            for place in 0..<connections {
                let (port, cookie, token) = (site.port, data.cookies[place], tokens[place])
                group.enter()
                Thread.detachNewThread {
                    do {
                        try Self.post(each, port: port, cookie: cookie, token: token, seed: place)
                    } catch {
                        failures.withLock { $0.append("\(error)") }
                    }
                    group.leave()
                }
            }
            group.wait()
        }
        if let failure = failures.withLock({ $0.first }) { throw BenchTrouble(failure) }
        let count = Double(connections * each)
        return Outcome(cpu: (site.cpu - before) * 1000 / count, perSecond: count / seconds, bytes: 0)
    }

    private static func post(_ count: Int, port: Int, cookie: String, token: String, seed: Int) throws {
        let client = try LoadClient(port: port)
        for place in 0..<count {
            let wave = (place + seed) % 9
            let number = ID<Patient>(
                high: UInt64.random(in: .min ... .max), low: UInt64.random(in: .min ... .max))
            let answer = try client.post(
                "/measure/numbers",
                "form=\(token)&number=\(number)&systolic=\(124 + wave)&diastolic=\(76 + wave / 2)&pulse=64",
                cookie: cookie)
            guard answer.status == 303 else { throw BenchTrouble("a reading was answered with \(answer.status)") }
        }
    }

    private func token(_ answer: LoadClient.Answer) throws -> String {
        let html = String(decoding: answer.body, as: UTF8.self)
        guard let start = html.range(of: "name=\"form\" value=\"") else { throw BenchTrouble("no form on the page") }
        return String(html[start.upperBound...].prefix { $0 != "\"" })
    }
}
