import Clinical
import Identity
import Storage

extension Worklist {
    /// What the pane tells of one patient.
    static func paneFacts(of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws -> PaneFacts? {
        let person = try db.row(
            """
            SELECT patient.sex, patient.phone, summary.count, summary.last_day
            FROM identity_patient AS patient
            LEFT JOIN measurements_summary AS summary
              ON summary.practice_id = patient.practice_id AND summary.patient_id = patient.id
            WHERE patient.practice_id = \(practice) AND patient.id = \(patient)
            """
        ) {
            (
                sex: try $0.word(0, of: Sex.self), phone: try $0.text(1), count: try $0.intIfAny(2),
                lastDay: try $0.dayIfAny(3)
            )
        }
        guard let person else { return nil }
        return PaneFacts(
            sex: person.sex, phone: person.phone, count: person.count ?? 0,  // no summary yet: nothing measured
            lastDay: person.lastDay,
            lastMessage: try unansweredMessage(of: patient, in: practice, db),
            lastChange: try lastChange(of: patient, in: practice, db),
            ownGoal: try ownGoal(of: patient, in: practice, db),
            complaints: try lastComplaints(of: patient, in: practice, db))
    }

    private static func unansweredMessage(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> PaneFacts.Written? {
        let words = try db.words(of: patient, in: practice)
        return try db.row(
            """
            SELECT sealed, sent_at, id
            FROM portal_message
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND sender = 'patient' AND read_at IS NULL
            ORDER BY sent_at DESC
            LIMIT 1
            """
        ) {
            PaneFacts.Written(
                body: try words.text(try $0.bytes(0), .message(try $0.id(2, of: PaneFacts.self))),
                sentAt: try $0.instant(1))
        }
    }

    private static func lastChange(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> PaneFacts.Change? {
        let words = try db.words(of: patient, in: practice)
        return try db.row(
            """
            SELECT changed_on, sealed_what, id
            FROM portal_medication_change
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY changed_on DESC
            LIMIT 1
            """
        ) {
            PaneFacts.Change(
                day: try $0.day(0),
                what: try words.text(try $0.bytes(1), .change(try $0.id(2, of: PaneFacts.self), .what)))
        }
    }

    private static func ownGoal(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> String? {
        let words = try db.words(of: patient, in: practice)
        return try db.row(
            """
            SELECT sealed, id
            FROM portal_goal
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND reached_on IS NULL
            ORDER BY set_on DESC
            LIMIT 1
            """
        ) { try words.text(try $0.bytes(0), .goal(try $0.id(1, of: PaneFacts.self))) }
    }

    private static func lastComplaints(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Set<Complaint> {
        let text = try db.row(
            """
            SELECT complaints
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = 'blood-pressure'
            ORDER BY taken_at DESC
            LIMIT 1
            """
        ) { try $0.textIfAny(0) }
        return Set((text ?? nil)?.split(separator: ",").compactMap { Complaint(rawValue: String($0)) } ?? [])
    }
}
