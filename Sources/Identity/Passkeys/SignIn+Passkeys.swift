import Audit
import Clinical
import Credentials
import Storage
import Web

/// Making a passkey, and coming in with one.
///
/// A device that made a passkey knew its owner by finger, face or number, so what it signs counts as two factors. Whatever
/// is wrong with an answer, the person hears the same; its challenge is spent all the same.
///
/// - Source: WebAuthn level 2, sections 7.1 and 7.2; ASVS 5.0, 6.3.3, 6.5.5, 7.2.4
extension SignIn {
    /// What a device is asked when a passkey is made: a new challenge, for this account alone.
    func askForPasskey(
        of visitor: Identity.Visitor, at site: Passkey.Site, _ occasion: Occasion
    ) async throws -> Passkey.MakingOptions {
        let challenge = try await newChallenge(for: visitor.signIn, at: occasion)
        let known = try await store.ask { try Identity.passkeys(of: visitor.signIn, $0) }
        // The name stays on the device, and with whoever keeps its copies: no more than what they sign in with.
        let account = Passkey.Account(
            of: try Passkeys.owner(of: visitor.person, signIn: visitor.signIn), name: visitor.signIn,
            displayName: visitor.signIn)
        return Passkey.MakingOptions(site: site, account: account, challenge: challenge, excluded: known.map(\.id))
    }

    /// What a device is asked at the door, where nobody is known yet, or of somebody who is signed in.
    func askForAnswer(
        of visitor: Identity.Visitor?, at site: Passkey.Site, _ occasion: Occasion
    ) async throws -> Passkey.SigningInOptions {
        let challenge = try await newChallenge(for: visitor?.signIn, at: occasion)
        var known: [Passkeys.Listed] = []
        if let visitor { known = try await store.ask { try Identity.passkeys(of: visitor.signIn, $0) } }
        return Passkey.SigningInOptions(site: site, challenge: challenge, allowed: known.map(\.id))
    }

    private func newChallenge(for signIn: String?, at occasion: Occasion) async throws -> Passkey.Challenge {
        let challenge = try Passkey.Challenge(Self.random(Passkey.Challenge.length))
        try await store.append {
            try Identity.keep(challenge: Self.hash(ofToken: challenge.bytes), for: signIn, at: occasion.now, $0)
        }
        return challenge
    }

    /// A passkey was made. It counts from now on, and their session goes on under another token.
    ///
    /// - Parameter name: what the browser calls itself, so that a person recognises the passkey in a list
    /// - Returns: the new token of the session
    /// - Throws: ``WrongSignIn`` when what the device says is not as it should be, or there are enough
    func keep(
        _ made: Passkey.Made, by visitor: Identity.Visitor, named name: String, at site: Passkey.Site,
        _ actor: Audit.Actor, _ occasion: Occasion
    ) async throws -> String {
        let credential: Passkey.Credential
        do {
            let challenge = try Passkey.challenge(answeredIn: made.clientData)
            try await spend(challenge, of: visitor.signIn, at: occasion)
            let owner = try Passkeys.owner(of: visitor.person, signIn: visitor.signIn)
            credential = try Passkey.register(made, for: challenge, of: owner, at: site)
        } catch let error where error is PasskeyFailure || error is WrongSignIn {
            try await leaveRefused(visitor, actor, at: occasion)
            throw WrongSignIn()
        }
        return try await renew(visitor, .passkey, actor, at: occasion) { db in
            guard try Identity.passkeys(of: visitor.signIn, db).count < Passkeys.most,
                try Identity.add(credential, named: name, to: visitor.signIn, at: occasion.now, db) == .right
            else { return .wrong }
            // Whoever was signed in elsewhere did not show this passkey.
            try Identity.endSessions(of: visitor.signIn, but: visitor.tokenHash, at: occasion.now, db)
            try Audit.record(Audit.Entry(.added, "passkey", in: visitor.practice, by: actor), at: occasion, db)
            return .right
        }
    }

    private func spend(_ challenge: Passkey.Challenge, of signIn: String?, at occasion: Occasion) async throws {
        let hash = Self.hash(ofToken: challenge.bytes)
        let verdict = try await store.write { try Identity.take(challenge: hash, of: signIn, at: occasion.now, $0) }
        guard verdict == .right else { throw WrongSignIn() }
    }

    /// Somebody at the door, of whom nothing is known but what their device says.
    ///
    /// - Parameters:
    ///   - device: what this browser was given when somebody signed in here before
    ///   - browser: what it calls itself
    /// - Throws: ``WrongSignIn``; ``TooManyAttempts``
    func start(
        _ answer: Passkey.Answer, at site: Passkey.Site, device: String?, browser: String, _ occasion: Occasion
    ) async throws -> Started {
        let (stored, used) = try await judge(answer, by: nil, at: site, occasion)
        let device = device.flatMap { Self.token($0) } ?? Self.random(32)
        let (token, secret) = (Self.random(32), Self.random(16))
        try await store.write { db in
            // Taken away a moment ago, or the account ended, or the same passkey answered twice at once.
            guard try Identity.passkey(answer.id, at: occasion.now, db)?.signIn == stored.signIn,
                try Identity.move(stored, to: used, at: occasion.now, db) == .right
            else { throw WrongSignIn() }
            try Identity.forgetAttempts(.passkey(signIn: stored.signIn), db)
            try Identity.remember(device: Self.hash(ofToken: device), of: stored.signIn, at: occasion.now, db)
            try Identity.startSession(
                tokenHash: Self.hash(ofToken: token), of: stored.signIn, formSecret: secret, proof: .passkey,
                browser: browser, at: occasion.now, db)
        }
        return Started(token: token.hexadecimal, device: device.hexadecimal, role: stored.role)
    }

