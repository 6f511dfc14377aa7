import Clinical
import Storage
import Web

extension PatientContext {
    /// What stands around every page of this patient, also when somebody helps them.
    package func frame(_ db: Transaction) throws -> PatientFrame {
        var frame = try Identity.frame(
            of: patient, in: practice, tabs: PatientTab.allCases.filter(shows), helping: helped, db)
        if visitor.mandate != nil, try Helping.helpsSeveral(visitor.signIn, db) { frame.otherHelped = .some }
        return frame
    }

    /// The name of the patient, for who acts in it.
    package var helped: String? { visitor.mandate?.patientName }

    private func shows(_ tab: PatientTab) -> Bool {
        passage.policy.answer(to: visitor, for: tab.deed, at: visitor.provenAt) == .open
    }
}

extension PatientTab {
    fileprivate var deed: Identity.Deed {
        switch self {
        case .today: .seeToday
        case .graph: .seeReadings
        case .messages: .readMessages
        case .more: .seeOwnPlace
        }
    }
}

extension Identity {
    static func frame(
        of patient: ID<Patient>, in practice: ID<Practice>, tabs: [PatientTab], helping: String?, _ db: Transaction
    ) throws -> PatientFrame {
        let frame = try db.row(
            """
            SELECT name, phone,
                   (SELECT count(*) FROM portal_message
                    WHERE practice_id = \(practice) AND patient_id = \(patient) AND sender = 'worker'
                      AND read_at IS NULL)
            FROM identity_practice
            WHERE practice_id = \(practice)
            """
        ) {
            PatientFrame(
                practiceName: try $0.text(0), phone: try $0.text(1), unread: try $0.int(2), tabs: tabs, helping: helping
            )
        }
        guard let frame else { throw NotFound() }
        return frame
    }
}
