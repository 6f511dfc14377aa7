import Clinical
import Federation

/// What we know of other houses: where they send people, and with which keys they sign. Kept in memory for a while, so that
/// nobody here can make us ask them all day.
package actor OtherHouses {
    /// - Source: our own proposal
    static let keptFor = Duration.hours(1)
    /// Keys that are not there may be new; so often we look.
    ///
    /// - Source: our own proposal
    static let betweenLooks = Duration.seconds(60)
    /// A house that did not answer is left alone for as long.
    ///
    /// - Source: our own proposal
    static let afterNoAnswer = Duration.seconds(10)

    private let outgoing: Outgoing
    private var discoveries = Memory<Discovery>()
    private var keySets = Memory<JWKS>()

    package init(_ outgoing: Outgoing) { self.outgoing = outgoing }

    /// - Throws: ``OutgoingFailure``, ``DiscoveryFailure``
    func discovery(of provider: Provider, at now: Instant) async throws -> Discovery {
        let outgoing = outgoing
        let question = discoveries.question(to: provider, at: now) {
            try Discovery(
                try await outgoing.file(Discovery.address(of: provider), longest: Discovery.longest), of: provider)
        }
        do { return try await question.value } catch {
            discoveries.noAnswer(to: question, of: provider)
            throw error
        }
    }

    /// - Throws: ``OutgoingFailure``, ``DiscoveryFailure``, ``JWKSFailure``
    func keys(of provider: Provider, at now: Instant) async throws -> JWKS {
        let (outgoing, address) = (outgoing, try await discovery(of: provider, at: now).jwksURI.text)
        let question = keySets.question(to: provider, at: now) {
            try JWKS(try await outgoing.file(address, longest: JWKS.longest))
        }
        do { return try await question.value } catch {
            keySets.noAnswer(to: question, of: provider)
            throw error
        }
    }

    /// The keys once more, because a token was signed with one that we do not know.
    ///
    /// - Throws: ``OutgoingFailure/tooSoon`` when they were looked up a moment ago; as ``keys(of:at:)``
    func keysAgain(of provider: Provider, at now: Instant) async throws -> JWKS {
        guard keySets.wasAsked(provider, before: now - Self.betweenLooks) else { throw OutgoingFailure.tooSoon }
        keySets.forget(provider)
        return try await keys(of: provider, at: now)
    }

    /// - Throws: ``OutgoingFailure``, ``TokenFailure``
    func tokens(_ request: TokenRequest) async throws -> TokenAnswer {
        let answer = try await outgoing.json(
            Outgoing.Question(
                request.address, headers: request.headers, body: request.body, longest: TokenAnswer.longest))
        return try TokenAnswer(answer.body, status: answer.status)
    }

    /// Questions that were asked, with their answers. Who asks the same while it is underway waits for that answer.
    private struct Memory<Value: Sendable> {
        private static var mostHouses: Int { 32 }

        private struct Asked {
            let at: Instant
            let question: Task<Value, any Error>
            var end: Duration = OtherHouses.keptFor
        }

        private var asked: [Provider: Asked] = [:]

        mutating func question(
            to provider: Provider, at now: Instant, _ ask: @escaping @Sendable () async throws -> Value
        ) -> Task<Value, any Error> {
            if let before = asked[provider], now - before.at < before.end { return before.question }
            if asked.count >= Self.mostHouses { asked.removeAll() }
            let question = Task { try await ask() }
            asked[provider] = Asked(at: now, question: question)
            return question
        }

        mutating func noAnswer(to question: Task<Value, any Error>, of provider: Provider) {
            if asked[provider]?.question == question { asked[provider]?.end = OtherHouses.afterNoAnswer }
        }

        func wasAsked(_ provider: Provider, before moment: Instant) -> Bool {
            asked[provider].map { $0.at <= moment } ?? true
        }

        mutating func forget(_ provider: Provider) { asked[provider] = nil }
    }
}
