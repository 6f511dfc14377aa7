import Audit
import Clinical

extension Identity.Policy {
    /// What the door says, before anything of a patient is looked up.
    package enum Answer: Hashable, Sendable {
        case open
        case signIn
        /// They may, once they are surer of who this is.
        case proveAgain
        /// From outside this cannot be told from a page that does not exist.
        case closed
    }

    package func rules(for deed: Identity.Deed, of role: Identity.Role?) -> [Identity.Rule] {
        rules.filter { $0.deed == deed && ($0.role == nil || $0.role == role) }
    }

    /// Whether this door opens at all for who is asking; about whom it may be is for the query behind it.
    package func answer(
        to visitor: Identity.Visitor?, for deed: Identity.Deed, at now: Instant
    ) -> Answer {
        let fitting = rules(for: deed, of: visitor?.role).filter { $0.about.fits(visitor) }
        guard let weakest = fitting.map(\.proof).min() else { return visitor == nil ? .signIn : .closed }
        guard weakest > .none else { return .open }
        guard let visitor else { return .signIn }
        return visitor.proves(weakest, at: now) ? .open : .proveAgain
    }

    /// The grounds on which this deed may be about one patient, the nearest first.
    func relations(for deed: Identity.Deed, of role: Identity.Role) -> [Identity.Relation] {
        rules(for: deed, of: role).map(\.about)
    }
}

extension Identity.Relation {
    /// What is known of the visitor alone: a mandate holds what the patient ticked.
    fileprivate func fits(_ visitor: Identity.Visitor?) -> Bool {
        guard case .whoTheyHelp(let category) = self else { return true }
        guard let mandate = visitor?.mandate else { return false }
        return category.map(mandate.categories.contains) ?? true
    }
}

extension Identity.Visitor {
    package func proves(_ proof: Identity.Proof, at now: Instant) -> Bool {
        let isFresh = now - provenAt <= Identity.Proof.justNow
        // Whoever put on a second factor meant it to be asked for.
        let isSure = self.proof.factors >= 2 || factors == 0
        switch proof {
        case .none, .signedIn: return true
        case .password: return isSure
        case .passwordJustNow: return isSure && isFresh
        case .twoFactors: return self.proof.factors >= 2
        case .twoFactorsJustNow: return self.proof.factors >= 2 && isFresh
        }
    }
}

extension Identity {
    /// With what a session was begun.
    package enum SessionProof: RawRepresentable, Hashable, Sendable {
        case password
        /// A password and the digits of an app.
        case app
        /// A password and a code from paper.
        case paper
        /// A key in a device that checked finger, face or number itself.
        case passkey
        /// Another house said who it is, and how sure it was: as sure as its row asks, or it was not taken.
        case elsewhere(acr: String)

        private static let fromElsewhere = "other house: "

        package init?(rawValue: String) {
            switch rawValue {
            case "password": self = .password
            case "password and app": self = .app
            case "password and paper": self = .paper
            case "passkey": self = .passkey
            default:
                guard rawValue.hasPrefix(Self.fromElsewhere) else { return nil }
                self = .elsewhere(acr: String(rawValue.dropFirst(Self.fromElsewhere.count)))
            }
        }

        package var rawValue: String {
            switch self {
            case .password: "password"
            case .app: "password and app"
            case .paper: "password and paper"
            case .passkey: "passkey"
            case .elsewhere(let acr): Self.fromElsewhere + acr
            }
        }

        var factors: Int { self == .password ? 1 : 2 }
    }
}
