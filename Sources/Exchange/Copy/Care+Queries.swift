import Clinical
import Identity
import Storage

extension Exchange {
    static func care(
        of patient: ID<Patient>, in practice: ID<Practice>, _ safe: Safe?, _ db: Transaction
    ) throws -> CopiedCare {
        CopiedCare(
            weeks: try weeks(of: patient, in: practice, db),
            plans: try plan(of: patient, in: practice, db) + agreements(of: patient, in: practice, db),
            loans: try loans(of: patient, in: practice, db),
            invitations: try invitations(of: patient, in: practice, db),
            consents: try mandates(of: patient, in: practice, db) + sharings(of: patient, in: practice, db)
                + enrolments(of: patient, in: practice, db),
            looks: try looks(of: patient, in: practice, db), rest: try rest(of: patient, in: practice, safe, db))
    }

    private static func weeks(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedWeek] {
        try db.rows(
            """
            SELECT id, starts_on, ends_on, protocol, judged_at, outcome, average_systolic, average_diastolic, readings,
                   moments, rule, version, withdrawn_at
            FROM measurements_week
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY starts_on
            """
        ) { row in
            let judgement = try row.instantIfAny(4).map { at in
                CopiedWeek.Judgement(
                    at: at, outcome: try row.text(5), average: try pressure(row, 6), readings: try row.intIfAny(8),
                    moments: try row.intIfAny(9), rule: try row.text(10), version: try row.textIfAny(11) ?? "-")
            }
            return CopiedWeek(
                id: try row.id(0), from: try row.day(1), until: try row.day(2), measuring: try row.text(3),
                judgement: judgement, withdrawnAt: try row.instantIfAny(12))
        }
    }

    private static func pressure(_ row: Row, _ column: Int32) throws -> BloodPressure? {
        guard let upper = try row.intIfAny(column), let lower = try row.intIfAny(column + 1) else { return nil }
        return .mmHg(upper, over: lower)
    }

    private static func plan(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedPlan] {
        try db.rows(
            """
            SELECT patient_id, started_on, protocol, goal_systolic, goal_diastolic, heart_failure_since
            FROM measurements_plan
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            """
        ) {
            CopiedPlan(
                id: try $0.id(0), from: try $0.day(1), measuring: try $0.text(2),
                goal: .mmHg(try $0.int(3), over: try $0.int(4)), heartFailureSince: try $0.dayIfAny(5), by: "",
                state: .now)
        }
    }

    private static func agreements(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedPlan] {
        try db.rows(
            """
            SELECT agreement.id, agreement.agreed_at, agreement.protocol, agreement.goal_systolic,
                   agreement.goal_diastolic, agreement.heart_failure_since, worker.given_name, worker.family_name
            FROM measurements_agreement AS agreement
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = agreement.practice_id AND worker.id = agreement.agreed_by
            WHERE agreement.practice_id = \(practice) AND agreement.patient_id = \(patient)
            ORDER BY agreement.agreed_at
            """
        ) {
            CopiedPlan(
                id: try $0.id(0), from: Moment.amsterdam(try $0.instant(1)).day, measuring: try $0.text(2),
                goal: .mmHg(try $0.int(3), over: try $0.int(4)), heartFailureSince: try $0.dayIfAny(5),
                by: try name($0, 6), state: .before)
        }
    }

    /// A given and a family name beside each other; whoever left our books has none.
    private static func name(_ row: Row, _ column: Int32) throws -> String {
        guard let given = try row.textIfAny(column), let family = try row.textIfAny(column + 1) else { return "" }
        return "\(given) \(family)"
    }

    private static func loans(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLoan] {
        try db.rows(
            """
            SELECT loan.id, kit.number, loan.reserved_at, loan.lent_at, loan.due_on, loan.agreed_at, loan.agreed_how,
                   loan.ended_at, loan.ending
            FROM devices_loan AS loan
            JOIN devices_kit AS kit ON kit.practice_id = loan.practice_id AND kit.id = loan.kit_id
            WHERE loan.practice_id = \(practice) AND loan.patient_id = \(patient)
            ORDER BY loan.reserved_at
            """
        ) {
            CopiedLoan(
                id: try $0.id(0), number: try $0.text(1), reservedAt: try $0.instant(2),
                lentAt: try $0.instantIfAny(3), dueOn: try $0.day(4), agreedAt: try $0.instantIfAny(5),
                agreedHow: try $0.textIfAny(6), endedAt: try $0.instantIfAny(7), ending: try $0.textIfAny(8))
        }
    }