    /// Somebody who is signed in proves once more who they are.
    ///
    /// - Returns: the new token of the session
    /// - Throws: ``WrongSignIn``; ``TooManyAttempts``
    func prove(
        _ answer: Passkey.Answer, by visitor: Identity.Visitor, _ actor: Audit.Actor, at site: Passkey.Site,
        _ occasion: Occasion
    ) async throws -> String {
        let (stored, used) = try await judge(answer, by: visitor, at: site, occasion)
        return try await renew(visitor, .passkey, actor, at: occasion) {
            try Identity.move(stored, to: used, at: occasion.now, $0)
        }
    }

    /// - Parameter visitor: whose passkey it must be; `nil` at the door
    private func judge(
        _ answer: Passkey.Answer, by visitor: Identity.Visitor?, at site: Passkey.Site, _ occasion: Occasion
    ) async throws -> (Passkeys.Stored, Passkey.Credential) {
        // Whoever sends what is no answer at all has tried as well, when we know who it is.
        let challenge = try? Passkey.challenge(answeredIn: answer.clientData)  // unreadable: refused below, and counted
        let (verdict, stored, tries) = try await store.write { db in
            let stored = try Identity.passkey(answer.id, at: occasion.now, db)
            return (
                try Self.take(challenge, of: visitor?.signIn, at: occasion.now, db), stored,
                try Self.countTry(with: stored, by: visitor, at: occasion.now, db)
            )
        }
        guard tries <= Attempts.most else {
            if tries == Attempts.most + 1 { try await leaveRefused(stored, visitor, because: nil, at: occasion) }
            throw TooManyAttempts()
        }
        do {
            guard let challenge, let stored, verdict == .right else { throw WrongSignIn() }
            // Without a name that was typed, the device has to say whose passkey it is.
            guard visitor?.signIn == stored.signIn || visitor == nil && answer.owner != nil else { throw WrongSignIn() }
            return (stored, try Passkey.assert(answer, for: challenge, by: stored.credential, at: site))
        } catch let error where error is PasskeyFailure || error is WrongSignIn {
            try await leaveRefused(stored, visitor, because: error as? PasskeyFailure, at: occasion)
            throw WrongSignIn()
        }
    }

    private static func take(
        _ challenge: Passkey.Challenge?, of signIn: String?, at now: Instant, _ db: Transaction
    ) throws -> Verdict {
        guard let challenge else { return .wrong }
        return try Identity.take(challenge: hash(ofToken: challenge.bytes), of: signIn, at: now, db)
    }

    /// - Returns: how many there were; none for a passkey that we do not know, which is nobody's
    private static func countTry(
        with stored: Passkeys.Stored?, by visitor: Identity.Visitor?, at now: Instant, _ db: Transaction
    ) throws -> Int {
        if let visitor { return try Identity.countAttempt(.factor(signIn: visitor.signIn), at: now, db) }
        guard let stored else { return 0 }
        return try Identity.countAttempt(.passkey(signIn: stored.signIn), at: now, db)
    }

    /// A line of who was refused. A passkey that counts backwards may have been copied, so that has a word of its own.
    private func leaveRefused(
        _ stored: Passkeys.Stored?, _ visitor: Identity.Visitor?, because failure: PasskeyFailure?,
        at occasion: Occasion
    ) async throws {
        guard let practice = visitor?.practice ?? stored?.practice else { return }
        let actor = visitor?.actor(for: Identity.Deed.proveTwice.rawValue, on: .own, from: "", trace: "") ?? .nobody
        var object = "passkey"
        if case .counterNotForward = failure { object = "passkey that may be a copy" }
        let entry = Audit.Entry(
            .refused, object, of: visitor == nil ? stored?.patient : nil, in: practice, by: actor)
        try await store.append { try Audit.record(entry, at: occasion, $0) }
    }

    /// Somebody takes a passkey away: of a phone that was lost or given away. Every other session of the account is over.
    ///
    /// - Throws: ``NotFound``
    func remove(
        passkey number: String, of visitor: Identity.Visitor, _ actor: Audit.Actor, at occasion: Occasion
    ) async throws {
        try await store.write { db in
            let passkeys = try Identity.passkeys(of: visitor.signIn, db)
            guard let passkey = passkeys.first(where: { $0.number == number }),
                try Identity.remove(passkey: passkey.id, of: visitor.signIn, db) == .right
            else { throw NotFound() }
            try Identity.endSessions(of: visitor.signIn, but: visitor.tokenHash, at: occasion.now, db)
            try Audit.record(Audit.Entry(.changed, "passkey", in: visitor.practice, by: actor), at: occasion, db)
        }
    }
}
