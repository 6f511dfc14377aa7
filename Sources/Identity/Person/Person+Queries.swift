import Clinical
import Storage

extension Identity {
    /// - Returns: how many: 0 when nobody of this practice has this number
    package static func correct(
        _ patient: ID<Patient>, in practice: ID<Practice>, _ correction: Correction, _ db: Transaction
    ) throws -> Int {
        try db.change(
            """
            UPDATE identity_patient
            SET given_name = \(correction.givenName), family_name = \(correction.familyName),
                search_name = \(SearchName.folded(correction.familyName)), born_on = \(correction.bornOn),
                sex = \(correction.sex), phone = \(correction.phone), spoken_language = \(correction.spokenLanguage),
                reading = \(correction.reading)
            WHERE practice_id = \(practice) AND id = \(patient)
            """
        )
    }
}
