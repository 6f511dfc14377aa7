import Clinical
import Storage

/// What is past its term, of the people of one organisation.
extension Identity {
    /// - Returns: how many sessions went
    package static func forgetSessions(
        startedBefore before: Instant, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Int {
        try db.change(
            """
            DELETE FROM identity_session
            WHERE started_at <= \(before)
              AND sign_in IN (SELECT account.sign_in FROM identity_account AS account
                              WHERE account.practice_id = \(practice))
            """
        )
    }

    /// Codes on paper that were used, or that nobody can use any more.
    ///
    /// - Returns: how many letters went
    package static func forgetLetters(
        overBefore before: Instant, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Int {
        try db.change(
            """
            DELETE FROM identity_activation
            WHERE practice_id = \(practice) AND (until_at <= \(before) OR used_at <= \(before))
            """
        )
    }

    /// The ways in of accounts that ended: browsers, apps, paper codes, passkeys and other houses. The name stays taken.
    ///
    /// - Returns: how many accounts had something left
    package static func forgetWaysIn(
        endedBefore before: Instant, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Int {
        let accounts = try db.rows(
            """
            SELECT account.sign_in
            FROM identity_account AS account
            WHERE account.practice_id = \(practice) AND account.ended_at <= \(before)
              AND (EXISTS (SELECT 1 FROM identity_session AS one WHERE one.sign_in = account.sign_in)
                   OR EXISTS (SELECT 1 FROM identity_device AS one WHERE one.sign_in = account.sign_in)
                   OR EXISTS (SELECT 1 FROM identity_app AS one WHERE one.sign_in = account.sign_in)
                   OR EXISTS (SELECT 1 FROM identity_recovery_code AS one WHERE one.sign_in = account.sign_in)
                   OR EXISTS (SELECT 1 FROM identity_passkey AS one WHERE one.sign_in = account.sign_in))
            """
        ) { try $0.text(0) }
        for account in accounts {
            try endSessions(of: account, db)
            try forgetFactors(of: account, db)
            try forgetAttempts(.factor(signIn: account), db)
        }
        return accounts.count
    }
}
