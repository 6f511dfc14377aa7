import Assistance
import Clinical
import Identity
import Pharmacy
import Storage

@testable import Hartlijn

/// A library, a welfare organisation and two pharmacies around the practices of ``Clinic``.
struct Neighbourhood: Sendable {
    let library = ID<Practice>(high: 1, low: 20)
    let welfare = ID<Practice>(high: 1, low: 21)
    let pharmacy = ID<Practice>(high: 1, low: 22)
    let otherPharmacy = ID<Practice>(high: 1, low: 23)
}

extension Clinic {
    /// The helper `bo` of the library and `wout` of welfare, the pharmacists `daan` and `piet`, and the manager `mo`.
    func neighbourhood() async throws -> Neighbourhood {
        _ = try await careGroup()
        let (around, now, practice) = (Neighbourhood(), now, practice)
        let group = ID<Practice>(high: 1, low: 3)
        let people: [(String, Identity.Role, ID<Practice>)] = [
            ("bo", .helper, around.library), ("wout", .helper, around.welfare), ("daan", .pharmacist, around.pharmacy),
            ("piet", .pharmacist, around.otherPharmacy), ("mo", .manager, practice),
        ]
        try await store.write { db in
            for (id, kind, name) in [
                (around.library, Identity.PracticeCard.Kind.library, "Het Blad"),
                (around.welfare, .welfare, "Samen Op"),
                (around.pharmacy, .pharmacy, "De Vijzel"), (around.otherPharmacy, .pharmacy, "De Stamper"),
            ] {
                try Identity.add(
                    .init(id: id, kind: kind, name: name, phone: "0413 - 00 30 00", replyDays: 2, careGroup: group), db)
            }
            for (place, (name, role, organisation)) in people.enumerated() {
                try Identity.add(
                    .init(id: ID(high: 3, low: UInt64(70 + place)), givenName: name, familyName: "Y", role: role),
                    to: organisation, at: now, db)
            }
        }
        for (place, (name, role, organisation)) in people.enumerated() {
            try await SignIn(store: store, cost: HashCost(rounds: 1 << 4)).setPassword(
                Self.password, for: name, of: .worker(ID(high: 3, low: UInt64(70 + place))), role: role,
                in: organisation, at: now)
        }
        return around
    }

    /// Somebody who is asked, one who is helped, and who has a pharmacy: every sentence of those pages is there.
    func helpAndPharmacy(of patient: ID<Patient>) async throws {
        let (around, practice, occasion) = (try await neighbourhood(), practice, clock.occasion)
        try await store.write { db in
            let by = Assistance.ByWorker(self.marieke, of: practice)
            for (help, steps) in [
                (Assistance.Help.install, [Assistance.Step]()), (.signIn, [.agreed]),
                (.measure, [.agreed, .taken]), (.phone, [.agreed, .notReached]), (.walk, [.agreed, .appointment]),
                (.money, [.agreed, .done]), (.company, [.refused]),
            ] {
                let id: Assistance.TaskID = occasion.newID()
                _ = try Assistance.ask(
                    for: .init(help, at: around.welfare), as: id, of: patient, in: practice, by: by, at: occasion, db)
                for step in steps {
                    guard let task = try Assistance.task(id, of: patient, in: practice, db) else { return }
                    if step == .agreed {
                        try Assistance.agree(
                            to: task, .screen, as: occasion.newID(), in: practice, by: nil, at: occasion.now, db)
                    } else {
                        _ = try Assistance.take(
                            .init(step, as: occasion.newID(), on: step == .appointment ? occasion.today : nil),
                            with: task, in: practice, by: by, at: occasion.now, db)
                    }
                }
            }
            _ = try Pharmacy.choose(
                around.pharmacy, as: occasion.newID(), for: patient, in: practice, by: .patient, at: occasion.now, db)
            _ = try Pharmacy.ask(
                as: occasion.newID(), for: patient, in: practice, at: around.otherPharmacy, now: occasion.now, db)
        }
    }
}
