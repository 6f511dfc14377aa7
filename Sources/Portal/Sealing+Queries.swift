import Clinical
import Identity
import Storage

extension Portal {
    /// Patients of whom a message, a goal or a change of medicines stands readable, of before there were keys.
    package static func readable(in practice: ID<Practice>, _ db: Transaction) throws -> [ID<Patient>] {
        let mark = [PatientWords.readable]
        return try db.rows(
            """
            SELECT patient_id FROM portal_message
            WHERE practice_id = \(practice) AND substr(sealed, 1, 1) = \(mark)
            UNION
            SELECT patient_id FROM portal_goal
            WHERE practice_id = \(practice) AND substr(sealed, 1, 1) = \(mark)
            UNION
            SELECT patient_id FROM portal_medication_change
            WHERE practice_id = \(practice) AND substr(sealed_what, 1, 1) = \(mark)
            """
        ) { try $0.id(0) }
    }

    /// - Returns: how many were sealed
    package static func sealReadable(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Int {
        let messages = try sealMessages(patient, practice, db)
        let goals = try sealGoals(patient, practice, db)
        return messages + goals + (try sealChanges(patient, practice, db))
    }

    private static func sealMessages(_ patient: ID<Patient>, _ practice: ID<Practice>, _ db: Transaction) throws -> Int
    {
        let found = try db.rows(
            "SELECT id, sealed FROM portal_message WHERE practice_id = \(practice) AND patient_id = \(patient)"
        ) { (id: try $0.id(0, of: MessageMark.self), kept: try $0.bytes(1)) }
        let anew = try db.sealed(insteadOf: found, at: Safe.Field.message, of: patient, in: practice)
        for (id, sealed) in anew {
            try db.run(
                """
                UPDATE portal_message SET sealed = \(sealed)
                WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(id)
                """
            )
        }
        return anew.count
    }

    private static func sealGoals(_ patient: ID<Patient>, _ practice: ID<Practice>, _ db: Transaction) throws -> Int {
        let found = try db.rows(
            "SELECT id, sealed FROM portal_goal WHERE practice_id = \(practice) AND patient_id = \(patient)"
        ) { (id: try $0.id(0, of: GoalMark.self), kept: try $0.bytes(1)) }
        let anew = try db.sealed(insteadOf: found, at: Safe.Field.goal, of: patient, in: practice)
        for (id, sealed) in anew {
            try db.run(
                """
                UPDATE portal_goal SET sealed = \(sealed)
                WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(id)
                """
            )
        }
        return anew.count
    }

    private static func sealChanges(_ patient: ID<Patient>, _ practice: ID<Practice>, _ db: Transaction) throws -> Int {
        let found = try db.rows(
            """
            SELECT id, sealed_what, sealed_why FROM portal_medication_change
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            """
        ) { (id: try $0.id(0, of: MedicationMark.self), what: try $0.bytes(1), why: try $0.bytes(2)) }
        var count = 0
        for (id, what, why) in found {
            guard
                let sealedWhat = try db.sealed(insteadOf: what, at: .change(id, .what), of: patient, in: practice),
                let sealedWhy = try db.sealed(insteadOf: why, at: .change(id, .why), of: patient, in: practice)
            else { continue }
            try db.run(
                """
                UPDATE portal_medication_change SET sealed_what = \(sealedWhat), sealed_why = \(sealedWhy)
                WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(id)
                """
            )
            count += 1
        }
        return count
    }
}
