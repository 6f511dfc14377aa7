import Clinical
import Credentials
import Identity
import Storage

extension Builder {
    /// Gives a password to the few who can sign in; everybody else only exists.
    func accounts(_ organisations: [Organisation]) async throws -> [DemoAccount] {
        let linde = organisations[0]
        let neighbours = try await neighbours(of: linde)
        var staff = [(linde.poh, linde.card.id), (linde.gp, linde.card.id)]
        if organisations.count > 1 { staff.append((organisations[1].poh, organisations[1].card.id)) }
        staff += neighbours.workers

        var accounts: [DemoAccount] = []
        for person in Cast.signIns {
            accounts.append(
                try await account(
                    person.signIn, of: .patient(person.patient), called: person.name, .patient, in: linde.card.id))
        }
        accounts.append(
            try await account("elif", of: .proxy(neighbours.helper), called: "Elif Yıldız", .proxy, in: linde.card.id))
        for (worker, practice) in staff {
            accounts.append(
                try await account(
                    worker.givenName.lowercased(), of: .worker(worker.id), called: worker.fullName, worker.role,
                    in: practice))
        }
        return accounts
    }

    private func account(
        _ name: String, of person: Identity.Visitor.Person, called fullName: String, _ role: Identity.Role,
        in practice: ID<Practice>
    ) async throws -> DemoAccount {
        let password = "\(name)-mag-kijken-\(today.year)"
        let signIn = SignIn(store: store)
        try await signIn.setPassword(password, for: name, of: person, role: role, in: practice, at: now)
        guard role != .patient else {
            return DemoAccount(role: role, name: fullName, signIn: name, password: password, app: nil)
        }
        let secret = try appSecret()
        try await signIn.setApp(secret, for: name, at: now)
        return DemoAccount(role: role, name: fullName, signIn: name, password: password, app: secret)
    }

    private func appSecret() throws -> TOTP.Secret {
        let ids: [ID<Identity.Account>] = [occasion.newID(), occasion.newID(), occasion.newID()]
        // The low half of an id is chance; the high half begins with the time.
        return try TOTP.Secret(Array(ids.flatMap { $0.bytes.suffix(8) }.prefix(TOTP.Secret.length)))
    }
}
