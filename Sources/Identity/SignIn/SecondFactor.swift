import Audit
import Clinical
import Credentials
import Crypto
import Storage
import Web

/// Somebody who is signed in proves once more who they are: with the digits of an app, a code from paper, or their
/// password again. Their session goes on under another token.
///
/// - Source: ASVS 5.0, 6.3.3, 6.5.1, 7.2.4 (a new token after proving), 7.5.3
extension SignIn {
    /// What somebody shows.
    package enum Evidence: Hashable, Sendable {
        case password(String)
        case app(String)
        case paper(String)
    }

    /// What an account has beside its password.
    package struct Factors: Hashable, Sendable {
        package let app: App
        package let codesLeft: Int
        package let passkeys: Int

        package enum App: Hashable, Sendable { case none, confirmed }

        /// Whether there is something to ask for.
        package var areThere: Bool { app == .confirmed || passkeys > 0 }
    }

    package func factors(of visitor: Identity.Visitor) async throws -> Factors {
        try await store.read { try Identity.factors(of: visitor.signIn, $0) }
    }

    /// What somebody has, who may have more or less of it from now on: they proved just now who they are, with all that
    /// they have. A password alone never puts something in the place of what there is.
    ///
    /// - Throws: ``ProofNeeded``
    /// - Source: ASVS 5.0, 7.5.1
    func factorsToChange(by visitor: Identity.Visitor, at now: Instant) async throws -> Factors {
        let factors = try await factors(of: visitor)
        let isKnown = try await isKnownElsewhere(visitor)
        guard visitor.proves(factors.areThere || isKnown ? .twoFactorsJustNow : .passwordJustNow, at: now) else {
            throw ProofNeeded()
        }
        return factors
    }

    /// - Returns: the new token of the session
    /// - Throws: ``WrongSignIn`` when it is not right, or not enough; ``TooManyAttempts``
    package func prove(
        _ evidence: Evidence, by visitor: Identity.Visitor, _ actor: Audit.Actor, at occasion: Occasion
    ) async throws -> String {
        let tries = try await store.write {
            try Identity.countAttempt(.factor(signIn: visitor.signIn), at: occasion.now, $0)
        }
        guard tries <= Attempts.most else { throw TooManyAttempts() }
        switch evidence {
        case .password(let password): return try await prove(password: password, by: visitor, actor, at: occasion)
        case .app(let code):
            return try await renew(visitor, .app, actor, at: occasion) {
                try Identity.take(appCode: code, of: visitor.signIn, at: occasion.now, $0)
            }
        case .paper(let typed):
            return try await renew(visitor, .paper, actor, at: occasion) {
                try Identity.take(paperCode: typed, of: visitor.signIn, at: occasion.now, $0)
            }
        }
    }

    /// A password is enough again for who has no more, also to make what they need more.
    private func prove(
        password: String, by visitor: Identity.Visitor, _ actor: Audit.Actor, at occasion: Occasion
    ) async throws -> String {
        let (account, factors) = try await store.read { db in
            (
                try Identity.account(visitor.signIn, at: occasion.now, db),
                try Identity.factors(of: visitor.signIn, db)
            )
        }
        guard let account, !factors.areThere else { throw WrongSignIn() }
        try await gate.enter()
        let isRight: Bool
        do {
            isRight = try await self.isRight(password, account.password)
            await gate.leave()
        } catch {
            await gate.leave()
            throw error
        }
        guard isRight else {
            try await leaveRefused(visitor, actor, at: occasion)
            throw WrongSignIn()
        }
        return try await renew(visitor, .password, actor, at: occasion) { _ in .right }
    }

    enum Verdict: Sendable { case right, wrong }

    func renew(
        _ visitor: Identity.Visitor, _ proof: Identity.SessionProof, _ actor: Audit.Actor, at occasion: Occasion,
        when judge: @escaping @Sendable (Transaction) throws -> Verdict
    ) async throws -> String {
        let token = Self.random(32)
        let verdict = try await store.write { db -> Verdict in
            guard try judge(db) == .right else { return .wrong }
            try Identity.forgetAttempts(.factor(signIn: visitor.signIn), db)
            guard
                try Identity.renewSession(
                    visitor.tokenHash, to: Self.hash(ofToken: token), proof: proof, at: occasion.now, db)
            else { throw WrongSignIn() }
            try Audit.record(
                Audit.Entry(.signedIn, "second factor", in: visitor.practice, by: actor), at: occasion, db)
            return .right
        }
        guard verdict == .right else {
            try await leaveRefused(visitor, actor, at: occasion)
            throw WrongSignIn()
        }
        return token.hexadecimal
    }