    private static func invitations(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedInvitation] {
        try db.rows(
            """
            SELECT invitation.id, invitation.invited_at, invitation.channel, worker.given_name, worker.family_name,
                   invitation.answer, invitation.answered_at, invitation.withdrawn_at
            FROM enrolling_invitation AS invitation
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = invitation.practice_id AND worker.id = invitation.invited_by
            WHERE invitation.practice_id = \(practice) AND invitation.patient_id = \(patient)
            ORDER BY invitation.invited_at
            """
        ) {
            CopiedInvitation(
                id: try $0.id(0), at: try $0.instant(1), channel: try $0.text(2), by: try name($0, 3),
                answer: try $0.textIfAny(5), answeredAt: try $0.instantIfAny(6), withdrawnAt: try $0.instantIfAny(7))
        }
    }

    private static func mandates(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedConsent] {
        try db.rows(
            """
            SELECT id, given_name, family_name, categories, given_at, until_at, ended_at
            FROM identity_proxy
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY given_at
            """
        ) {
            CopiedConsent(
                id: try $0.id(0), kind: .mandate, whom: try name($0, 1), what: try $0.text(3),
                from: try $0.instant(4), until: try $0.instant(5), endedAt: try $0.instantIfAny(6))
        }
    }

    private static func sharings(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedConsent] {
        try db.rows(
            """
            SELECT consent.id, organisation.name, consent.given_at, consent.until_at, consent.ended_at
            FROM identity_consent AS consent
            LEFT JOIN identity_practice AS organisation ON organisation.practice_id = consent.organisation_id
            WHERE consent.practice_id = \(practice) AND consent.patient_id = \(patient)
            ORDER BY consent.given_at
            """
        ) {
            CopiedConsent(
                id: try $0.id(0), kind: .sharing, whom: try $0.textIfAny(1) ?? "-", what: "",
                from: try $0.instant(2), until: try $0.instant(3), endedAt: try $0.instantIfAny(4))
        }
    }

    private static func enrolments(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedConsent] {
        try db.rows(
            """
            SELECT id, consent_way, consent_text, consented_on, ended_at
            FROM enrolling_enrolment
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY enrolled_at
            """
        ) {
            CopiedConsent(
                id: try $0.id(0), kind: .enrolment, whom: try $0.text(1), what: try $0.text(2),
                from: Amsterdam.instant(try $0.day(3), hour: 12), until: nil, endedAt: try $0.instantIfAny(4))
        }
    }

    /// All of it: no line of the log is kept from whom it is about.
    private static func looks(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLook] {
        try db.rows(
            """
            SELECT line.id, line.at, line.actor, worker.given_name, worker.family_name, proxy.given_name,
                   proxy.family_name, line.role, organisation.name, line.action, line.object, line.deed, line.ground
            FROM audit_line AS line
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = COALESCE(line.organisation_id, line.practice_id) AND worker.id = line.actor_id
             AND line.actor = 'worker'
            LEFT JOIN identity_practice AS organisation ON organisation.practice_id = worker.practice_id
            LEFT JOIN identity_proxy AS proxy
              ON proxy.practice_id = line.practice_id AND proxy.id = line.actor_id AND line.actor = 'proxy'
            WHERE line.practice_id = \(practice) AND line.patient_id = \(patient)
            ORDER BY line.at, line.id
            """
        ) { row in
            let names = [try name(row, 3), try name(row, 5)].first { !$0.isEmpty }
            return CopiedLook(
                id: try row.id(0), at: try row.instant(1), actor: try row.text(2), name: names,
                role: try row.text(7), organisation: try row.textIfAny(8), action: try row.text(9),
                object: try row.text(10), deed: try row.text(11), ground: try row.text(12))
        }
    }
}
