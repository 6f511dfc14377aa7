import Clinical
import Identity
import Storage

extension Enrolling {
    package static func enrol(
        _ patient: ID<Patient>, saying consent: Consent, with box: BoxAdvice, as id: ID<Enrolment>,
        in practice: ID<Practice>, by worker: ID<Worker>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO enrolling_enrolment (practice_id, patient_id, enrolled_at, id, enrolled_by, consented_on,
                consent_way, consent_text, help, box)
            VALUES (\(practice), \(patient), \(now), \(id), \(worker), \(consent.on), \(consent.way), \(consentText),
                \(consent.help), \(box))
            """
        )
    }

    /// - Returns: 1, or 0 when they do not take part
    package static func end(
        enrolmentOf patient: ID<Patient>, in practice: ID<Practice>, by worker: ID<Worker>, at now: Instant,
        _ db: Transaction
    ) throws -> Int {
        try db.change(
            """
            UPDATE enrolling_enrolment
            SET ended_at = \(now), ended_by = \(worker)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND ended_at IS NULL
            """
        )
    }

    /// Who took part and does not any more: of them nothing is asked.
    package static func stopped(in practice: ID<Practice>, _ db: Transaction) throws -> Set<ID<Patient>> {
        Set(
            try db.rows(
                """
                SELECT DISTINCT former.patient_id
                FROM enrolling_enrolment AS former
                WHERE former.practice_id = \(practice) AND former.ended_at IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM enrolling_enrolment AS other
                                  WHERE other.practice_id = former.practice_id
                                    AND other.patient_id = former.patient_id AND other.ended_at IS NULL)
                """
            ) { try $0.id(0) })
    }

    /// The latest time somebody began to take part.
    package static func enrolment(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Enrolment? {
        try db.row(
            """
            SELECT enrolment.consented_on, enrolment.consent_way, enrolment.help, enrolment.box, enrolment.enrolled_at,
                   worker.given_name, worker.family_name, enrolment.ended_at
            FROM enrolling_enrolment AS enrolment
            JOIN identity_worker AS worker
              ON worker.practice_id = enrolment.practice_id AND worker.id = enrolment.enrolled_by
            WHERE enrolment.practice_id = \(practice) AND enrolment.patient_id = \(patient)
            ORDER BY enrolment.enrolled_at DESC
            LIMIT 1
            """
        ) {
            Enrolment(
                consentedOn: try $0.day(0), way: try $0.word(1), help: try $0.word(2), box: try $0.word(3),
                at: try $0.instant(4), by: "\(try $0.text(5)) \(try $0.text(6))", endedAt: try $0.instantIfAny(7))
        }
    }

    /// What happened since somebody takes part.
    static func facts(
        of patient: ID<Patient>, in practice: ID<Practice>, since: Instant, at now: Instant, _ db: Transaction
    ) throws -> Steps.Facts {
        var facts = Steps.Facts()
        facts.planned = try plannedOn(patient, practice, db)
        facts.lent = try lent(patient, practice, since, db)
        facts.measuredTogether = try first("practice", of: patient, in: practice, since: since, db)
        facts.firstReading = try first("home", of: patient, in: practice, since: since, db)
        facts.account = try account(patient, practice, db)
        facts.weekJudged = try judged(patient, practice, since, db)
        if let judged = facts.weekJudged { facts.answered = try answered(patient, practice, judged, db) }
        facts.helped = try helped(patient, practice, at: now, db)
        return facts
    }

    private static func helped(
        _ patient: ID<Patient>, _ practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> Steps.Helped? {
        try db.row(
            """
            SELECT organisation.name, task.agreed_at, task.until_at, task.ended_at, task.last_step
            FROM assistance_task AS task
            JOIN identity_practice AS organisation ON organisation.practice_id = task.organisation_id
            WHERE task.practice_id = \(practice) AND task.patient_id = \(patient)
            ORDER BY task.asked_at DESC
            LIMIT 1
            """
        ) { row in
            let isOver = try row.instantIfAny(3) != nil || row.instantIfAny(2).map { $0 <= now } ?? false
            let isDone = try row.text(4) == "done"
            let isAgreed = try row.instantIfAny(1) != nil
            return Steps.Helped(
                organisation: try row.text(0), state: isDone ? .done : isOver ? .over : isAgreed ? .runs : .waits)
        }
    }

    private static func plannedOn(_ patient: ID<Patient>, _ practice: ID<Practice>, _ db: Transaction) throws -> Day? {
        try db.row(
            """
            SELECT started_on
            FROM measurements_plan
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            """
        ) { try $0.day(0) }
    }

    private static func lent(
        _ patient: ID<Patient>, _ practice: ID<Practice>, _ since: Instant, _ db: Transaction
    ) throws -> Instant? {
        try db.row(
            """
            SELECT min(lent_at)
            FROM devices_loan
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND lent_at >= \(since)
              AND (ending IS NULL OR ending <> 'mistake')
            """
        ) { try $0.instantIfAny(0) }?.flatMap { $0 }
    }

    private static func first(
        _ setting: String, of patient: ID<Patient>, in practice: ID<Practice>, since: Instant, _ db: Transaction
    ) throws -> Instant? {
        try db.row(
            """
            SELECT min(taken_at)
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = 'blood-pressure'
              AND taken_at >= \(since) AND setting = \(setting) AND status = 'final'
            """
        ) { try $0.instantIfAny(0) }?.flatMap { $0 }
    }

    private static func account(
        _ patient: ID<Patient>, _ practice: ID<Practice>, _ db: Transaction
    ) throws -> Instant? {
        try db.row(
            """
            SELECT min(made_at)
            FROM identity_account
            WHERE practice_id = \(practice) AND person_id = \(patient) AND role = 'patient' AND ended_at IS NULL
            """
        ) { try $0.instantIfAny(0) }?.flatMap { $0 }
    }

    private static func judged(
        _ patient: ID<Patient>, _ practice: ID<Practice>, _ since: Instant, _ db: Transaction
    ) throws -> Instant? {
        try db.row(
            """
            SELECT min(judged_at)
            FROM measurements_week
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND judged_at >= \(since)
            """
        ) { try $0.instantIfAny(0) }?.flatMap { $0 }
    }

    private static func answered(
        _ patient: ID<Patient>, _ practice: ID<Practice>, _ since: Instant, _ db: Transaction
    ) throws -> Instant? {
        try db.row(
            """
            SELECT min(sent_at)
            FROM portal_message
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND sent_at >= \(since) AND sender = 'worker'
            """
        ) { try $0.instantIfAny(0) }?.flatMap { $0 }
    }
}

extension Enrolling {
    /// Everything that the step plan of one person shows.
    static func steps(
        of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> Steps? {
        guard let person = try person(patient, in: practice, at: now, db) else { return nil }
        let enrolment = try enrolment(of: patient, in: practice, db)
        let isPatient = try Identity.patient(patient, in: practice, db) != nil
        let since = enrolment?.at ?? Instant(milliseconds: 0)
        return Steps(
            candidate: person, isPatient: isPatient ? .patient : .notYet,
            invitations: try invitations(of: patient, in: practice, db), enrolment: enrolment,
            facts: try facts(of: patient, in: practice, since: since, at: now, db))
    }
}
