import Clinical
import Identity
import Storage

extension Builder {
    /// Gives a password to the few who can sign in; everybody else only exists.
    func accounts(_ organisations: [Organisation]) async throws -> [DemoAccount] {
        let linde = organisations[0]
        var staff = [(linde.poh, linde.card.id), (linde.gp, linde.card.id)]
        if organisations.count > 1 { staff.append((organisations[1].poh, organisations[1].card.id)) }
        for worker in try await careGroupWorkers() { staff.append((worker, Self.careGroup)) }

        var accounts: [DemoAccount] = []
        for person in Cast.signIns {
            accounts.append(
                try await account(
                    person.signIn, of: .patient(person.patient), called: person.name, .patient, in: linde.card.id))
        }
        for (worker, practice) in staff {
            accounts.append(
                try await account(
                    worker.givenName.lowercased(), of: .worker(worker.id), called: worker.fullName, worker.role,
                    in: practice))
        }
        return accounts
    }

    private func careGroupWorkers() async throws -> [Identity.WorkerCard] {
        let workers = [
            Identity.WorkerCard(id: occasion.newID(), givenName: "Vera", familyName: "Stap", role: .implementer),
            Identity.WorkerCard(id: occasion.newID(), givenName: "Otto", familyName: "Beheer", role: .administrator),
        ]
        let start = Amsterdam.instant(today.adding(-400), hour: 9)
        try await store.write { db in
            for worker in workers { try Identity.add(worker, to: Self.careGroup, at: start, db) }
        }
        return workers
    }

    private func account(
        _ name: String, of person: Identity.Visitor.Person, called fullName: String, _ role: Identity.Role,
        in practice: ID<Practice>
    ) async throws -> DemoAccount {
        let password = "\(name)-mag-kijken-\(today.year)"
        try await SignIn(store: store).setPassword(password, for: name, of: person, role: role, in: practice, at: now)
        return DemoAccount(role: role, name: fullName, signIn: name, password: password)
    }
}