    func leaveRefused(
        _ visitor: Identity.Visitor, _ actor: Audit.Actor, at occasion: Occasion
    ) async throws {
        try await store.append {
            try Audit.record(
                Audit.Entry(.refused, "second factor", in: visitor.practice, by: actor), at: occasion, $0)
        }
    }

    /// A secret to be put in an app; it is kept once the app has shown its first digits.
    ///
    /// It is made out of the token that only the browser holds, so that looking at the page changes nothing, shows the same
    /// picture again, and leaves nothing in the database. The token is another one as soon as the secret is kept.
    func offeredApp(of visitor: Identity.Visitor, token: String?) throws -> TOTP.Secret {
        guard let bytes = token.flatMap({ Self.token($0) }), Self.hash(ofToken: bytes) == visitor.tokenHash else {
            throw SignInNeeded()
        }
        let made = HMAC<SHA256>.authenticationCode(
            for: Array("an app of \(visitor.signIn)".utf8), using: SymmetricKey(data: bytes))
        return try TOTP.Secret(Array(made.prefix(TOTP.Secret.length)))
    }

    /// The app showed the right digits: from now on it is asked for, ten codes on paper stand in for it, and whoever was
    /// signed in elsewhere is not any more.
    ///
    /// - Returns: the token of the session, and the codes, which nobody can see again
    func confirmApp(
        _ code: String, of secret: TOTP.Secret, by visitor: Identity.Visitor, _ actor: Audit.Actor,
        at occasion: Occasion
    ) async throws -> (token: String, codes: [RecoveryCode]) {
        let tries = try await store.write {
            try Identity.countAttempt(.factor(signIn: visitor.signIn), at: occasion.now, $0)
        }
        guard tries <= Attempts.most else { throw TooManyAttempts() }
        let codes = try RecoveryCodes.make(from: Self.random(RecoveryCodes.bytesNeeded))
        let token = try await renew(visitor, .app, actor, at: occasion) { db in
            guard let step = TOTP.check(code, of: secret, at: occasion.now.milliseconds, after: nil) else {
                return .wrong
            }
            try Identity.offer(secret, to: visitor.signIn, at: occasion.now, db)
            try Identity.settleOffer(of: visitor.signIn, step: step, db)
            try Identity.keep(codes, of: visitor.signIn, db)
            try Identity.endSessions(of: visitor.signIn, but: visitor.tokenHash, at: occasion.now, db)
            return .right
        }
        return (token, codes)
    }

    /// Both steps at once, for who holds the secret of the app: a demonstration, a benchmark.
    ///
    /// - Returns: the token of the session
    package func start(
        _ name: String, password: String, app secret: TOTP.Secret, at occasion: Occasion
    ) async throws -> String {
        let started = try await start(name, password: password, at: occasion)
        guard let visitor = try await visitor(token: started.token, at: occasion.now) else { throw WrongSignIn() }
        let code = TOTP.code(of: secret, in: TOTP.step(at: occasion.now.milliseconds))
        let actor = visitor.actor(for: Identity.Deed.proveTwice.rawValue, on: .own, from: "here", trace: "both steps")
        return try await prove(.app(code), by: visitor, actor, at: occasion)
    }

    /// Digits that were not used yet, as the app shows them or will in a moment; nothing until the next half minute begins.
    /// Only a demonstration tells them.
    package func unusedCode(of signIn: String, at now: Instant) async throws -> String? {
        guard let app = try await store.ask({ try Identity.appSecret(of: signIn, .confirmed, $0) }) else { return nil }
        let current = TOTP.step(at: now.milliseconds)
        let step = (current - 1...current + 1).first { $0 > app.lastStep }
        return step.map { TOTP.code(of: app.secret, in: $0) }
    }

    /// An account that has its app already, such as in a demonstration.
    package func setApp(_ secret: TOTP.Secret, for signIn: String, at now: Instant) async throws {
        try await store.write { db in
            try Identity.offer(secret, to: Identity.foldedSignIn(signIn), at: now, db)
            try Identity.settleOffer(of: Identity.foldedSignIn(signIn), step: -1, db)
        }
    }
}
