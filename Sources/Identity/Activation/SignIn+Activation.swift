import Audit
import Clinical
import Storage
import Web

extension SignIn {
    /// A letter is used up: there is an account, or the old one has another password. An app or a passkey is asked for as
    /// before, unless the practice saw who this is and that it was lost.
    ///
    /// - Throws: ``SignInTaken`` when somebody else signs in with this name; ``WrongSignIn`` when the letter was used
    func activate(
        _ found: Activation.Found, as name: String, password: String, in browser: String, at occasion: Occasion
    ) async throws -> Started {
        let kept = try await keep(password)
        let (token, secret, device) = (Self.random(32), Self.random(16), Self.random(32))
        let account = found.signIn ?? Identity.foldedSignIn(name)
        do {
            try await store.write { db in
                guard try Activation.use(found, at: occasion.now, db) else { throw WrongSignIn() }
                if let known = found.signIn {
                    _ = try Identity.changePassword(of: known, to: kept, db)
                    if let seen = found.seen {
                        try Identity.forgetFactors(of: known, db)
                        try Audit.record(
                            Audit.Entry(
                                .changed, "second factor, \(seen.rawValue) seen", of: found.patient, in: found.practice,
                                by: found.actor), at: occasion, db)
                    }
                } else {
                    try Identity.saveAccount(
                        account, of: found.person, role: found.role, in: found.practice, kept, at: occasion.now, db)
                }
                try Identity.remember(device: Self.hash(ofToken: device), of: account, at: occasion.now, db)
                try Identity.startSession(
                    tokenHash: Self.hash(ofToken: token), of: account, formSecret: secret, proof: .password,
                    browser: browser, at: occasion.now, db)
                try Audit.record(
                    Audit.Entry(.changed, "account", of: found.patient, in: found.practice, by: found.actor),
                    at: occasion, db)
            }
        } catch let failure as StorageFailure where failure.isConstraint {
            throw SignInTaken()
        }
        return Started(token: token.hexadecimal, device: device.hexadecimal, role: found.role)
    }
}

extension Activation.Found {
    fileprivate var patient: ID<Patient>? { if case .patient(let id) = person { id } else { nil } }

    fileprivate var actor: Audit.Actor {
        let passage = Audit.Passage(deed: Identity.Deed.enter.rawValue, on: .own, proof: "letter and birthday")
        switch person {
        case .patient(let id): return Audit.Actor(.patient(id), role: role.rawValue, through: passage)
        case .proxy(let id): return Audit.Actor(.proxy(id), role: role.rawValue, through: passage)
        case .worker(let id): return Audit.Actor(.worker(id), role: role.rawValue, through: passage)
        }
    }
}
