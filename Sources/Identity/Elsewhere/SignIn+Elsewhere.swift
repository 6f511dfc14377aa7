import Audit
import Clinical
import Federation
import Storage
import Web

extension SignIn {
    /// The browser and the request somebody came with.
    struct Circumstances: Sendable {
        /// Who was signed in here before they came.
        let before: Identity.Visitor?
        let device: String?
        let browser: String
        let network: String
        let trace: String
    }

    enum Welcome: Sendable {
        case started(Started, way: String)
        /// Nobody here is joined to whom the other house told of.
        case unknown
    }

    /// Somebody is in, because another house says who they are.
    ///
    /// - Throws: ``NotRecognised``
    func welcome(
        _ arrived: Elsewhere.Arrived, _ around: Circumstances, at occasion: Occasion
    ) async throws -> Welcome {
        let (token, secret) = (Self.random(32), Self.random(16))
        let device =
            around.device.flatMap { [UInt8](hexadecimal: $0) }.flatMap { $0.count == 32 ? $0 : nil }
            ?? Self.random(32)
        let (federated, now, hash) = (arrived.federated, occasion.now, Self.hash(ofToken: token))
        // Their clock may run ahead of ours.
        let provenAt = min(Instant(milliseconds: federated.authenticatedAt.milliseconds), now)
        return try await store.write { db in
            guard let joined = try Identity.joined(arrived.subject, at: federated.issuer, now: now, db) else {
                return .unknown
            }
            guard joined.role.kindOfHouse == federated.kind else {
                throw NotRecognised(why: "a house for others", in: arrived.row.organisation)
            }
            if let before = around.before { try Identity.endSession(before.tokenHash, at: now, db) }
            try Identity.startSession(
                tokenHash: hash, of: joined.signIn, formSecret: secret, proof: .elsewhere(acr: federated.acr),
                browser: around.browser, at: now, db)
            try Identity.note(federated, provenAt: provenAt, session: hash, db)
            try Identity.noteUse(of: arrived.subject, at: federated.issuer, now: now, db)
            try Identity.remember(device: Self.hash(ofToken: device), of: joined.signIn, at: now, db)
            guard let visitor = try Identity.visitor(tokenHash: hash, at: now, db) else {
                throw NotRecognised(why: "may not come in any more", in: arrived.row.organisation)
            }
            try Audit.record(
                Audit.Entry(
                    .signedIn, "session", in: visitor.practice,
                    by: visitor.actor(
                        for: Identity.Deed.enter.rawValue, on: .own, from: around.network, trace: around.trace)),
                at: occasion, db)
            let isSame = around.before?.signIn == joined.signIn
            return .started(
                Started(token: token.hexadecimal, device: device.hexadecimal, role: joined.role),
                way: isSame ? arrived.pending.way : "/")
        }
    }

    /// Somebody who is signed in here is from now on known by what the other house calls them.
    ///
    /// - Throws: ``NotRecognised`` when they are somebody else's already, or not for this house
    func join(
        _ arrived: Elsewhere.Arrived, to visitor: Identity.Visitor, _ actor: Audit.Actor, at occasion: Occasion
    ) async throws {
        let federated = arrived.federated
        guard arrived.pending.joining == visitor.signIn, visitor.role.kindOfHouse == federated.kind else {
            throw NotRecognised(why: "somebody else is signed in", in: arrived.row.organisation)
        }
        try await store.write { db in
            guard
                try Identity.join(
                    arrived.subject, at: federated.issuer, to: visitor.signIn, at: occasion.now, db)
            else { throw NotRecognised(why: "joined already", in: arrived.row.organisation) }
            try Audit.record(Audit.Entry(.added, "other house", in: visitor.practice, by: actor), at: occasion, db)
        }
    }

    /// - Returns: whether they were joined
    func part(
        _ visitor: Identity.Visitor, from row: Identity.ProviderRow, _ actor: Audit.Actor, at occasion: Occasion
    ) async throws -> Bool {
        try await store.write { db in
            guard try Identity.part(visitor.signIn, from: row.issuer, db) else { return false }
            try Identity.endSessions(
                of: visitor.signIn, from: row.issuer, but: visitor.tokenHash, at: occasion.now, db)
            try Audit.record(Audit.Entry(.changed, "other house", in: visitor.practice, by: actor), at: occasion, db)
            return true
        }
    }

    /// A house that may say who this visitor is, and since when it may.
    struct House: Hashable, Sendable {
        let name: String
        let title: String
        let joinedAt: Instant?
    }

    /// Another house may say who this visitor is, and its word counts as two factors.
    func isKnownElsewhere(_ visitor: Identity.Visitor) async throws -> Bool {
        try await houses(of: visitor).contains { $0.joinedAt != nil }
    }

    func houses(of visitor: Identity.Visitor) async throws -> [House] {
        try await store.read { db in
            let joined = try Identity.joinedIssuers(of: visitor.signIn, db)
            return try Identity.openProviders(db).filter { $0.kind == visitor.role.kindOfHouse }.map {
                House(name: $0.name, title: $0.title, joinedAt: joined[$0.issuer])
            }
        }
    }
}
