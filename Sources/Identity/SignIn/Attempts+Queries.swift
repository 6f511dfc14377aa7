import Clinical
import Storage

extension Identity {
    /// Counts a try, before anything is said about it.
    ///
    /// - Returns: how many there were within the window, this one included
    static func countAttempt(_ place: Attempts.Place, at now: Instant, _ db: Transaction) throws -> Int {
        let start = now - Attempts.window
        try db.run(
            """
            INSERT INTO identity_attempt (place, tries, since)
            VALUES (\(place.key), 1, \(now))
            ON CONFLICT (place) DO UPDATE SET
                tries = CASE WHEN identity_attempt.since <= \(start) THEN 1 ELSE identity_attempt.tries + 1 END,
                since = CASE WHEN identity_attempt.since <= \(start) THEN excluded.since ELSE identity_attempt.since END
            """
        )
        let tries = try db.row("SELECT tries FROM identity_attempt WHERE place = \(place.key)") { try $0.int(0) }
        guard let tries else { throw StorageFailure.unreadable(column: 0) }
        return tries
    }

    static func forgetAttempts(_ place: Attempts.Place, _ db: Transaction) throws {
        try db.run("DELETE FROM identity_attempt WHERE place = \(place.key)")
    }

    /// Changes nothing, and costs what a change costs.
    static func touchAttempts(_ place: Attempts.Place, _ db: Transaction) throws {
        try db.run("UPDATE identity_attempt SET tries = tries + 0 WHERE place = \(place.key)")
    }

    /// What is past its window says nothing any more, and a browser that was not used for a year has lost its cookie.
    package static func forgetOldAttempts(at now: Instant, _ db: Transaction) throws {
        try db.run("DELETE FROM identity_attempt WHERE since <= \(now - Attempts.window)")
        let long = now - .days(30)
        try db.run("DELETE FROM identity_session WHERE started_at <= \(long)")
        try db.run("DELETE FROM identity_activation WHERE until_at <= \(long)")
        try db.run("DELETE FROM identity_challenge WHERE made_at <= \(now - .hours(1))")
        try db.run("DELETE FROM identity_device WHERE known_since <= \(now - .days(366))")
    }

    /// Whoever was known for this account is not any more; and nobody waits for what somebody else tried.
    static func forgetDevices(of signIn: String, _ db: Transaction) throws {
        try db.run("DELETE FROM identity_device WHERE sign_in = \(signIn)")
        try forgetAttempts(.strangers(signIn: signIn), db)
    }

    static func knows(device hash: [UInt8], of signIn: String, _ db: Transaction) throws -> Bool {
        try db.row("SELECT 1 FROM identity_device WHERE token_hash = \(hash) AND sign_in = \(signIn)") {
            try $0.int(0)
        } != nil
    }

    static func remember(device hash: [UInt8], of signIn: String, at now: Instant, _ db: Transaction) throws {
        try db.run(
            """
            INSERT INTO identity_device (token_hash, sign_in, known_since)
            VALUES (\(hash), \(signIn), \(now))
            ON CONFLICT (token_hash, sign_in) DO UPDATE SET known_since = excluded.known_since
            """
        )
    }
}
