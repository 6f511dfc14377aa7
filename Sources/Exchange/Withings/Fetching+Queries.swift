import Clinical
import Storage

/// What the rounds look at and write down.
extension Exchange {
    /// One coupling whose turn it is.
    struct Job: Hashable, Sendable {
        let patient: ID<Patient>
        let practice: ID<Practice>
        let toldAt: Instant
        var trouble: Trouble
    }

    /// How often in a row it did not work.
    struct Trouble: Hashable, Sendable {
        var tries = 0
        /// How often the maker said that it knows our tokens no more.
        var refusals = 0
    }

    package enum Node {}

    /// Somebody of this number, at whichever practice.
    static func couplings(
        ofPerson hash: [UInt8], _ db: Transaction
    ) throws -> [(patient: ID<Patient>, practice: ID<Practice>)] {
        try db.rows(
            """
            SELECT practice_id, patient_id
            FROM exchange_vendor_coupling
            WHERE person_hash = \(hash) AND state = 'on'
            """
        ) { (patient: try $0.id(1), practice: try $0.id(0)) }
    }

    /// There is news: the turn comes now, unless trouble made us wait.
    static func hasNews(
        _ patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE exchange_vendor_job
            SET told_at = \(now),
                due_at = CASE WHEN tries = 0 AND due_at > \(now) THEN \(now) ELSE due_at END
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND vendor = \(withings)
            """
        )
    }

    static func due(in practice: ID<Practice>, at now: Instant, most: Int, _ db: Transaction) throws -> [Job] {
        try db.rows(
            """
            SELECT patient_id, told_at, tries, refusals
            FROM exchange_vendor_job
            WHERE practice_id = \(practice) AND due_at <= \(now) AND held_until <= \(now)
            ORDER BY due_at
            LIMIT \(most)
            """
        ) {
            Job(
                patient: try $0.id(0), practice: practice, toldAt: try $0.instant(1),
                trouble: Trouble(tries: try $0.int(2), refusals: try $0.int(3)))
        }
    }

    /// - Returns: whether it is ours until then; another node takes it only when we are silent for so long
    static func hold(
        _ job: Job, by node: ID<Node>, until end: Instant, at now: Instant, _ db: Transaction
    ) throws -> Bool {
        try db.change(
            """
            UPDATE exchange_vendor_job
            SET holder = \(node), held_until = \(end)
            WHERE practice_id = \(job.practice) AND patient_id = \(job.patient) AND vendor = \(withings)
              AND due_at <= \(now) AND (held_until <= \(now) OR holder = \(node))
            """
        ) == 1
    }

    /// The turn is over. What was told in the meantime brings the next one at once, unless trouble makes us wait.
    static func release(
        _ job: Job, by node: ID<Node>, next: Instant, _ db: Transaction
    ) throws {
        let (tries, refusals) = (job.trouble.tries, job.trouble.refusals)
        try db.run(
            """
            UPDATE exchange_vendor_job
            SET due_at = CASE WHEN \(tries) = 0 AND told_at > \(job.toldAt) THEN told_at ELSE \(next) END,
                tries = \(tries), refusals = \(refusals), holder = NULL, held_until = 0
            WHERE practice_id = \(job.practice) AND patient_id = \(job.patient) AND vendor = \(withings)
              AND holder = \(node)
            """
        )
    }

    static func sealedTokens(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> (sealed: [UInt8], turn: Int)? {
        try db.row(
            """
            SELECT sealed, turn
            FROM exchange_vendor_secret
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND vendor = \(withings)
            """
        ) { (sealed: try $0.bytes(0), turn: try $0.int(1)) }
    }

    /// The new tokens in the place of those that were used to get them, and of no others.
    ///
    /// - Returns: whether nobody was before us
    static func replace(
        tokens turn: Int, with new: NewCoupling, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Bool {
        let replaced = try db.change(
            """
            UPDATE exchange_vendor_secret
            SET sealed = \(new.sealed), turn = turn + 1
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND vendor = \(withings) AND turn = \(turn)
            """
        )
        guard replaced == 1 else { return false }
        try db.run(
            """
            UPDATE exchange_vendor_coupling
            SET person_hash = \(new.hash), farewell = \(new.farewell)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND vendor = \(withings) AND id = \(new.id)
            """
        )
        return true
    }

    static func noteNews(
        at address: String, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE exchange_vendor_coupling
            SET news_to = \(address)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND vendor = \(withings) AND state = 'on'
            """
        )
    }

    static func noteFetch(
        to lookedTo: Instant, of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE exchange_vendor_coupling
            SET looked_to = \(lookedTo), fetched_at = \(now)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND vendor = \(withings) AND state = 'on'
            """
        )
    }

    /// Something that the maker still has to hear.
    struct Farewell: Hashable, Sendable {
        let id: ID<Coupling.Mark>
        let sealed: [UInt8]
        let tries: Int
    }

    static func farewells(
        in practice: ID<Practice>, at now: Instant, most: Int, _ db: Transaction
    ) throws -> [Farewell] {
        try db.rows(
            """
            SELECT id, sealed, tries
            FROM exchange_vendor_farewell
            WHERE practice_id = \(practice) AND due_at <= \(now)
            LIMIT \(most)
            """
        ) { Farewell(id: try $0.id(0), sealed: try $0.bytes(1), tries: try $0.int(2)) }
    }

    static func put(
        off farewell: ID<Coupling.Mark>, to next: Instant, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE exchange_vendor_farewell
            SET due_at = \(next), tries = tries + 1
            WHERE practice_id = \(practice) AND id = \(farewell)
            """
        )
    }

    static func isSaid(_ farewell: ID<Coupling.Mark>, in practice: ID<Practice>, _ db: Transaction) throws {
        try db.run("DELETE FROM exchange_vendor_farewell WHERE practice_id = \(practice) AND id = \(farewell)")
    }
}
