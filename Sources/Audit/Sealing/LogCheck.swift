import Clinical
import Sealing
import Storage

/// Goes along the access log and tells what is not as it was sealed.
package struct LogCheck: Sendable {
    /// A line has a link within the minute, and every batch a head; five minutes leave room for a node that starts again.
    package static let allowance = Allowance(milliseconds: 300_000, lines: 10_000)
    private static let batch = 2000

    private let store: Store
    private let keys: SealKeys
    private let anchors: AnchorFile

    package init(store: Store, keys: SealKeys, anchors: AnchorFile) {
        self.store = store
        self.keys = keys
        self.anchors = anchors
    }

    /// The organisations with a log, or with an anchor of one.
    package func organisations() async throws -> [ID<Practice>] {
        let known = try await store.read { try Audit.organisations($0) }
        let anchored = anchors.tenants.map { ID<Practice>($0) }
        return Array(Set(known + anchored)).sorted()
    }

    package func check(_ practice: ID<Practice>, at now: Instant) async throws -> Report {
        let tenant = Reference(practice)
        let heads = try await store.read { try Audit.heads(of: practice, $0) }
        var verifier = Verifier(
            Witnesses(of: tenant, heads: heads, anchors: anchors.anchors(of: tenant), keys: keys),
            allowing: Self.allowance, at: now.milliseconds)
        var last: UInt64 = 0
        while true {
            let after = last
            let part = try await store.read { try Audit.links(of: practice, after: after, most: Self.batch, $0) }
            for (link, line) in part { verifier.check(link, line) }
            guard let end = part.last?.link.sequence, end > after else { break }
            last = end
        }
        let waiting = try await store.read {
            try Audit.unsealed(of: practice, from: Instant(milliseconds: .min / 2), most: 100_000, $0)
        }
        for line in waiting { verifier.check(unsealed: line.id, since: line.at) }
        return verifier.report()
    }
}
