import Clinical
import Storage

/// The coupling of one patient.
extension Exchange {
    static func coupling(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Coupling? {
        try db.row(
            """
            SELECT id, state, coupled_at, ended_at, looked_to, fetched_at, news_to
            FROM exchange_vendor_coupling
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND vendor = \(withings)
            """
        ) {
            Coupling(
                id: try $0.id(0), state: try $0.word(1), coupledAt: try $0.instant(2), endedAt: try $0.instantIfAny(3),
                lookedTo: try $0.instant(4), fetchedAt: try $0.instantIfAny(5), newsTo: try $0.textIfAny(6))
        }
    }

    static func keep(
        _ pending: PendingCoupling, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO exchange_vendor_pending (practice_id, patient_id, vendor, state_hash, session_hash, made_at)
            VALUES (\(practice), \(patient), \(withings), \(pending.stateHash), \(pending.sessionHash),
                    \(pending.madeAt))
            ON CONFLICT (practice_id, patient_id, vendor) DO UPDATE SET
                state_hash = excluded.state_hash, session_hash = excluded.session_hash, made_at = excluded.made_at
            """
        )
    }

    /// Whatever comes back, it comes back once.
    static func takePending(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> PendingCoupling? {
        let pending = try db.row(
            """
            SELECT state_hash, session_hash, made_at
            FROM exchange_vendor_pending
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND vendor = \(withings)
            """
        ) {
            PendingCoupling(
                stateHash: try $0.bytes(0), sessionHash: try $0.bytes(1), madeAt: try $0.instant(2))
        }
        let taken = try db.change(
            """
            DELETE FROM exchange_vendor_pending
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND vendor = \(withings)
            """
        )
        return taken == 1 ? pending : nil
    }

    static func forgetPending(in practice: ID<Practice>, at now: Instant, _ db: Transaction) throws {
        try db.run(
            """
            DELETE FROM exchange_vendor_pending
            WHERE practice_id = \(practice) AND made_at <= \(now - PendingCoupling.patience)
            """
        )
    }

    /// What a new coupling is made of.
    struct NewCoupling: Sendable {
        let id: ID<Coupling.Mark>
        let hash: [UInt8]
        let farewell: [UInt8]
        let sealed: [UInt8]
    }

    /// In the place of the one of before, if there was one; to that one goodbye is said.
    static func couple(
        _ new: NewCoupling, of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try sayGoodbye(of: patient, in: practice, at: now, db)
        try db.run(
            """
            INSERT INTO exchange_vendor_coupling (practice_id, patient_id, vendor, id, state, person_hash, farewell,
                coupled_at, looked_to)
            VALUES (\(practice), \(patient), \(withings), \(new.id), 'on', \(new.hash), \(new.farewell), \(now), \(now))
            ON CONFLICT (practice_id, patient_id, vendor) DO UPDATE SET
                id = excluded.id, state = 'on', person_hash = excluded.person_hash, farewell = excluded.farewell,
                coupled_at = excluded.coupled_at, ended_at = NULL, looked_to = excluded.looked_to, fetched_at = NULL,
                news_to = NULL
            """
        )
        try db.run(
            """
            INSERT INTO exchange_vendor_secret (practice_id, patient_id, vendor, sealed, turn)
            VALUES (\(practice), \(patient), \(withings), \(new.sealed), 1)
            ON CONFLICT (practice_id, patient_id, vendor) DO UPDATE SET
                sealed = excluded.sealed, turn = exchange_vendor_secret.turn + 1
            """
        )
        try db.run(
            """
            INSERT INTO exchange_vendor_job (practice_id, patient_id, vendor, due_at, told_at, tries, refusals,
                held_until)
            VALUES (\(practice), \(patient), \(withings), \(now), \(now), 0, 0, 0)
            ON CONFLICT (practice_id, patient_id, vendor) DO UPDATE SET
                due_at = excluded.due_at, told_at = excluded.told_at, tries = 0, refusals = 0, holder = NULL,
                held_until = 0
            """
        )
    }

    /// The tokens are destroyed, and what is left is to say goodbye.
    ///
    /// - Returns: whether there was something to end
    static func end(
        as state: Coupling.State, of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant,
        _ db: Transaction
    ) throws -> Bool {
        try sayGoodbye(of: patient, in: practice, at: now, db)
        try destroyTokens(of: patient, in: practice, db)
        return try db.change(
            """
            UPDATE exchange_vendor_coupling
            SET state = \(state), ended_at = \(now), news_to = NULL
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND vendor = \(withings) AND state = 'on'
            """
        ) == 1
    }

    /// The patient has read that it broke.
    static func putAway(_ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws -> Bool {
        try db.change(
            """
            UPDATE exchange_vendor_coupling
            SET state = 'ended'
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND vendor = \(withings)
              AND state = 'broken'
            """
        ) == 1
    }

    static func sayGoodbye(
        of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO exchange_vendor_farewell (practice_id, id, vendor, sealed, due_at, tries)
            SELECT practice_id, id, vendor, farewell, \(now), 0
            FROM exchange_vendor_coupling
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND state = 'on'
            ON CONFLICT DO NOTHING
            """
        )
    }

    static func destroyTokens(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            "DELETE FROM exchange_vendor_secret WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM exchange_vendor_job WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run(
            "DELETE FROM exchange_vendor_pending WHERE practice_id = \(practice) AND patient_id = \(patient)")
    }
}
