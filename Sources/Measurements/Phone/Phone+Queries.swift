import Clinical
import Identity
import Storage

extension Measurements {
    /// Who holds an account: the patient, or who helps them.
    package enum Holder {}

    /// The keys with which the phone of this account may have closed readings, the newest first.
    static func phoneKeys(
        of holder: ID<Holder>, for patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [PhoneKey] {
        let words = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT id, made_at, secret
            FROM measurements_phone_key
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND holder_id = \(holder)
            ORDER BY made_at DESC, id DESC
            """
        ) {
            let (id, kept): (ID<PhoneKey.Mark>, [UInt8]) = (try $0.id(0), try $0.bytes(2))
            let bytes = PhoneKey.isReadable(kept) ? kept : try words.bytes(kept, .phoneKey(id))
            return try PhoneKey(id, madeAt: try $0.instant(1), bytes: bytes)
        }
    }

    /// Keeps a new key, and lets go of what no phone can need any more.
    static func add(
        _ key: PhoneKey, of holder: ID<Holder>, for patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        let sealed = try db.seal(key.bytes, at: .phoneKey(key.id), of: patient, in: practice)
        try db.run(
            """
            INSERT INTO measurements_phone_key (practice_id, patient_id, holder_id, id, secret, made_at)
            VALUES (\(practice), \(patient), \(holder), \(key.id), \(sealed ?? key.bytes), \(key.madeAt))
            """
        )
        try db.run(
            """
            DELETE FROM measurements_phone_key
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND holder_id = \(holder)
              AND made_at <= \(key.madeAt - PhoneKey.opens)
            """
        )
    }

    /// Remembers what the clock of a phone said of a reading, where that was corrected.
    static func note(
        _ correction: PhoneClock.Correction, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO measurements_phone_clock (practice_id, patient_id, reading_id, said_at, corrected_by)
            VALUES (\(practice), \(patient), \(correction.reading), \(correction.said),
                    \(Int(correction.by.wholeMilliseconds)))
            ON CONFLICT DO NOTHING
            """
        )
    }
}
