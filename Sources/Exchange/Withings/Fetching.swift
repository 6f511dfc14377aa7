import Audit
import Clinical
import Identity
import Storage
import Vendors

/// Goes past the couplings whose turn it is, and brings their readings in.
///
/// Only one node at a time has a coupling in hand, so tokens are never renewed twice at once; and new tokens are on disk
/// before they are used, because the old ones open nothing after that.
package struct WithingsFetching: Sendable {
    /// Readings that were never seen before count; the others change nothing.
    package typealias Arrives =
        @Sendable ([Reading], ID<Patient>, ID<Practice>, Occasion) async throws -> Void

    let store: Store
    let clock: Clock
    let desk: WithingsDesk
    let node: ID<Exchange.Node>
    let arrives: Arrives

    package init(store: Store, clock: Clock, desk: WithingsDesk, node: ID<Exchange.Node>, arrives: @escaping Arrives) {
        self.store = store
        self.clock = clock
        self.desk = desk
        self.node = node
        self.arrives = arrives
    }

    /// How a round ended.
    package enum Outcome: Hashable, Sendable {
        case done
        /// The maker hears too many questions of us; the others wait.
        case tooMany
        /// The maker does not know this site, or our secret is another one.
        case notOurAccount
    }

    /// So many in one round: with a pause between rounds that stays under 120 questions in a minute.
    private static let mostJobs = 8
    /// Longer than the slowest page may take.
    private static let hold = Duration.minutes(5)
    /// Without news we go and look nevertheless.
    private static let usual = Duration.hours(6)
    /// So often in a row a refusal is believed.
    private static let mostRefusals = 3

    package func round(past practices: [ID<Practice>]) async throws -> Outcome {
        var left = Self.mostJobs
        for practice in practices where left > 0 {
            let (now, most) = (clock.occasion.now, left)
            let due = try await store.read { try Exchange.due(in: practice, at: now, most: most, $0) }
            for job in due {
                left -= 1
                let outcome = try await take(job)
                guard outcome == .done else { return outcome }
            }
            let outcome = try await sayGoodbyes(in: practice)
            guard outcome == .done else { return outcome }
            try await store.write { try Exchange.forgetPending(in: practice, at: now, $0) }
        }
        return .done
    }

    private func take(_ job: Exchange.Job) async throws -> Outcome {
        guard try await hold(job) else { return .done }
        do {
            try await fetch(job)
            try await release(job, after: Self.usual, Exchange.Trouble())
            return .done
        } catch is Overtaken {
            // It ended, or another node went on with it: nothing of ours is left to do.
            return .done
        } catch is Refused {
            try await refused(job)
            return .done
        } catch is NotOurAccount {
            try await troubled(job)
            return .notOurAccount
        } catch WithingsFailure.tooMany {
            try await troubled(job)
            return .tooMany
        } catch let failure as StorageFailure where !failure.isConstraint {
            throw failure
        } catch let cancelled as CancellationError {
            throw cancelled
        } catch {
            // Whatever is wrong with one coupling, the next one has its turn.
            try await troubled(job)
            return .done
        }
    }

    private func fetch(_ job: Exchange.Job) async throws {
        let coupling = try await coupling(job)
        try await withTokens(of: job) { tokens in
            try await hearNews(of: job, coupling, tokens)
            let lookedTo = try await pages(of: job, under: coupling.id) { page, now in
                try await desk.line.readings(
                    since: coupling.lookedTo - Self.overlap, page: page, as: tokens.access, at: now)
            } keeping: {
                $0.taken.instant >= coupling.coupledAt
            }
            if let days = days(of: coupling) {
                _ = try await pages(of: job, under: coupling.id) { page, now in
                    try await desk.line.steps(days, page: page, as: tokens.access, at: now)
                } keeping: {
                    days.contains($0.taken.day)
                }
            }
            let now = clock.occasion.now
            // A clock of theirs that runs ahead of ours would make us miss what comes in the meantime.
            let to = min(lookedTo ?? coupling.lookedTo, now)
            try await store.write { try Exchange.noteFetch(to: to, of: job.patient, in: job.practice, at: now, $0) }
        }
    }

    /// What was seen already is asked once more: their clock and ours need not agree, and a reading is kept once.
    private static let overlap = Duration.hours(1)
    private static let mostPages = 100

    /// - Returns: until when the cloud had looked when it gave the first page
    private func pages(
        of job: Exchange.Job, under coupled: ID<Exchange.Coupling.Mark>,
        _ ask: (Int?, Instant) async throws -> Withings.Page,
        keeping isOurs: (Reading) -> Bool
    ) async throws -> Instant? {
        var (page, lookedTo) = (Int?.none, Instant?.none)
        for _ in 0..<Self.mostPages {
            let answer = try await ask(page, clock.occasion.now)
            if page == nil { lookedTo = answer.updatedAt }
            guard try await hold(job) else { throw Overtaken() }
            // Meanwhile the patient may have coupled somebody else; what comes is not of them.
            guard try await coupling(job).id == coupled else { throw Overtaken() }
            let readings = answer.readings.filter(isOurs)
            if !readings.isEmpty { try await arrives(readings, job.patient, job.practice, clock.occasion) }
            guard let next = answer.next else { return lookedTo }
            guard next > (page ?? 0) else { throw WithingsFailure.endless }  // the first page begins at nothing
            page = next
        }
        throw WithingsFailure.endless
    }

    /// A day of steps is taken when it has been over for a day: until then meters still bring what they counted.
    private func days(of coupling: Exchange.Coupling) -> ClosedRange<Day>? {
        let last = clock.occasion.today.adding(-2)
        let first = max(Moment.amsterdam(coupling.coupledAt).day.adding(1), last.adding(-6))
        return first <= last ? first...last : nil
    }

    /// From then on the maker tells us when there is something. Without it we look a few times a day.
    private func hearNews(
        of job: Exchange.Job, _ coupling: Exchange.Coupling, _ tokens: Withings.Tokens
    ) async throws {
        guard let address = desk.news, coupling.newsTo != address else { return }
        for news in Withings.News.allCases {
            do {
                try await desk.line.subscribe(to: news, at: address, as: tokens.access)
            } catch WithingsFailure.refused where news == .person {
                // That somebody left is also seen when their tokens are refused.
            } catch WithingsFailure.refused {
                return
            }
        }
        try await store.write { try Exchange.noteNews(at: address, of: job.patient, in: job.practice, $0) }
    }

    private func coupling(_ job: Exchange.Job) async throws -> Exchange.Coupling {
        let found = try await store.read { try Exchange.coupling(of: job.patient, in: job.practice, $0) }
        guard let found, found.state == .on else { throw Overtaken() }
        return found
    }

    private func hold(_ job: Exchange.Job) async throws -> Bool {
        let (now, node) = (clock.occasion.now, node)
        return try await store.write { try Exchange.hold(job, by: node, until: now + Self.hold, at: now, $0) }
    }

    private func release(
        _ job: Exchange.Job, after pause: Duration, _ trouble: Exchange.Trouble
    ) async throws {
        var job = job
        job.trouble = trouble
        let (next, node, done) = (clock.occasion.now + pause, node, job)
        try await store.write { try Exchange.release(done, by: node, next: next, $0) }
    }

    private func troubled(_ job: Exchange.Job) async throws {
        let trouble = Exchange.Trouble(tries: job.trouble.tries + 1, refusals: 0)
        try await release(job, after: Self.pause(after: trouble.tries), trouble)
    }

    /// Said three times in a row, it is believed: the patient is told, and nobody else.
    private func refused(_ job: Exchange.Job) async throws {
        let trouble = Exchange.Trouble(tries: job.trouble.tries + 1, refusals: job.trouble.refusals + 1)
        guard trouble.refusals >= Self.mostRefusals else {
            return try await release(job, after: .minutes(10) * trouble.refusals, trouble)
        }
        let occasion = clock.occasion
        try await store.write { db in
            guard try Exchange.end(as: .broken, of: job.patient, in: job.practice, at: occasion.now, db) else { return }
            try Audit.record(
                Audit.Entry(.changed, "coupling", of: job.patient, in: job.practice, by: .hartlijn), at: occasion, db)
        }
    }

    /// One minute, two, four …, and at most as long as it takes anyway.
    static func pause(after tries: Int) -> Duration { min(.minutes(1 << min(max(tries - 1, 0), 10)), usual) }
}
