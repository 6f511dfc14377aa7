import Clinical
import Identity
import Storage

extension Outbox {
    /// Whose way it is, and who writes it down.
    package struct Owner: Sendable {
        package let patient: ID<Patient>
        package let practice: ID<Practice>
        /// The patient, or who helps them.
        package let person: ID<Worker>
        package let language: Language

        package init<Person>(
            patient: ID<Patient>, in practice: ID<Practice>, by person: ID<Person>, language: Language
        ) {
            self.patient = patient
            self.practice = practice
            self.person = ID(of: person)
            self.language = language
        }
    }

    static func ways(
        of patient: ID<Patient>, in practice: ID<Practice>, _ safe: Safe?, _ db: Transaction
    ) throws -> [Way] {
        let rows = try db.rows(
            """
            SELECT id, channel, confirmed_at, code_until, sealed
            FROM outbox_way
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY id
            """
        ) {
            (
                Way(
                    id: try $0.id(0), channel: try $0.word(1), confirmedAt: try $0.instantIfAny(2),
                    codeUntil: try $0.instantIfAny(3), address: nil), try $0.bytes(4)
            )
        }
        return try rows.map { way, sealed in
            let address = try safe?.open(
                sealed, from: Safe.Field("outbox_way", way.id, "sealed"), of: patient, in: practice, db)
            return Way(
                id: way.id, channel: way.channel, confirmedAt: way.confirmedAt, codeUntil: way.codeUntil,
                address: address)
        }
    }

    /// Keeps an address that nobody confirmed yet, in place of an earlier one that was not, and sends the code to it.
    ///
    /// - Returns: nothing when so many codes were sent that no more go out now
    package static func ask(
        _ address: String, on channel: Channel, of owner: Owner, code: String, _ safe: Safe, at occasion: Occasion,
        _ db: Transaction
    ) throws -> ID<WayMark>? {
        let sent = try codes(of: owner.patient, in: owner.practice, since: occasion.now - .hours(1), db)
        guard sent < Code.mostInAnHour else { return nil }
        try db.run(
            """
            DELETE FROM outbox_way
            WHERE practice_id = \(owner.practice) AND patient_id = \(owner.patient) AND confirmed_at IS NULL
            """
        )
        let (way, until): (ID<WayMark>, Instant) = (occasion.newID(), occasion.now + Code.validity)
        let sealed = try safe.seal(
            address, for: Safe.Field("outbox_way", way, "sealed"), of: owner.patient, in: owner.practice, db)
        try db.run(
            """
            INSERT INTO outbox_way (practice_id, patient_id, id, channel, sealed, language, code, code_until, code_tries,
                                    kept_at, kept_by)
            VALUES (\(owner.practice), \(owner.patient), \(way), \(channel), \(sealed), \(owner.language), \(code),
                    \(until), 0, \(occasion.now), \(owner.person))
            """
        )
        try put(
            Letter(kind: .code, channel: channel, way: way, due: occasion.now, until: until), for: owner.patient,
            in: owner.practice, at: occasion, db)
        return way
    }

    private static func codes(
        of patient: ID<Patient>, in practice: ID<Practice>, since: Instant, _ db: Transaction
    ) throws -> Int {
        try db.row(
            """
            SELECT count(*) FROM outbox_item
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = 'code' AND due_at > \(since)
            """
        ) { try $0.int(0) } ?? 0  // a count always has a row
    }

    /// Somebody typed a code. The right one makes the address the only one of its kind.
    package static func confirm(
        _ typed: String, of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> Code.Answer {
        let found = try db.row(
            """
            SELECT id, channel, code FROM outbox_way
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND confirmed_at IS NULL
              AND code_until > \(now) AND code_tries < \(Code.mostTries)
            """
        ) { (id: try $0.id(0, of: WayMark.self), channel: try $0.word(1, of: Channel.self), code: try $0.text(2)) }
        guard let found else { return .over }
        guard typed == found.code else {
            try db.run(
                """
                UPDATE outbox_way SET code_tries = code_tries + 1
                WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(found.id)
                """
            )
            return .wrong
        }
        try db.run(
            """
            DELETE FROM outbox_way
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND channel = \(found.channel)
              AND id <> \(found.id)
            """
        )
        try db.run(
            """
            UPDATE outbox_way SET confirmed_at = \(now), code = NULL, code_until = NULL
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(found.id)
            """
        )
        return .right(found.channel)
    }

    /// A browser that the patient uses; it gave its address itself, so there is nothing to confirm.
    static func keep(
        subscription: String, of owner: Owner, _ safe: Safe, at occasion: Occasion, _ db: Transaction
    ) throws {
        let known = try ways(of: owner.patient, in: owner.practice, safe, db).filter { $0.channel == .push }
        guard !known.contains(where: { $0.address == subscription }) else { return }
        // The oldest makes place: a phone that was replaced never says so.
        for way in known.dropLast(mostBrowsers - 1) { try forget(way.id, of: owner.patient, in: owner.practice, db) }
        let way: ID<WayMark> = occasion.newID()
        let sealed = try safe.seal(
            subscription, for: Safe.Field("outbox_way", way, "sealed"), of: owner.patient, in: owner.practice, db)
        try db.run(
            """
            INSERT INTO outbox_way (practice_id, patient_id, id, channel, sealed, language, code_tries, confirmed_at,
                                    kept_at, kept_by)
            VALUES (\(owner.practice), \(owner.patient), \(way), 'push', \(sealed), \(owner.language), 0,
                    \(occasion.now), \(occasion.now), \(owner.person))
            """
        )
    }

    /// - Source: our own proposal
    static let mostBrowsers = 5

    private static func forget(
        _ way: ID<WayMark>, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            "DELETE FROM outbox_way WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(way)")
    }

    /// Every address of this patient is gone.
    static func forgetWays(of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws {
        try db.run("DELETE FROM outbox_way WHERE practice_id = \(practice) AND patient_id = \(patient)")
    }
}
