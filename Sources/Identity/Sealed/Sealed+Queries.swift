import Audit
import Clinical
import Storage
import Vault

extension Identity {
    /// Everything of accounts that stands as it was before there were keys, or under a key of before that can be let go:
    /// hashes of passwords and of codes, and the secrets of apps. A part at a time.
    ///
    /// - Returns: how many were kept anew; none when all is done
    package static func sealReadable(most: Int = 500, _ db: Transaction) throws -> Int {
        guard let keys = db.ring.keys else { return 0 }
        let passwords = try sealPasswords(keys, most, db)
        let letters = try sealLetters(keys, most, db)
        let codes = try sealPaperCodes(keys, most, db)
        return passwords + letters + codes + (try sealApps(db))
    }

    private static func sealPasswords(_ keys: MasterKeys, _ most: Int, _ db: Transaction) throws -> Int {
        let found = try db.rows(
            "SELECT sign_in, password_hash FROM identity_account WHERE length(password_hash) = 32 LIMIT \(most)"
        ) { (signIn: try $0.text(0), hash: try $0.bytes(1)) }
        for (signIn, hash) in found {
            try db.run(
                """
                UPDATE identity_account SET password_hash = \(keys.peppered(hash, for: .password).bytes)
                WHERE sign_in = \(signIn)
                """
            )
        }
        return found.count
    }

    private static func sealLetters(_ keys: MasterKeys, _ most: Int, _ db: Transaction) throws -> Int {
        let found = try db.rows(
            "SELECT code_hash FROM identity_activation WHERE length(code_hash) = 32 LIMIT \(most)"
        ) { try $0.bytes(0) }
        for hash in found {
            try db.run(
                """
                UPDATE identity_activation SET code_hash = \(keys.peppered(hash, for: .letter).bytes)
                WHERE code_hash = \(hash)
                """
            )
        }
        return found.count
    }

    private static func sealPaperCodes(_ keys: MasterKeys, _ most: Int, _ db: Transaction) throws -> Int {
        let found = try db.rows(
            "SELECT sign_in, hash FROM identity_recovery_code WHERE length(hash) = 32 LIMIT \(most)"
        ) { (signIn: try $0.text(0), hash: try $0.bytes(1)) }
        for (signIn, hash) in found {
            try db.run(
                """
                UPDATE identity_recovery_code SET hash = \(keys.peppered(hash, for: .paperCode).bytes)
                WHERE sign_in = \(signIn) AND hash = \(hash)
                """
            )
        }
        return found.count
    }

    /// All of them in one part: there is one for each person who works here.
    private static func sealApps(_ db: Transaction) throws -> Int {
        let found = try db.rows("SELECT sign_in, state, secret FROM identity_app") {
            (signIn: try $0.text(0), state: try $0.word(1, of: AppState.self), kept: try $0.bytes(2))
        }.filter { db.isOfBefore($0.kept) }
        for (signIn, state, kept) in found {
            let secret = try db.openForHouse(kept, at: appPlace(of: signIn))
            try db.run(
                """
                UPDATE identity_app SET secret = \(try db.sealForHouse(secret, at: appPlace(of: signIn)))
                WHERE sign_in = \(signIn) AND state = \(state)
                """
            )
        }
        return found.count
    }

    /// Patients of whom it stands readable why their record was opened in an emergency.
    package static func readable(in practice: ID<Practice>, _ db: Transaction) throws -> [ID<Patient>] {
        try db.rows(
            """
            SELECT DISTINCT patient_id
            FROM identity_emergency
            WHERE practice_id = \(practice) AND substr(sealed, 1, 1) = \([PatientWords.readable])
            """
        ) { try $0.id(0) }
    }

    package static func sealReadable(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Int {
        let found = try db.rows(
            "SELECT id, sealed FROM identity_emergency WHERE practice_id = \(practice) AND patient_id = \(patient)"
        ) { (id: try $0.id(0, of: Audit.Passage.Basis.self), kept: try $0.bytes(1)) }
        let anew = try db.sealed(insteadOf: found, at: Safe.Field.emergency, of: patient, in: practice)
        for (id, sealed) in anew {
            try db.run(
                "UPDATE identity_emergency SET sealed = \(sealed) WHERE practice_id = \(practice) AND id = \(id)")
        }
        return anew.count
    }

    /// The master keys without which something in this database cannot be read or compared.
    package static func keysInUse(_ db: Transaction) throws -> Set<KeyID> {
        var found = try db.rows(
            "SELECT DISTINCT substr(password_hash, 1, 8) FROM identity_account WHERE length(password_hash) > 32"
        ) { KeyID(bytes: try $0.bytes(0)) }
        found += try db.rows("SELECT DISTINCT substr(secret, 2, 8) FROM identity_app WHERE length(secret) > 20") {
            KeyID(bytes: try $0.bytes(0))
        }
        for practice in try practices(db) {
            found += try db.rows(
                "SELECT DISTINCT substr(wrapped, 2, 8) FROM identity_key WHERE practice_id = \(practice.id)"
            ) { KeyID(bytes: try $0.bytes(0)) }
        }
        return Set(found.compactMap(\.self))
    }
}
