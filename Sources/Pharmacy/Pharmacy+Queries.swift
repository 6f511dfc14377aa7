import Clinical
import Identity
import Storage
import Web

extension Pharmacy {
    /// The pharmacies of the care group.
    static func pharmacies(near practice: ID<Practice>, _ db: Transaction) throws -> [Identity.PracticeCard] {
        guard let group = try Identity.practice(practice, db)?.careGroup else { return [] }
        return try Identity.organisations(of: group, db).filter { $0.kind == .pharmacy }
    }

    /// The patient of this name and birthday, in whichever practice of the care group of this pharmacy.
    static func find(
        _ given: String, _ family: String, bornOn born: Day, near pharmacy: ID<Practice>, _ db: Transaction
    ) throws -> (patient: ID<Patient>, practice: ID<Practice>)? {
        guard let group = try Identity.practice(pharmacy, db)?.careGroup else { return nil }
        for practice in try Identity.organisations(of: group, db) where Identity.Role.patient.fits(practice.kind) {
            if let patient = try Identity.patient(named: given, family, bornOn: born, in: practice.id, db) {
                return (patient, practice.id)
            }
        }
        return nil
    }

    /// A registration that somebody asks for; nobody sees anything by it yet.
    ///
    /// - Returns: whether it is new
    package static func ask(
        as id: RegistrationID, for patient: ID<Patient>, in practice: ID<Practice>, at pharmacy: ID<Practice>,
        now: Instant, _ db: Transaction
    ) throws -> Bool {
        try db.change(
            """
            INSERT INTO pharmacy_registration (practice_id, id, patient_id, pharmacy_id, asked_at)
            VALUES (\(practice), \(id), \(patient), \(pharmacy), \(now))
            ON CONFLICT DO NOTHING
            """
        ) == 1
    }

    /// Somebody who may say so says that this is the pharmacy; when it had asked already, that is its answer.
    ///
    /// - Returns: whether anything changed
    package static func choose(
        _ pharmacy: ID<Practice>, as id: RegistrationID, for patient: ID<Patient>, in practice: ID<Practice>,
        by who: SaidBy, at now: Instant, _ db: Transaction
    ) throws -> Bool {
        _ = try ask(as: id, for: patient, in: practice, at: pharmacy, now: now, db)
        let waiting = try registrations(of: patient, in: practice, db).first { $0.waits && $0.pharmacy == pharmacy }
        guard let waiting else { return false }
        return try confirm(waiting.id, of: patient, in: practice, by: who, at: now, db)
    }

    /// This is the pharmacy of the patient from now on; the one before is not any more.
    ///
    /// - Returns: whether anything changed
    package static func confirm(
        _ id: RegistrationID, of patient: ID<Patient>, in practice: ID<Practice>, by who: SaidBy, at now: Instant,
        _ db: Transaction
    ) throws -> Bool {
        guard let found = try registration(id, of: patient, in: practice, db), found.waits else { return false }
        try db.run(
            """
            UPDATE pharmacy_registration
            SET ended_at = \(now)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND ended_at IS NULL
              AND confirmed_at IS NOT NULL
            """
        )
        return try db.change(
            """
            UPDATE pharmacy_registration
            SET confirmed_at = \(now), confirmed_by = \(who)
            WHERE practice_id = \(practice) AND id = \(id) AND patient_id = \(patient) AND ended_at IS NULL
            """
        ) == 1
    }

