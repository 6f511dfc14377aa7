import Audit
import Clinical
import Crypto
import Federation
import Storage
import Web

/// Somebody comes in by way of another house: sent there with a question that is for this browser and this once, and believed
/// when every part of the answer is as it was asked.
package struct Elsewhere: Sendable {
    let store: Store
    let houses: OtherHouses
    let host: SiteHost

    package init(store: Store, houses: OtherHouses, host: SiteHost) {
        self.store = store
        self.houses = houses
        self.host = host
    }

    /// Somebody who was sent there and has not come back yet. What the answer is checked with only their browser keeps.
    struct Pending: Hashable, Sendable {
        let provider: String
        let issuer: String
        let minimum: String
        let maximumAge: Duration
        /// The account that is to be joined; nothing when somebody comes in.
        let joining: String?
        /// The page of ours to go on to.
        let way: String
        let madeAt: Instant
    }

    /// What is wished of this one sign-in.
    struct Wish: Hashable, Sendable {
        var joining: String?
        /// Who is signed in here shows anew who they are, also when the other house knows them still.
        var prompt: AuthorizationRequest.Prompt?
        var way = "/"
        var language = Language.nl
    }

    /// Where the browser goes, and what it has to bring back.
    struct Begun: Sendable {
        let address: String
        let title: String
        let secret: [UInt8]
    }

    /// - Throws: ``NotRecognised``
    func begin(_ name: String, _ wish: Wish, at occasion: Occasion) async throws -> Begun {
        let row = try await row(name)
        return try await refusing(in: row.organisation) {
            let provider = try open(row)
            let discovery = try await houses.discovery(of: provider, at: occasion.now)
            let secret = SignIn.random(32)
            let request = AuthorizationRequest(
                to: provider, at: discovery,
                asking: .init(
                    provider.demands.assurance, maximumAge: provider.demands.maximumAge, prompt: wish.prompt,
                    languages: [wish.language.rawValue]),
                with: try SignInChance(outOf: secret), at: NumericDate(occasion.now))
            let pending = Pending(
                provider: row.name, issuer: row.issuer, minimum: request.pending.minimum,
                maximumAge: request.pending.maximumAge, joining: wish.joining, way: wish.way, madeAt: occasion.now)
            try await store.write { try Identity.keep(pending, of: SignIn.hash(ofToken: secret), $0) }
            return Begun(address: request.address, title: row.title, secret: secret)
        }
    }

    /// Who came back, and for what.
    struct Arrived: Sendable {
        let federated: Federated
        let pending: Pending
        let row: Identity.ProviderRow

        var subject: [UInt8] { Elsewhere.hash("subject", federated.issuer, federated.subject) }
    }

    /// - Shape: `query`: what stands behind the question mark, as it came; `secret`: what the browser brought
    /// - Throws: ``NotRecognised``
    func answer(_ query: String, secret: [UInt8]?, at occasion: Occasion) async throws -> Arrived {
        guard let secret else { throw NotRecognised(why: "no browser that was sent", in: nil) }
        let taken = try await store.write { try Identity.takePending(of: SignIn.hash(ofToken: secret), $0) }
        guard let pending = taken else { throw NotRecognised(why: "nobody was sent", in: nil) }
        let row = try await row(pending.provider)
        return try await refusing(in: row.organisation) {
            let (provider, now) = (try open(row), NumericDate(occasion.now))
            let asked = PendingSignIn(
                outOf: try SignInChance(outOf: secret), askedAt: pending.issuer, minimum: pending.minimum,
                maximumAge: pending.maximumAge, madeAt: NumericDate(pending.madeAt))
            let discovery = try await houses.discovery(of: provider, at: occasion.now)
            let answer = try AuthorizationAnswer(query, for: asked, of: provider, at: discovery, at: now)
            let tokens = try await houses.tokens(
                try TokenRequest(
                    answer, for: asked, of: provider, at: discovery, with: SignIn.random(16), at: now))
            let federated = try await withKeys(of: provider, at: occasion.now) {
                try IDToken(of: provider, signedWith: $0, for: asked).verify(tokens, at: now)
            }
            return Arrived(federated: federated, pending: pending, row: row)
        }
    }

    /// Somebody left over there: their sessions here end too.
    ///
    /// - Throws: ``NotRecognised``
    func leave(_ token: String, from name: String, at occasion: Occasion) async throws {
        let row = try await row(name)
        let out = try await refusing(in: row.organisation) {
            let provider = try open(row)
            return try await withKeys(of: provider, at: occasion.now) {
                try LogoutToken.verify(token, of: provider, signedWith: $0, at: NumericDate(occasion.now))
            }
        }
        try await store.write { db in
            let once = Self.hash("logout", out.issuer, out.once.jti)
            guard try Identity.takeOnce(once, until: Instant(milliseconds: out.once.expiry.milliseconds), db) else {
                throw NotRecognised(why: "said before", in: row.organisation)
            }
            for session in try Self.sessions(out, db) {
                try Identity.endSession(session.hash, at: occasion.now, db)
                try Audit.record(
                    Audit.Entry(.signedOut, "session", in: session.practice, by: .hartlijn), at: occasion, db)
            }
        }
    }

    /// The one that is named; of somebody who is named too also those of which we never heard a name.
    private static func sessions(_ out: LoggedOut, _ db: Transaction) throws -> Set<Identity.OpenElsewhere> {
        let named = try out.session.map {
            try Identity.sessions(belongingTo: hash("session", out.issuer, $0), at: out.issuer, db)
        }
        let theirs = try out.subject.map {
            try Identity.sessions(of: hash("subject", out.issuer, $0), from: out.issuer, db)
        }
        return Set((named ?? []) + (theirs ?? []).filter { out.session == nil || !$0.knowsSessionThere })
    }

    /// A house whose word is taken now.
    ///
    /// - Throws: ``NotRecognised``
    private func row(_ name: String) async throws -> Identity.ProviderRow {
        guard let row = try await store.ask({ try Identity.provider(named: name, $0) }) else {
            throw NotRecognised(why: "no such house", in: nil)
        }
        guard row.state == .on else { throw NotRecognised(why: "house is off", in: row.organisation) }
        return row
    }

    private func open(_ row: Identity.ProviderRow) throws -> Provider {
        guard let own = host.address else { throw NotRecognised(why: "no address of our own", in: row.organisation) }
        return try row.provider(reaching: own, with: try SecretFile.read(row.file))
    }

    /// Checks with the keys that we have, and when it is signed with one that we do not know, once more with those of now.
    private func withKeys<Value>(
        of provider: Provider, at now: Instant, _ check: (JWKS) throws -> Value
    ) async throws -> Value {
        do {
            return try check(try await houses.keys(of: provider, at: now))
        } catch IDTokenFailure.token(.unknownKey) {
            return try check(try await houses.keysAgain(of: provider, at: now))
        } catch LogoutFailure.token(.unknownKey) {
            return try check(try await houses.keysAgain(of: provider, at: now))
        }
    }

    /// Whatever is wrong with another house is one refusal; what is wrong with our database is not.
    private func refusing<Value>(
        in organisation: ID<Practice>, _ work: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await work()
        } catch let failure as StorageFailure {
            throw failure
        } catch let cancelled as CancellationError {
            throw cancelled
        } catch {
            throw NotRecognised(why: "\(type(of: error)): \(error)", in: organisation)
        }
    }

    /// What another house calls somebody may be a citizen's number, so only a hash of it is kept.
    ///
    /// - Shape: SHA-256 over what it is, whose it is and the name, each with its length before it
    static func hash(_ what: String, _ issuer: String, _ name: String) -> [UInt8] {
        var hash = SHA256()
        for part in ["hartlijn other house", what, issuer, name] {
            hash.update(data: withUnsafeBytes(of: UInt32(part.utf8.count).bigEndian) { Array($0) })
            hash.update(data: Array(part.utf8))
        }
        return Array(hash.finalize())
    }
}

/// Another house did not say who this is, or not in a way that we take. The page says the same whatever it was.
struct NotRecognised: Error {
    /// For the log of the server: the kind, and nothing of who it was.
    let why: String
    /// Whose officer reads the line; nothing when nobody was sent anywhere.
    let organisation: ID<Practice>?

    init(why: String, in organisation: ID<Practice>?) {
        self.why = why
        self.organisation = organisation
    }
}

extension NumericDate {
    init(_ instant: Instant) { self.init(milliseconds: instant.milliseconds) }
}
