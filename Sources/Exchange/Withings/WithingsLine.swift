import Clinical
import Identity
import Vendors

/// Talks with the cloud of Withings, one question at a time.
struct WithingsLine: Sendable {
    let account: Withings.Account
    let outgoing: Outgoing

    /// - Throws: ``WithingsFailure``, ``OutgoingFailure``
    func tokens(for code: String, back: String, at now: Instant) async throws -> Withings.Tokens {
        let nonce = try await nonce(at: now)
        return try Withings.Tokens(answer: try await ask(account.tokens(for: code, back: back, nonce)), at: now)
    }

    /// A signed question of our own first: when that is refused, our account is wrong, and not what a patient gave.
    ///
    /// - Throws: ``WithingsFailure``, ``OutgoingFailure``, ``NotOurAccount``
    func tokens(instead of: Withings.Tokens, at now: Instant) async throws -> Withings.Tokens {
        let nonce = try await nonce(at: now)
        let fresh = try Withings.Tokens(answer: try await ask(account.tokens(instead: of, nonce)), at: now)
        // Tokens of somebody else are of no use to anybody.
        guard fresh.person == of.person else { throw WithingsFailure.unreadable }
        return fresh
    }

    /// - Throws: ``WithingsFailure``, ``OutgoingFailure``, ``NotOurAccount``
    func revoke(_ person: Withings.Person, at now: Instant) async throws {
        let nonce = try await nonce(at: now)
        _ = try await ask(account.revoke(person, nonce)).body()
    }

    func subscribe(to news: Withings.News, at address: String, as access: String) async throws {
        _ = try await ask(account.subscribe(to: news, at: address, as: access)).body()
    }

    func readings(since: Instant, page: Int?, as access: String, at now: Instant) async throws -> Withings.Page {
        try Withings.Page(answer: try await ask(account.readings(since: since, page: page, as: access)), at: now)
    }

    func steps(_ days: ClosedRange<Day>, page: Int?, as access: String, at now: Instant) async throws -> Withings.Page {
        try Withings.Page(answer: try await ask(account.steps(days, page: page, as: access)), at: now)
    }

    private func nonce(at now: Instant) async throws -> Withings.Nonce {
        do {
            return try Withings.Nonce(answer: try await ask(account.nonce(at: now)))
        } catch let failure as WithingsFailure where failure.isAboutTheToken {
            throw NotOurAccount()
        }
    }

    private func ask(_ request: Withings.Request) async throws -> Withings.Answer {
        var headers = ["Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"]
        headers["Authorization"] = request.bearer.map { "Bearer \($0)" }
        let answer = try await outgoing.answer(
            to: Outgoing.Question(
                request.address, headers: headers, body: request.body, longest: request.longest))
        guard answer.body.count <= request.longest else { throw OutgoingFailure.tooLong }
        return Withings.Answer(http: answer.status, bytes: answer.body)
    }
}

/// The maker does not know this site, or our secret is another one: nothing that a patient can mend.
struct NotOurAccount: Error {}
