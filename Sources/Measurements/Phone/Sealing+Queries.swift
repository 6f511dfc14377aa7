import Clinical
import Identity
import Storage

extension Measurements {
    /// Patients of whom the key of a phone stands readable, of before there were keys of the house.
    package static func readable(in practice: ID<Practice>, _ db: Transaction) throws -> [ID<Patient>] {
        try db.rows(
            """
            SELECT DISTINCT patient_id
            FROM measurements_phone_key
            WHERE practice_id = \(practice) AND length(secret) = 32
            """
        ) { try $0.id(0) }
    }

    /// - Returns: how many were sealed
    package static func sealReadable(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Int {
        let found = try db.rows(
            """
            SELECT id, secret
            FROM measurements_phone_key
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND length(secret) = 32
            """
        ) { (id: try $0.id(0, of: PhoneKey.Mark.self), secret: try $0.bytes(1)) }
        var count = 0
        for (id, secret) in found {
            guard let sealed = try db.seal(secret, at: .phoneKey(id), of: patient, in: practice) else { continue }
            try db.run(
                """
                UPDATE measurements_phone_key SET secret = \(sealed)
                WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(id)
                """
            )
            count += 1
        }
        return count
    }
}
