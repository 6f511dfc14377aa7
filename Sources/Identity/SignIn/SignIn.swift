import Audit
import Clinical
import Credentials
import Crypto
import Dispatch
import Storage
import Web

/// Somebody proves who they are, and gets a session on the server.
///
/// What a password costs, and how it is kept: ``KeptPassword``.
package struct SignIn: Sendable {
    /// A session that is not used for this long is over; sooner for who sees the data of many.
    package static let longestPause = Duration.minutes(30)
    package static let longestPauseAtWork = Duration.minutes(15)
    /// In so many browsers an account can be open.
    package static let mostSessions = 5
    /// No session lasts longer than a working day.
    package static let longestSession = Duration.hours(12)

    /// - Source: NIST SP 800-63B-4 §3.1.1.2: at least 15 characters when a password stands alone
    package static let shortestPassword = 15

    let store: Store
    let cost: HashCost
    let rules: PasswordRules
    /// One hash at a time, away from the threads that serve pages: each takes a core for some 180 ms and 32 MB.
    static let desk = DispatchQueue(label: "sign-in")

    /// - Parameters:
    ///   - rules: what a new password has to be, with the list of the administrator when there is one
    ///   - gate: one for a whole site, so that its hashes come one after the other
    package init(
        store: Store, cost: HashCost = .standard, rules: PasswordRules = PasswordRules(),
        gate: OneAtATime = OneAtATime()
    ) {
        self.store = store
        self.cost = cost
        self.rules = rules
        self.gate = gate
    }

    /// What a browser keeps: two random tokens, of the session and of the browser itself. The store keeps their hashes.
    package struct Started: Sendable {
        package let token: String
        package let device: String
        package let role: Identity.Role
    }

    /// - Parameters:
    ///   - device: what this browser was given when somebody signed in here before
    ///   - browser: what it calls itself, so that a person recognises it in a list
    /// - Throws: ``WrongSignIn``, the same for a name we do not know and a password that is not right;
    ///   ``TooManyAttempts``, also for a name we do not know
    package func start(
        _ signIn: String, password: String, device: String? = nil, browser: String = "", from network: String = "here",
        at occasion: Occasion
    ) async throws -> Started {
        let comer = try await comer(Identity.foldedSignIn(signIn), device)
        if comer == .stranger { try await count(.network(network), at: occasion) }
        try await gate.enter(comer)
        do {
            let started = try await startAlone(Identity.foldedSignIn(signIn), password, device, browser, occasion)
            await gate.leave()
            return started
        } catch {
            await gate.leave()
            throw error
        }
    }

    let gate: OneAtATime

    private func comer(_ name: String, _ device: String?) async throws -> OneAtATime.Comer {
        guard let token = device.flatMap({ Self.token($0) }) else { return .stranger }
        let hash = Self.hash(ofToken: token)
        return try await store.ask { try Identity.knows(device: hash, of: name, $0) } ? .known : .stranger
    }

    /// Behind a proxy that does not tell who calls, everybody is one network; then nobody is counted by it.
    func count(_ place: Attempts.Place, at occasion: Occasion) async throws {
        guard let network = place.networkAlone, !["here", "127.0.0.0", "::1::"].contains(network), !network.isEmpty
        else { return }
        let tries = try await store.write { try Identity.countAttempt(place, at: occasion.now, $0) }
        guard tries <= Attempts.mostOfNetwork else { throw TooManyAttempts() }
    }

    private func startAlone(
        _ name: String, _ password: String, _ device: String?, _ browser: String, _ occasion: Occasion
    ) async throws -> Started {
        let device = device.flatMap { Self.token($0) } ?? Self.random(32)
        let deviceHash = Self.hash(ofToken: device)
        let (place, tries, account) = try await store.write { db in
            let isKnown = try Identity.knows(device: deviceHash, of: name, db)
            let place = isKnown ? Attempts.Place.device(deviceHash, signIn: name) : .strangers(signIn: name)
            return (
                place, try Identity.countAttempt(place, at: occasion.now, db),
                try Identity.account(name, at: occasion.now, db)
            )
        }
        guard tries <= Attempts.most else {
            if tries == Attempts.most + 1 { try await leaveLine(of: account, place, at: occasion) }
            throw TooManyAttempts()
        }
        let isRight = try await isRight(password, account?.password)
        guard let account, isRight else {
            try await leaveLine(of: account, place, at: occasion)
            throw WrongSignIn()
        }
        let anew = isOfBefore(account.password) ? try await keep(password) : account.password
        let (token, secret) = (Self.random(32), Self.random(16))
        try await store.write { db in
            // The password may have been changed, or the account ended, while this one was judged.
            guard try Identity.account(name, at: occasion.now, db)?.password == account.password else {
                throw WrongSignIn()
            }
            if anew != account.password { try Identity.keep(anew, of: name, insteadOf: account.password, db) }
            try Identity.forgetAttempts(place, db)
            try Identity.remember(device: deviceHash, of: name, at: occasion.now, db)
            try Identity.startSession(
                tokenHash: Self.hash(ofToken: token), of: name, formSecret: secret, proof: .password,
                browser: browser, at: occasion.now, db)
        }
        return Started(token: token.hexadecimal, device: device.hexadecimal, role: account.role)
    }

    /// Somebody tried and did not get in. A name that we do not know belongs to no organisation that could read the line;
    /// something is written for it too, so that the answer takes as long.
    private func leaveLine(
        of account: Identity.StoredAccount?, _ place: Attempts.Place, at occasion: Occasion
    ) async throws {
        try await store.append { db in
            guard let account else { return try Identity.touchAttempts(place, db) }
            try Audit.record(
                Audit.Entry(.refused, "sign-in", of: account.patient, in: account.practice, by: .nobody), at: occasion,
                db)
        }
    }

    /// Whether somebody is at work, or a page asks by itself for news.
    package enum Asking: Sendable { case byPerson, byPage }

    /// Who this token belongs to; `nil` when the session is over or never was. Only a person keeps a session awake.
    package func visitor(
        token: String, asked: Asking = .byPerson, at now: Instant
    ) async throws -> Identity.Visitor? {
        guard let bytes = Self.token(token) else { return nil }
        let hash = Self.hash(ofToken: bytes)
        guard
            let visitor = try await store.ask({ try Identity.visitor(tokenHash: hash, at: now, $0) })
        else { return nil }
        if asked == .byPerson, now - visitor.seenAt > .minutes(1) {
            try await store.write { try Identity.touchSession(hash, at: now, $0) }
        }
        return visitor
    }

    package func end(_ visitor: Identity.Visitor, at now: Instant) async throws {
        try await store.write { try Identity.endSession(visitor.tokenHash, at: now, $0) }
    }

    /// The sessions of one account are over, or those of everybody; who it is has to sign in again.
    ///
    /// - Parameter signIn: nothing is everybody
    /// - Returns: how many there were
    package func signOut(_ signIn: String?, at occasion: Occasion) async throws -> Int {
        try await store.write { db in
            let open = try Identity.openAccounts(at: occasion.now, db).filter { account in
                signIn.map { Identity.foldedSignIn($0) == account.signIn } ?? true
            }
            for account in open {
                try Identity.endSessions(of: account.signIn, db)
                try Audit.record(
                    Audit.Entry(.signedOut, "session", of: account.patient, in: account.practice, by: .hartlijn),
                    at: occasion, db)
            }
            return open.reduce(0) { $0 + $1.sessions }
        }
    }

    /// A new account.
    ///
    /// - Throws: ``SignInTaken`` when somebody has this name already
    package func setPassword(
        _ password: String, for signIn: String, of person: Identity.Visitor.Person, role: Identity.Role,
        in practice: ID<Practice>, at now: Instant
    ) async throws {
        let kept = try await keep(password)
        do {
            try await store.write {
                try Identity.saveAccount(
                    Identity.foldedSignIn(signIn), of: person, role: role, in: practice, kept, at: now, $0)
            }
        } catch let failure as StorageFailure where failure.isConstraint {
            throw SignInTaken()
        }
    }

    /// Somebody leaves: from this moment on the account opens nothing, and its sessions are over.
    ///
    /// - Returns: whether there is such an account, that did not end before that already
    package func leave(_ signIn: String, from end: Instant, at occasion: Occasion) async throws -> Bool {
        try await store.write { db in
            let name = Identity.foldedSignIn(signIn)
            guard let practice = try Identity.endAccount(name, at: end, now: occasion.now, db) else { return false }
            try Audit.record(Audit.Entry(.changed, "account", in: practice, by: .hartlijn), at: occasion, db)
            return true
        }
    }

    /// A new password for an account there is; its sessions are over.
    ///
    /// - Returns: whether there is such an account
    package func changePassword(
        _ password: String, for signIn: String, by actor: Audit.Actor = .hartlijn, at occasion: Occasion
    ) async throws -> Bool {
        let (kept, name) = (try await keep(password), Identity.foldedSignIn(signIn))
        return try await store.write { db in
            guard
                try Identity.changePassword(of: name, to: kept, db),
                let account = try Identity.account(name, at: occasion.now, db)
            else { return false }
            try Identity.forgetAttempts(.factor(signIn: name), db)
            try Audit.record(
                Audit.Entry(.changed, "password", of: account.patient, in: account.practice, by: actor), at: occasion,
                db)
            return true
        }
    }

    /// Who knows the old password chooses another; every session of the account is over.
    ///
    /// - Throws: ``WrongSignIn``, ``TooManyAttempts``
    func changePassword(
        from old: String, to new: String, by visitor: Identity.Visitor, _ actor: Audit.Actor, at occasion: Occasion
    ) async throws {
        let (tries, account) = try await store.write { db in
            (
                try Identity.countAttempt(.factor(signIn: visitor.signIn), at: occasion.now, db),
                try Identity.account(visitor.signIn, at: occasion.now, db)
            )
        }
        guard tries <= Attempts.most else { throw TooManyAttempts() }
        guard let account else { throw WrongSignIn() }
        guard try await isRight(old, account.password) else {
            try await store.append {
                try Audit.record(Audit.Entry(.refused, "password", in: visitor.practice, by: actor), at: occasion, $0)
            }
            throw WrongSignIn()
        }
        guard try await changePassword(new, for: visitor.signIn, by: actor, at: occasion) else { throw WrongSignIn() }
    }

    static func token(_ text: String) -> [UInt8]? {
        [UInt8](hexadecimal: text).flatMap { $0.count == 32 ? $0 : nil }
    }

    static func hash(ofToken token: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: token)) }

    package static func random(_ count: Int) -> [UInt8] {
        SymmetricKey(size: .init(bitCount: count * 8)).withUnsafeBytes { Array($0) }
    }
}

/// The name or the password is not right; which of the two stays between us.
package struct WrongSignIn: Error {}

/// Somebody has this sign-in name already.
package struct SignInTaken: Error {}