    /// From now on the pharmacy sees nothing of this patient any more.
    package static func end(
        _ id: RegistrationID, of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> Bool {
        try db.change(
            """
            UPDATE pharmacy_registration
            SET ended_at = \(now)
            WHERE practice_id = \(practice) AND id = \(id) AND patient_id = \(patient) AND ended_at IS NULL
            """
        ) == 1
    }

    /// - Parameter since: from when on the pharmacy sees blood pressures; nothing when not any more
    package static func showReadings(
        _ id: RegistrationID, of patient: ID<Patient>, in practice: ID<Practice>, since: Instant?, _ db: Transaction
    ) throws -> Bool {
        try db.change(
            """
            UPDATE pharmacy_registration
            SET readings_since = \(since)
            WHERE practice_id = \(practice) AND id = \(id) AND patient_id = \(patient) AND ended_at IS NULL
              AND confirmed_at IS NOT NULL
            """
        ) == 1
    }

    static func registration(
        _ id: RegistrationID, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Registration? {
        try registrations(of: patient, in: practice, db).first { $0.id == id }
    }

    /// Every registration there was of this patient, the newest first.
    package static func registrations(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [Registration] {
        try db.rows(
            """
            SELECT registration.id, registration.pharmacy_id, pharmacy.name, pharmacy.phone, registration.asked_at,
                   registration.confirmed_at, registration.confirmed_by, registration.readings_since,
                   registration.ended_at
            FROM pharmacy_registration AS registration
            JOIN identity_practice AS pharmacy ON pharmacy.practice_id = registration.pharmacy_id
            WHERE registration.practice_id = \(practice) AND registration.patient_id = \(patient)
            ORDER BY registration.asked_at DESC
            LIMIT 60
            """
        ) {
            Registration(
                id: try $0.id(0), pharmacy: try $0.id(1), pharmacyName: try $0.text(2), phone: try $0.text(3),
                askedAt: try $0.instant(4), confirmedAt: try $0.instantIfAny(5), confirmedBy: try $0.wordIfAny(6),
                readingsSince: try $0.instantIfAny(7), endedAt: try $0.instantIfAny(8))
        }
    }

    /// Who is registered at this pharmacy, of every practice, by name.
    static func customers(of pharmacy: ID<Practice>, _ db: Transaction) throws -> [Customer] {
        try db.rows(
            """
            SELECT patient.id, patient.given_name, patient.family_name, patient.born_on, practice.name,
                   registration.confirmed_at,
                   (SELECT count(*) FROM pharmacy_message AS message
                    WHERE message.practice_id = registration.practice_id
                      AND message.patient_id = registration.patient_id
                      AND message.pharmacy_id = registration.pharmacy_id AND message.sender = 'patient'
                      AND message.read_at IS NULL)
            FROM pharmacy_registration AS registration
            JOIN identity_patient AS patient
              ON patient.practice_id = registration.practice_id AND patient.id = registration.patient_id
            JOIN identity_practice AS practice ON practice.practice_id = registration.practice_id
            WHERE registration.pharmacy_id = \(pharmacy) AND registration.confirmed_at IS NOT NULL
              AND registration.ended_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM rights_in_force AS held
                              WHERE held.practice_id = registration.practice_id AND held.patient_id = registration.patient_id
                                AND held.kind = 'restriction')
            ORDER BY patient.search_name, patient.given_name
            LIMIT 500
            """
        ) {
            Customer(
                id: try $0.id(0), name: Identity.listName(try $0.text(1), try $0.text(2)), bornOn: try $0.day(3),
                practiceName: try $0.text(4), since: try $0.instant(5), unread: try $0.int(6))
        }
    }

    /// Everything that the pharmacy sees of this patient.
    static func record(
        of patient: ID<Patient>, in practice: ID<Practice>, at pharmacy: ID<Practice>, today: Day, _ db: Transaction
    ) throws -> Record? {
        guard let card = try Identity.patient(patient, in: practice, db),
            let registration = try registrations(of: patient, in: practice, db).first(where: {
                $0.isOpen && $0.pharmacy == pharmacy
            }), let house = try Identity.practice(practice, db)
        else { return nil }
        let since = Amsterdam.instant(today.adding(-daysOfPressures), hour: 0)
        return Record(
            card: card, practiceName: house.name, registration: registration,
            changes: try changes(of: patient, in: practice, since: today.adding(-daysOfChanges), db),
            pressures: registration.readingsSince == nil
                ? nil : try pressures(of: patient, in: practice, since: since, db),
            messages: try messages(of: patient, in: practice, with: pharmacy, db))
    }

    private static func changes(
        of patient: ID<Patient>, in practice: ID<Practice>, since: Day, _ db: Transaction
    ) throws -> [Change] {
        let words = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT changed_on, sealed_what, sealed_why, id
            FROM portal_medication_change
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND changed_on >= \(since)
            ORDER BY changed_on DESC
            LIMIT 100
            """
        ) {
            let id: ID<Change> = try $0.id(3)
            return Change(
                day: try $0.day(0), what: try words.text(try $0.bytes(1), .change(id, .what)),
                why: try words.text(try $0.bytes(2), .change(id, .why)))
        }
    }

    /// Only what counts, and only blood pressures.
    private static func pressures(
        of patient: ID<Patient>, in practice: ID<Practice>, since: Instant, _ db: Transaction
    ) throws -> [Seen] {
        try db.rows(
            """
            SELECT taken_at, offset_minutes, first_value, second_value, setting
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = 'blood-pressure'
              AND taken_at >= \(since) AND status = 'final'
            ORDER BY taken_at DESC
            LIMIT 60
            """
        ) {
            Seen(
                taken: Moment(try $0.instant(0), offsetMinutes: try $0.int(1)),
                pressure: .mmHg(try $0.int(2), over: try $0.int(3)), setting: try $0.word(4))
        }
    }

    /// - Returns: whether it is new; a message that was sent before is kept once
    package static func send(
        _ text: Text, from sender: Sender, _ senderID: ID<Worker>, of patient: ID<Patient>, in practice: ID<Practice>,
        with pharmacy: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> Bool {
        let sealed = try db.seal(text.body, at: .pharmacyMessage(text.id), of: patient, in: practice)
        return try db.change(
            """
            INSERT INTO pharmacy_message (practice_id, patient_id, pharmacy_id, sent_at, id, sender, sender_id, sealed)
            VALUES (\(practice), \(patient), \(pharmacy), \(now), \(text.id), \(sender), \(senderID), \(sealed))
            ON CONFLICT DO NOTHING
            """
        ) == 1
    }

    /// The conversation with one pharmacy, the latest last.
    static func messages(
        of patient: ID<Patient>, in practice: ID<Practice>, with pharmacy: ID<Practice>, _ db: Transaction
    ) throws -> [Message] {
        let words = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT message.sender, worker.given_name, worker.family_name, patient.given_name, patient.family_name,
                   message.sealed, message.sent_at, message.read_at, message.id
            FROM pharmacy_message AS message
            JOIN identity_patient AS patient
              ON patient.practice_id = message.practice_id AND patient.id = message.patient_id
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = message.pharmacy_id AND worker.id = message.sender_id
             AND message.sender = 'worker'
            WHERE message.practice_id = \(practice) AND message.patient_id = \(patient)
              AND message.pharmacy_id = \(pharmacy)
            ORDER BY message.sent_at DESC
            LIMIT 100
            """
        ) { row in
            let sender: Sender = try row.word(0)
            let worker = try row.textIfAny(1).map { "\($0) \(try row.text(2))" }
            let patient = "\(try row.text(3)) \(try row.text(4))"
            let body = try words.text(try row.bytes(5), .pharmacyMessage(try row.id(8, of: Message.self)))
            return Message(
                sender: sender, senderName: sender == .patient ? patient : worker ?? "", body: body,
                sentAt: try row.instant(6), readAt: try row.instantIfAny(7))
        }.reversed()
    }

    /// Everything of the other side is read now.
    static func markRead(
        from sender: Sender, of patient: ID<Patient>, in practice: ID<Practice>, with pharmacy: ID<Practice>,
        at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE pharmacy_message
            SET read_at = \(now)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND pharmacy_id = \(pharmacy)
              AND sender = \(sender) AND read_at IS NULL
            """
        )
    }
}
