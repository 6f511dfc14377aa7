import Clinical
import Sealing
import Storage

/// Chains the lines of the access log and signs how far the chain is, so that whoever can write in the database cannot
/// change what happened unseen. One node does it for all; readers never wait for it.
///
/// - Source: docs/security/access-log.md; docs/decisions/0017-sealed-afterwards.md
package struct Sealer: Sendable {
    /// So many lines are chained in one transaction.
    static let batch = 256
    /// Lines of nodes whose clocks differ, or of a transaction that took long, are still found so far back.
    static let window = Duration.hours(1)

    private let store: Store
    private let seal: Seal

    package init(store: Store, seal: Seal) {
        self.store = store
        self.seal = seal
    }

    /// Goes past the log of every organisation once.
    ///
    /// - Returns: the new heads, one for each organisation that had something new
    package func round(at now: Instant) async throws -> [Head] {
        var heads: [Head] = []
        for practice in try await store.read({ try Audit.organisations($0) }) {
            if let head = try await sealAll(of: practice, at: now) { heads.append(head) }
        }
        return heads
    }

    /// Until there is nothing new, with a head at the end of each batch.
    private func sealAll(of practice: ID<Practice>, at now: Instant) async throws -> Head? {
        var last: Head?
        while true {
            let (head, count) = try await store.write { [seal] in try Self.step(practice, seal, at: now, $0) }
            if let head { last = head }
            if count < Self.batch { return last }
            try Task.checkCancellation()
        }
    }

    private static func step(
        _ practice: ID<Practice>, _ seal: Seal, at now: Instant, _ db: Transaction
    ) throws -> (Head?, Int) {
        let last = try Audit.lastLink(of: practice, db)
        let from = last.map { $0.at - window } ?? Instant(milliseconds: .min / 2)
        let lines = try Audit.unsealed(of: practice, from: from, most: batch, db)
        guard !lines.isEmpty else { return (nil, 0) }
        var chain = Chain(of: Reference(practice), after: last?.link)
        for line in lines { try Audit.keep(try chain.append(line), of: line, in: practice, db) }
        let head = try seal.sign(chain, at: now.milliseconds)
        try Audit.keep(head, of: practice, db)
        return (head, lines.count)
    }
}

extension Reference {
    package init<Thing>(_ id: ID<Thing>) { self.init(high: id.high, low: id.low) }
}

extension ID {
    init(_ reference: Reference) { self.init(high: reference.high, low: reference.low) }
}
