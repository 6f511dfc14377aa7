import Audit
import Clinical
import Identity
import Storage

/// Those around the practice: the care group, the hospital, and the daughter who helps.
struct Neighbours: Sendable {
    let workers: [(Identity.WorkerCard, ID<Practice>)]
    let helper: ID<Audit.Proxy>
}

extension Builder {
    private static let hospital = ID<Practice>(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0002)

    func neighbours(of linde: Organisation) async throws -> Neighbours {
        let (helper, sharing): (ID<Audit.Proxy>, ID<Audit.Passage.Basis>) = (occasion.newID(), occasion.newID())
        let workers: [(Identity.WorkerCard, ID<Practice>)] = [
            (worker("Mo", "Regel", .manager), linde.card.id), (worker("Ilse", "Hartman", .specialist), Self.hospital),
            (worker("Vera", "Stap", .implementer), Self.careGroup), (worker("Loes", "Koers", .lead), Self.careGroup),
            (worker("Paula", "Wacht", .officer), Self.careGroup),
            (worker("Otto", "Beheer", .administrator), Self.careGroup),
        ]
        let start = Amsterdam.instant(today.adding(-400), hour: 9)
        let given = occasion.at(Amsterdam.instant(today.adding(-40), hour: 20))
        try await store.write { db in
            try Identity.add(
                .init(
                    id: Self.hospital, kind: .hospital, name: "Ziekenhuis Het Anker", phone: "0413 - 00 20 00",
                    replyDays: 5, careGroup: Self.careGroup), db)
            for (worker, organisation) in workers { try Identity.add(worker, to: organisation, at: start, db) }
            try Helping.add(
                .init(
                    givenName: "Elif", familyName: "Yıldız", bornOn: today.adding(-36 * 365),
                    categories: [.readings, .measuring, .messages], months: 12),
                as: helper, for: Cast.fatma.id, in: linde.card.id, from: given.now, until: given.now + .days(365), db)
            try Helping.share(
                as: sharing, of: Cast.fatma.id, in: linde.card.id, with: Self.hospital, from: given.now,
                until: given.now + .days(182), db)
            for (actor, action, object) in [
                (Audit.Actor.patient(Cast.fatma.id), Audit.Action.added, "mandate"),
                (.patient(Cast.fatma.id), .added, "consent"),
            ] {
                try Audit.record(
                    Audit.Entry(action, object, of: Cast.fatma.id, in: linde.card.id, by: actor), at: given, db)
            }
        }
        return Neighbours(workers: workers, helper: helper)
    }

    private func worker(_ given: String, _ family: String, _ role: Identity.Role) -> Identity.WorkerCard {
        Identity.WorkerCard(id: occasion.newID(), givenName: given, familyName: family, role: role)
    }

    /// The POH of another practice looked in an emergency, two evenings ago: the privacy officer has something to review.
    func emergency(by nadia: Organisation, of patient: ID<Patient>, in practice: ID<Practice>) async throws {
        let evening = occasion.at(Amsterdam.instant(today.adding(-2), hour: 21, minute: 10))
        let id: ID<Audit.Passage.Basis> = evening.newID()
        let (worker, organisation) = (nadia.poh.id, nadia.card.id)
        try await store.write { db in
            try Emergency.open(
                .init(
                    familyName: "", bornOn: today, reason: .outOfHours,
                    explanation: "Belt de avonddienst met hoofdpijn en een hoge meting."),
                as: id, of: patient, in: practice, by: worker, at: organisation, now: evening.now, db)
            let passage = Audit.Passage(
                deed: Identity.Deed.openRecord.rawValue, on: .emergency, basis: id, from: organisation,
                proof: "password and app", network: "10.0.0.0", trace: "demonstration")
            let actor = Audit.Actor(.worker(worker), role: Identity.Role.poh.rawValue, through: passage)
            for (action, object) in [(Audit.Action.added, "emergency"), (.looked, "record")] {
                try Audit.record(Audit.Entry(action, object, of: patient, in: practice, by: actor), at: evening, db)
            }
        }
    }
}
