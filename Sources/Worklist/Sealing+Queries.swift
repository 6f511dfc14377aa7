import Clinical
import Identity
import Storage

extension Worklist {
    /// Patients of whom it stands readable what they asked, of before there were keys.
    package static func readable(in practice: ID<Practice>, _ db: Transaction) throws -> [ID<Patient>] {
        try db.rows(
            """
            SELECT DISTINCT patient_id
            FROM worklist_item
            WHERE practice_id = \(practice) AND substr(sealed_quote, 1, 1) = \([PatientWords.readable])
            """
        ) { try $0.id(0) }
    }

    /// - Returns: how many were sealed
    package static func sealReadable(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Int {
        let found = try db.rows(
            """
            SELECT id, sealed_quote
            FROM worklist_item
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND sealed_quote IS NOT NULL
            """
        ) { (id: try $0.id(0, of: ItemMark.self), kept: try $0.bytes(1)) }
        let anew = try db.sealed(
            insteadOf: found, at: { _ in Safe.Field.quote(of: patient) }, of: patient, in: practice)
        for (id, sealed) in anew {
            try db.run(
                "UPDATE worklist_item SET sealed_quote = \(sealed) WHERE practice_id = \(practice) AND id = \(id)")
        }
        return anew.count
    }
}
