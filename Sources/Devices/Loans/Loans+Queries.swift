import Clinical
import Identity
import Storage

extension Devices {
    /// - Throws: ``ChangedMeanwhile`` when the kit is out already
    static func begin(
        _ lending: Lending, of kit: ID<KitMark>, by worker: ID<Worker>, in practice: ID<Practice>, at now: Instant,
        _ db: Transaction
    ) throws {
        let begun = try db.change(
            """
            INSERT INTO devices_loan (practice_id, id, kit_id, patient_id, reserved_at, reserved_by, due_on)
            VALUES (\(practice), \(lending.loan), \(kit), \(lending.patient), \(now), \(worker), \(lending.dueOn))
            ON CONFLICT DO NOTHING
            """
        )
        guard begun == 1 else { throw ChangedMeanwhile() }
    }

    static func handOver(
        _ loan: ID<LoanMark>, by worker: ID<Worker>, until dueOn: Day, in practice: ID<Practice>, at now: Instant,
        _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE devices_loan
            SET lent_at = \(now), lent_by = \(worker), due_on = \(dueOn)
            WHERE practice_id = \(practice) AND id = \(loan) AND ended_at IS NULL
            """
        )
    }

    /// - Returns: whether the patient had no such device yet
    static func hold(
        _ part: Part, of loan: ID<LoanMark>, for patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Bool {
        let held = try db.change(
            """
            INSERT INTO devices_held (practice_id, patient_id, part, loan_id)
            VALUES (\(practice), \(patient), \(part), \(loan))
            ON CONFLICT DO NOTHING
            """
        )
        return held == 1
    }

    static func end(
        _ loan: ID<LoanMark>, _ ending: Ending, by worker: ID<Worker>?, in practice: ID<Practice>, at now: Instant,
        _ db: Transaction
    ) throws {
        try db.run(
            """
            DELETE FROM devices_held
            WHERE practice_id = \(practice)
              AND patient_id = (SELECT loan.patient_id FROM devices_loan AS loan
                                WHERE loan.practice_id = \(practice) AND loan.id = \(loan))
              AND loan_id = \(loan)
            """
        )
        try db.run(
            """
            UPDATE devices_loan
            SET ended_at = \(now), ended_by = \(worker), ending = \(ending)
            WHERE practice_id = \(practice) AND id = \(loan) AND ended_at IS NULL
            """
        )
    }

    /// - Returns: whose loan it is; nothing when it did not end, or the patient is known no more
    static func goOn(with loan: ID<LoanMark>, in practice: ID<Practice>, _ db: Transaction) throws -> ID<Patient>? {
        let opened = try db.change(
            """
            UPDATE devices_loan
            SET ended_at = NULL, ended_by = NULL, ending = NULL
            WHERE practice_id = \(practice) AND id = \(loan) AND ended_at IS NOT NULL AND lent_at IS NOT NULL
            """
        )
        guard opened == 1 else { return nil }
        return try db.row(
            "SELECT patient_id FROM devices_loan WHERE practice_id = \(practice) AND id = \(loan)"
        ) { try $0.id(0) }
    }

    static func prolong(
        _ loan: ID<LoanMark>, until dueOn: Day, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE devices_loan
            SET due_on = \(dueOn)
            WHERE practice_id = \(practice) AND id = \(loan) AND ended_at IS NULL
            """
        )
    }

    /// - Returns: how many loans: 0 when it is not this patient's, over, or agreed to before
    package static func agree(
        to loan: ID<LoanMark>, _ how: Agreed, by person: ID<Worker>, of patient: ID<Patient>, in practice: ID<Practice>,
        at now: Instant, _ db: Transaction
    ) throws -> Int {
        try db.change(
            """
            UPDATE devices_loan
            SET agreed_at = \(now), agreed_by = \(person), agreed_how = \(how)
            WHERE practice_id = \(practice) AND id = \(loan) AND patient_id = \(patient) AND ended_at IS NULL
              AND agreed_at IS NULL
            """
        )
    }

    /// Who has this kit now, or will have it.
    static func openLoan(of kit: ID<KitMark>, in practice: ID<Practice>, _ db: Transaction) throws -> Holder? {
        try db.row(
            """
            SELECT loan.id, loan.patient_id, patient.given_name, patient.family_name, loan.lent_at, loan.due_on,
                   loan.agreed_at
            FROM devices_loan AS loan
            LEFT JOIN identity_patient AS patient
              ON patient.practice_id = loan.practice_id AND patient.id = loan.patient_id
            WHERE loan.practice_id = \(practice) AND loan.kit_id = \(kit) AND loan.ended_at IS NULL
            """
        ) { try holder($0, from: 0) } ?? nil
    }

    /// What one patient has at home, or what is kept for them.
    package static func loans(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [OwnLoan] {
        let loans = try db.rows(
            """
            SELECT kit.id, kit.number, kit.mark, kit.kind, kit.purpose, kit.state, kit.version, loan.id, loan.patient_id,
                   patient.given_name, patient.family_name, loan.lent_at, loan.due_on, loan.agreed_at
            FROM devices_loan AS loan
            JOIN devices_kit AS kit ON kit.practice_id = loan.practice_id AND kit.id = loan.kit_id
            LEFT JOIN identity_patient AS patient
              ON patient.practice_id = loan.practice_id AND patient.id = loan.patient_id
            WHERE loan.practice_id = \(practice) AND loan.patient_id = \(patient) AND loan.ended_at IS NULL
            ORDER BY loan.id
            """
        ) { (try kit($0), try holder($0, from: 7)) }
        return try loans.compactMap { kit, holder in
            guard let holder else { return nil }
            var kit = kit
            kit.devices = try devices(of: kit.id, in: practice, db)
            return OwnLoan(kit: kit, holder: holder)
        }
    }

    /// A kit that a patient has, or that is kept for them.
    package struct OwnLoan: Hashable, Sendable {
        package let kit: Kit
        package let holder: Holder
    }

    /// What is known for choosing a kit.
    static func bodyMass(of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws -> BodyMassIndex?
    {
        guard let grams = try latest("weight", of: patient, in: practice, db),
            let millimetres = try latest("height", of: patient, in: practice, db)
        else { return nil }
        // What no adult has is no reason for one kit or the other.
        return try? BodyMassIndex(.grams(grams), height: .millimetres(millimetres))
    }

    /// Which kit the list advised with which they were asked to take part; read where that is kept.
    static func advice(for patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws -> BoxAdvice? {
        try db.row(
            """
            SELECT box
            FROM enrolling_enrolment
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND ended_at IS NULL
            """
        ) { try $0.word(0) }
    }

    private static func latest(
        _ kind: String, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Int? {
        try db.row(
            """
            SELECT first_value
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = \(kind) AND status = 'final'
            ORDER BY taken_at DESC
            LIMIT 1
            """
        ) { try $0.int(0) }
    }
}
