import Audit
import Clinical
import Credentials
import Dispatch
import HTTPTypes
import Hummingbird
import Storage
import Web

/// - `GET  /account`                        how I come in, and where I am signed in
/// - `POST /account/sessions/:session/end`  sign out there
/// - `POST /account/codes`                  ten new codes on paper
/// - `POST /account/password`               another password
package struct AccountRoutes: Sendable {
    private let store: Store
    private let signIn: SignIn
    private let clock: Clock
    private let cookies: SessionCookie
    private let host: SiteHost

    package init(store: Store, signIn: SignIn, clock: Clock, cookies: SessionCookie, host: SiteHost) {
        self.store = store
        self.signIn = signIn
        self.clock = clock
        self.cookies = cookies
        self.host = host
    }

    package func mount(on own: Doors<OwnContext>) {
        own.group("account")
            .get(for: .keepOwnWayIn) { _, context in try await page([], context) }
            .form("sessions/:session/end", for: .keepOwnWayIn, use: endSession)
            .form("codes", for: .keepOwnWayIn, use: newCodes)
            .form("password", for: .keepOwnWayIn, use: changePassword)
    }

    private func page(_ problems: [Problem], _ context: OwnContext) async throws -> Page {
        let now = clock.occasion.now
        let visitor = context.visitor
        let (factors, passkeys, sessions) = try await store.read { db in
            (
                try Identity.factors(of: visitor.signIn, db), try Identity.passkeys(of: visitor.signIn, db),
                try Identity.openSessions(of: visitor.signIn, at: now, db)
            )
        }
        return AccountPage(
            visitor: visitor, factors: factors, passkeys: passkeys, houses: try await signIn.houses(of: visitor),
            host: host, sessions: sessions, problems: problems, now: now, language: context.language
        ).page
    }

    @Sendable private func endSession(
        _ form: Form, _ request: Request, _ context: OwnContext
    ) async throws -> Response {
        let occasion = clock.occasion
        let (visitor, actor) = (context.visitor, context.actor)
        guard visitor.proves(.passwordJustNow, at: occasion.now) else { throw ProofNeeded(back: "/account") }
        let asked = try context.parameters.require("session")
        try await store.write { db in
            let sessions = try Identity.openSessions(of: visitor.signIn, at: occasion.now, db)
            guard let session = sessions.first(where: { $0.number == asked }) else { throw NotFound() }
            try Identity.endSession(session.hash, at: occasion.now, db)
            try Audit.record(Audit.Entry(.signedOut, "session", in: visitor.practice, by: actor), at: occasion, db)
        }
        return .see("/account")
    }

    @Sendable private func newCodes(_ form: Form, _ request: Request, _ context: OwnContext) async throws -> Response {
        let occasion = clock.occasion
        let (visitor, actor) = (context.visitor, context.actor)
        guard visitor.proves(.twoFactorsJustNow, at: occasion.now) else { throw ProofNeeded(back: "/account") }
        let codes = try RecoveryCodes.make(from: SignIn.random(RecoveryCodes.bytesNeeded))
        try await store.write { db in
            try Identity.keep(codes, of: visitor.signIn, db)
            try Audit.record(
                Audit.Entry(.changed, "codes on paper", in: visitor.practice, by: actor), at: occasion, db)
        }
        return CodesPage(codes: codes, language: context.language).page.response(from: request, context: context)
    }

    /// Who knows the old one may choose another; every session ends, this one as well.
    @Sendable private func changePassword(
        _ form: Form, _ request: Request, _ context: OwnContext
    ) async throws -> Response {
        let (old, new) = (form.all("old").first ?? "", form.all("new").first ?? "")
        let occasion = clock.occasion
        if let problem = try await signIn.problem(with: new, of: context.visitor.signIn) {
            return try await again([Problem("new", problem)], .unprocessableContent, request, context)
        }
        do {
            try await signIn.changePassword(from: old, to: new, by: context.visitor, context.actor, at: occasion)
        } catch is WrongSignIn {
            return try await again([Problem("old", AccountWords.wrongOld)], .unprocessableContent, request, context)
        } catch is TooManyAttempts {
            return try await again([Problem("old", Proving.tooOften)], .tooManyRequests, request, context)
        }
        var response = Response.see("/")
        response.setCookie(cookies.forgetting)
        return response
    }

    private func again(
        _ problems: [Problem], _ status: HTTPResponse.Status, _ request: Request, _ context: OwnContext
    ) async throws -> Response {
        var response = try await page(problems, context).response(from: request, context: context)
        response.status = status
        return response
    }
}

extension Identity.OpenSession {
    /// As it stands in an address: a hash of a hash's beginning tells nobody the token.
    var number: String { Array(hash.prefix(8)).hexadecimal }
}

extension SignIn {
    /// What is wrong with a new password, in words for who chose it.
    ///
    /// - Throws: ``BreachedListFailure`` when the list of the administrator cannot be read: nobody chooses unseen
    func problem(with password: String, of signIn: String) async throws -> Sentence? {
        guard password.codePoints >= Self.shortestPassword else { return AccountWords.tooShort }
        switch await failure(of: password, signIn) {
        case nil: return nil
        case .breached: return AccountWords.known
        case .list(let failure): throw failure
        case .tooShort, .tooLong, .easyToGuess: return AccountWords.easy
        }
    }

    /// Away from the threads that serve pages: a list is read from the disk.
    private func failure(of password: String, _ signIn: String) async -> PasswordFailure? {
        await withCheckedContinuation { continuation in
            Self.desk.async {
                do throws(PasswordFailure) {
                    try rules.check(password, of: signIn)
                    continuation.resume(returning: nil)
                } catch {
                    continuation.resume(returning: error)
                }
            }
        }
    }
}
