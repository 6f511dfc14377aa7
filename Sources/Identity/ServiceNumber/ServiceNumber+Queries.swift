import Clinical
import Storage
import Vault

extension ServiceNumber {
    /// The number, opened.
    static func number(
        of patient: ID<Patient>, in practice: ID<Practice>, _ safe: Safe, _ db: Transaction
    ) throws -> BSN? {
        let found = try db.row(
            """
            SELECT number.sealed, patient_key.wrapped
            FROM identity_bsn AS number
            JOIN identity_key AS patient_key
              ON patient_key.practice_id = number.practice_id AND patient_key.patient_id = number.patient_id
            WHERE number.practice_id = \(practice) AND number.patient_id = \(patient)
            """
        ) { (sealed: try Blob(try $0.bytes(0)), wrapped: try WrappedKey(try $0.bytes(1))) }
        guard let found else { return nil }
        let key = try safe.keys.unwrap(found.wrapped, of: RowID(patient), in: RowID(practice))
        return try BSN(try key.fields.text(in: found.sealed, at: Safe.place(of: patient)))
    }

    /// - Throws: ``Taken`` when another patient of the practice has it, under any key that is still in use
    static func keep(
        _ number: BSN, of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ safe: Safe,
        _ db: Transaction
    ) throws {
        for index in safe.keys.indexes(of: .bsn(number), in: RowID(practice)) {
            let other = try db.row(
                """
                SELECT patient_id FROM identity_bsn
                WHERE practice_id = \(practice) AND blind = \(index.bytes) AND patient_id <> \(patient)
                """
            ) { try $0.id(0, of: Patient.self) }
            guard other == nil else { throw Taken() }
        }
        let key = try key(of: patient, in: practice, safe, db)
        let sealed = try key.fields.seal(text: number.revealed, at: Safe.place(of: patient), padded: .exact)
        let blind = safe.keys.index(of: .bsn(number), in: RowID(practice))
        try db.run(
            """
            INSERT INTO identity_bsn (practice_id, patient_id, sealed, blind, kept_at)
            VALUES (\(practice), \(patient), \(sealed.bytes), \(blind.bytes), \(now))
            ON CONFLICT (practice_id, patient_id) DO UPDATE SET
                sealed = excluded.sealed, blind = excluded.blind, kept_at = excluded.kept_at
            """
        )
    }

    /// The key of this patient, made when there is none yet.
    static func key(
        of patient: ID<Patient>, in practice: ID<Practice>, _ safe: Safe, _ db: Transaction
    ) throws -> PatientKey {
        if let key = try safe.keyIfAny(of: patient, in: practice, db) { return key }
        var chance = Safe.Chance()
        let key = try PatientKey.new(of: RowID(patient), in: RowID(practice), using: &chance)
        let added = try db.change(
            """
            INSERT INTO identity_key (practice_id, patient_id, wrapped)
            VALUES (\(practice), \(patient), \(try safe.keys.wrap(key).bytes))
            ON CONFLICT DO NOTHING
            """
        )
        // Somebody else made one a moment ago.
        guard added == 0, let first = try safe.keyIfAny(of: patient, in: practice, db) else { return key }
        return first
    }

    static func wrapped(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> WrappedKey? {
        try db.row(
            "SELECT wrapped FROM identity_key WHERE practice_id = \(practice) AND patient_id = \(patient)"
        ) { try WrappedKey(try $0.bytes(0)) }
    }

    /// The key of a patient is destroyed: whatever was sealed with it opens no more. A backup made before holds
    /// both, and opens with the master key until it is thrown away.
    ///
    /// - Returns: what was destroyed, for the proof
    static func destroyKey(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Erasure.Destroyed? {
        let wrapped = try wrapped(of: patient, in: practice, db)
        db.ring.forget(RowID(patient))
        try db.run("DELETE FROM identity_bsn WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM identity_key WHERE practice_id = \(practice) AND patient_id = \(patient)")
        return wrapped.map(Erasure.Destroyed.init)
    }

    /// Wraps the keys of a practice under the newest master key, and makes their indexes anew.
    ///
    /// - Returns: how many were under an older one
    package static func rewrap(in practice: ID<Practice>, _ safe: Safe, _ db: Transaction) throws -> Int {
        let rows = try db.rows("SELECT patient_id, wrapped FROM identity_key WHERE practice_id = \(practice)") {
            (patient: try $0.id(0, of: Patient.self), wrapped: try WrappedKey(try $0.bytes(1)))
        }
        let older = rows.filter { $0.wrapped.master != safe.keys.currentID }
        for (patient, wrapped) in older {
            let anew = try safe.keys.rewrap(wrapped, of: RowID(patient), in: RowID(practice))
            try db.run(
                """
                UPDATE identity_key SET wrapped = \(anew.bytes)
                WHERE practice_id = \(practice) AND patient_id = \(patient)
                """
            )
            guard let number = try number(of: patient, in: practice, safe, db) else { continue }
            let blind = safe.keys.index(of: .bsn(number), in: RowID(practice))
            try db.run(
                """
                UPDATE identity_bsn SET blind = \(blind.bytes)
                WHERE practice_id = \(practice) AND patient_id = \(patient)
                """
            )
        }
        return older.count
    }
}

extension Safe {
    /// The key with which everything of this patient is sealed, made when there is none yet.
    package func key(of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws -> PatientKey {
        try ServiceNumber.key(of: patient, in: practice, self, db)
    }

    /// Nothing when nothing of this patient was ever sealed, or their key was destroyed.
    package func keyIfAny(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> PatientKey? {
        try ServiceNumber.wrapped(of: patient, in: practice, db).map {
            try keys.unwrap($0, of: RowID(patient), in: RowID(practice))
        }
    }
}
