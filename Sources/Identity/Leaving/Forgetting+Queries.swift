import Clinical
import Storage
import Vault

extension Identity {
    /// The patient, who helps them, their accounts and what they consented to are gone. What stands in the access log is a
    /// number that leads to nobody any more.
    ///
    /// - Returns: how many accounts there were, and the key that was destroyed
    package static func forget(
        _ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> (accounts: Int, key: Erasure.Destroyed?) {
        let destroyed: Erasure.Destroyed?
        try Helping.keepForOthers(patient, in: practice, db)
        let accounts = try db.rows(
            """
            SELECT sign_in
            FROM identity_account
            WHERE practice_id = \(practice)
              AND (person_id = \(patient)
                   OR person_id IN (SELECT proxy.id FROM identity_proxy AS proxy
                                    WHERE proxy.practice_id = \(practice) AND proxy.patient_id = \(patient)))
            """
        ) { try $0.text(0) }
        for account in accounts { try forgetAccount(account, db) }
        try db.run(
            """
            DELETE FROM identity_activation
            WHERE practice_id = \(practice)
              AND (person_id = \(patient)
                   OR person_id IN (SELECT proxy.id FROM identity_proxy AS proxy
                                    WHERE proxy.practice_id = \(practice) AND proxy.patient_id = \(patient)))
            """
        )
        destroyed = try ServiceNumber.destroyKey(of: patient, in: practice, db)
        try db.run("DELETE FROM identity_proxy WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM identity_consent WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM identity_emergency WHERE practice_id = \(practice) AND patient_id = \(patient)")
        try db.run("DELETE FROM identity_patient WHERE practice_id = \(practice) AND id = \(patient)")
        return (accounts.count, destroyed)
    }

    private static func forgetAccount(_ signIn: String, _ db: Transaction) throws {
        try endSessions(of: signIn, db)
        try forgetFactors(of: signIn, db)
        try forgetAttempts(.factor(signIn: signIn), db)
        try db.run("DELETE FROM identity_challenge WHERE sign_in = \(signIn)")
        try db.run("DELETE FROM identity_account WHERE sign_in = \(signIn)")
    }
}
