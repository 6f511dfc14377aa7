import Audit
import Clinical
import Hummingbird
import Web

/// How a request came in: under which policy, from where, and for which deed a door was opened to it.
package struct Passage: Sendable {
    package let policy: Identity.Policy
    /// The network the request came from, never the whole address.
    package let network: String
    package private(set) var deed: Identity.Deed?

    package init(under policy: Identity.Policy, from network: String) {
        self.policy = policy
        self.network = network
    }

    /// - Throws: ``SignInNeeded``, ``ProofNeeded``, ``NotFound``
    mutating func pass(for deed: Identity.Deed, _ visitor: Identity.Visitor?, at now: Instant) throws {
        self.deed = deed
        switch policy.answer(to: visitor, for: deed, at: now) {
        case .open: return
        case .signIn: throw SignInNeeded()
        case .proveAgain: throw ProofNeeded()
        case .closed: throw NotFound()
        }
    }
}

/// A request that goes through ``Doors``.
package protocol PassingContext: GuardedContext {
    static var kind: String { get }
    var passage: Passage { get set }
    var visitorIfAny: Identity.Visitor? { get }
}

extension PassingContext {
    /// Whether a page may show the way to this deed; the door itself looks again.
    package func may(_ deed: Identity.Deed) -> Bool {
        guard let visitor = visitorIfAny else { return false }
        return passage.policy.answer(to: visitor, for: deed, at: visitor.provenAt) != .closed
    }

    /// Who asks, for the access log, and on which ground.
    package func actor(on ground: Audit.Ground, by basis: ID<Audit.Passage.Basis>? = nil) -> Audit.Actor {
        guard let visitor = visitorIfAny else { return .nobody }
        return visitor.actor(
            for: passage.deed?.rawValue ?? "", on: ground, by: basis, from: passage.network, trace: id)
    }
}

extension Identity.Visitor {
    /// - Parameter deed: as the policy names it
    package func actor(
        for deed: String, on ground: Audit.Ground, by basis: ID<Audit.Passage.Basis>? = nil, from network: String,
        trace: String
    ) -> Audit.Actor {
        let person: Audit.Person =
            switch person {
            case .patient(let id): .patient(id)
            case .proxy(let id): .proxy(id)
            case .worker(let id): .worker(id)
            }
        return Audit.Actor(
            person, role: role.rawValue,
            through: Audit.Passage(
                deed: deed, on: ground, basis: basis, from: practice, proof: proof.rawValue,
                session: Array(tokenHash.prefix(8)), network: network, trace: trace))
    }
}
