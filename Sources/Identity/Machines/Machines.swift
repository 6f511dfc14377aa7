import Audit
import Clinical
import Federation
import Storage
import Web

extension Identity {
    package enum Client {}

    /// A machine of somebody else that proved which one it is: for which organisation, and what it may do there.
    package struct Machine: Hashable, Sendable {
        package let client: ID<Client>
        package let organisation: ID<Practice>
        package let scopes: Set<SystemScope>
    }

    /// A machine as it is registered here.
    package struct ClientRow: Hashable, Sendable {
        package let id: ID<Client>
        package let organisation: ID<Practice>
        /// For who keeps the list.
        package let name: String
        /// Its public keys, as they were handed in.
        package let jwks: String
        package let scopes: Set<SystemScope>
        package let endedAt: Instant?

        package init(
            id: ID<Client>, organisation: ID<Practice>, name: String, jwks: String, scopes: Set<SystemScope>,
            endedAt: Instant? = nil
        ) {
            self.id = id
            self.organisation = organisation
            self.name = name
            self.jwks = jwks
            self.scopes = scopes
            self.endedAt = endedAt
        }

        /// - Throws: ``JWKSFailure``
        func machine() throws(JWKSFailure) -> MachineClient {
            MachineClient(id: id.description, keys: try JWKS(Array(jwks.utf8)), scopes: scopes)
        }
    }
}

/// Machines get a token for five minutes, once they have signed that they are who they say.
///
/// - Source: SMART App Launch 2.2, backend services
package struct Machines: Sendable {
    /// How far the clock of a machine may run ahead of ours.
    ///
    /// - Source: our own proposal
    private static let skew = Duration.seconds(10)

    private let store: Store
    private let host: SiteHost

    package init(store: Store, host: SiteHost) {
        self.store = store
        self.host = host
    }

    /// Where a request came from.
    struct Origin: Hashable, Sendable {
        let network: String
        let trace: String
    }

    /// - Parameter body: the form as it came
    /// - Throws: ``TokenError``; ``TooManyAttempts``
    func token(for body: String, from origin: Origin, at occasion: Occasion) async throws -> AccessTokenAnswer {
        let request: ClientCredentialsRequest
        do throws(ClientCredentialsFailure) { request = try ClientCredentialsRequest(body) } catch {
            throw error.answer
        }
        // Who has no address of their own cannot tell for whom a proof was meant.
        guard let own = host.address else { throw TokenError.invalidClient }
        let endpoint = TokenEndpoint(own.tokens, skew: Self.skew)
        let client = try await client(claimedBy: request.assertion, from: origin, at: occasion)
        do {
            let machine = try client.machine()
            let once = try request.assertion.verify(by: machine, at: endpoint, at: NumericDate(occasion.now))
            let scopes = try SystemScope.granted(request.scopes, of: machine.scopes)
            return try await give(scopes, to: client, once, origin, at: occasion)
        } catch let refusal where refusal is ClientAssertionFailure || refusal is TokenError || refusal is JWKSFailure {
            try await leaveLine(.refused, of: client, origin, at: occasion)
            throw TokenError.invalidClient
        } catch is ScopeFailure {
            try await leaveLine(.refused, of: client, origin, at: occasion)
            throw TokenError.invalidScope
        }
    }

    /// The row of the machine that this says it is. Every try is counted, of machines that we do not know as well.
    private func client(
        claimedBy assertion: ClientAssertion, from origin: Origin, at occasion: Occasion
    ) async throws -> Identity.ClientRow {
        let claimed = assertion.claimedClientID
        let (tries, client) = try await store.write { db in
            (
                try Identity.countAttempt(.machine(claimed, network: origin.network), at: occasion.now, db),
                try ID<Identity.Client>(claimed).flatMap { try Identity.client($0, db) }
            )
        }
        guard tries <= Attempts.most else { throw TooManyAttempts() }
        // Letters of an id may be large or small; a name is compared byte for byte.
        guard let client, client.endedAt == nil, client.id.description == claimed else {
            throw TokenError.invalidClient
        }
        return client
    }

    private func give(
        _ scopes: Set<SystemScope>, to client: Identity.ClientRow, _ once: OnceUntil, _ origin: Origin,
        at occasion: Occasion
    ) async throws -> AccessTokenAnswer {
        let token = SignIn.random(32)
        let entry = entry(.signedIn, of: client, origin)
        try await store.write { db in
            let end = Instant(milliseconds: once.expiry.milliseconds)
            guard try Identity.client(client.id, db)?.endedAt == nil,
                try Identity.takeOnce(Elsewhere.hash("assertion", client.id.description, once.jti), until: end, db)
            else { throw TokenError.invalidClient }
            try Identity.keep(
                token: SignIn.hash(ofToken: token), of: client.id, scopes, from: occasion.now,
                until: occasion.now + AccessTokenAnswer.life, db)
            try Identity.forgetAttempts(.machine(client.id.description, network: origin.network), db)
            try Audit.record(entry, at: occasion, db)
        }
        return AccessTokenAnswer(token.hexadecimal, for: scopes)
    }

    private func leaveLine(
        _ action: Audit.Action, of client: Identity.ClientRow, _ origin: Origin, at occasion: Occasion
    ) async throws {
        let entry = entry(action, of: client, origin)
        try await store.append { try Audit.record(entry, at: occasion, $0) }
    }

    /// The registration is the ground on which a machine came in.
    private func entry(_ action: Audit.Action, of client: Identity.ClientRow, _ origin: Origin) -> Audit.Entry {
        Audit.Entry(
            action, "token", in: client.organisation,
            by: Audit.Actor(
                .nobody, role: "machine",
                through: Audit.Passage(
                    deed: Identity.Deed.enter.rawValue, on: .rule, basis: ID(of: client.id), proof: "private key",
                    network: origin.network, trace: origin.trace)))
    }

    /// What machines have to know of us.
    ///
    /// - Source: SMART App Launch 2.2, `.well-known/smart-configuration`
    var configuration: String? { host.address.map { SmartConfiguration.json(tokensAt: $0.tokens) } }
}
