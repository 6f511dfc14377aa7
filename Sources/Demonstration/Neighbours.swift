import Assistance
import Audit
import Clinical
import Identity
import Pharmacy
import Storage

/// Those around the practice: the care group, the hospital, and the daughter who helps.
struct Neighbours: Sendable {
    let workers: [(Identity.WorkerCard, ID<Practice>)]
    let helper: ID<Audit.Proxy>
}

extension Builder {
    private static let hospital = ID<Practice>(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0002)
    private static let library = ID<Practice>(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0003)
    private static let welfare = ID<Practice>(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0004)
    private static let pharmacy = ID<Practice>(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0005)

    func neighbours(of linde: Organisation) async throws -> Neighbours {
        let (helper, sharing): (ID<Audit.Proxy>, ID<Audit.Passage.Basis>) = (occasion.newID(), occasion.newID())
        let workers: [(Identity.WorkerCard, ID<Practice>)] = [
            (worker("Mo", "Regel", .manager), linde.card.id), (worker("Ilse", "Hartman", .specialist), Self.hospital),
            (worker("Vera", "Stap", .implementer), Self.careGroup), (worker("Loes", "Koers", .lead), Self.careGroup),
            (worker("Paula", "Wacht", .officer), Self.careGroup),
            (worker("Otto", "Beheer", .administrator), Self.careGroup),
            (worker("Bo", "Leesplank", .helper), Self.library), (worker("Wout", "Meeloop", .helper), Self.welfare),
            (worker("Daan", "Vijzel", .pharmacist), Self.pharmacy),
        ]
        let start = Amsterdam.instant(today.adding(-400), hour: 9)
        let given = occasion.at(Amsterdam.instant(today.adding(-40), hour: 20))
        try await store.write { db in
            try Identity.add(
                .init(
                    id: Self.hospital, kind: .hospital, name: "Ziekenhuis Het Anker", phone: "0413 - 00 20 00",
                    replyDays: 5, careGroup: Self.careGroup), db)
            for (id, kind, name) in [
                (Self.library, Identity.PracticeCard.Kind.library, "Bibliotheek Het Blad"),
                (Self.welfare, .welfare, "Welzijn Samen Op"), (Self.pharmacy, .pharmacy, "Apotheek De Vijzel"),
            ] {
                try Identity.add(
                    .init(
                        id: id, kind: kind, name: name, phone: "0413 - 00 30 00", replyDays: 2,
                        careGroup: Self.careGroup), db)
            }
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
        try await tasks(of: workers, asked: linde)
        try await customers(of: workers, at: linde.card.id)
        return Neighbours(workers: workers, helper: helper)
    }

    /// Help in every stand: asked, agreed, taken up, with an appointment, and done.
    private func tasks(of workers: [(Identity.WorkerCard, ID<Practice>)], asked linde: Organisation) async throws {
        guard let bo = workers.first(where: { $0.1 == Self.library })?.0,
            let wout = workers.first(where: { $0.1 == Self.welfare })?.0
        else { return }
        let library = Assistance.ByWorker(bo.id, of: Self.library)
        let welfare = Assistance.ByWorker(wout.id, of: Self.welfare)
        let next = today.adding(3)
        let scenes: [HelpScene] = [
            .init(.hanneke, .init(.signIn, at: Self.library), daysAgo: 1, agreed: nil, []),
            .init(.mei, .init(.install, at: Self.library), daysAgo: 3, agreed: .consult, []),
            .init(
                .arie, .init(.measure, at: Self.library), daysAgo: 9, agreed: .consult,
                [
                    .init(library, .taken, "", daysAgo: 7),
                    .init(library, .notReached, "Twee keer gebeld.", daysAgo: 5),
                ]),
            .init(
                .tjeerd, .init(.signIn, at: Self.library), daysAgo: 12, agreed: .screen,
                [
                    .init(library, .taken, "", daysAgo: 10),
                    .init(library, .appointment, "Komt naar het inloopuur.", daysAgo: 8, on: next),
                ]),
            .init(
                .fatma, .init(.install, at: Self.library), daysAgo: 60, agreed: .consult,
                [
                    .init(library, .taken, "", daysAgo: 58),
                    .init(library, .done, "Staat op de tablet. Dochter kijkt mee.", daysAgo: 50),
                ]),
            .init(
                .johan, .init(.walk, at: Self.welfare), daysAgo: 6, agreed: .consult,
                [
                    .init(welfare, .taken, "Loopt mee met de groep van dinsdag.", daysAgo: 4)
                ]),
        ]
        for scene in scenes { try await play(scene, by: linde) }
    }

    private struct HelpScene: Sendable {
        let who: Cast
        let wish: Assistance.Wish
        let daysAgo: Int
        let agreed: Assistance.AgreedWay?
        let steps: [HelpStep]

        init(
            _ who: Cast, _ wish: Assistance.Wish, daysAgo: Int, agreed: Assistance.AgreedWay?, _ steps: [HelpStep]
        ) {
            (self.who, self.wish, self.daysAgo, self.agreed, self.steps) = (who, wish, daysAgo, agreed, steps)
        }
    }

    private struct HelpStep: Sendable {
        let by: Assistance.ByWorker
        let step: Assistance.Step
        let note: String
        let daysAgo: Int
        let day: Day?

        init(_ by: Assistance.ByWorker, _ step: Assistance.Step, _ note: String, daysAgo: Int, on day: Day? = nil) {
            (self.by, self.step, self.note, self.daysAgo, self.day) = (by, step, note, daysAgo, day)
        }
    }

    private func play(_ scene: HelpScene, by linde: Organisation) async throws {
        let (practice, patient) = (linde.card.id, scene.who.id)
        // The practice is as small as somebody asks for, and then not everybody is there.
        guard try await store.read({ try Identity.patient(patient, in: practice, $0) }) != nil else { return }
        let id: Assistance.TaskID = occasion.newID()
        let asked = occasion.at(Amsterdam.instant(today.adding(-scene.daysAgo), hour: 10))
        let poh = Assistance.ByWorker(linde.poh.id, of: practice)
        try await store.write { db in
            _ = try Assistance.ask(for: scene.wish, as: id, of: patient, in: practice, by: poh, at: asked, db)
            try line(.added, of: patient, in: practice, by: linde.poh.id, .treatment, nil, at: asked, db)
            guard let way = scene.agreed, let task = try Assistance.task(id, of: patient, in: practice, db) else {
                return
            }
            try Assistance.agree(
                to: task, way, as: asked.newID(), in: practice, by: way == .consult ? poh : nil, at: asked.now, db)
            for step in scene.steps {
                let then = occasion.at(Amsterdam.instant(today.adding(-step.daysAgo), hour: 14))
                guard let task = try Assistance.task(id, of: patient, in: practice, db) else { return }
                _ = try Assistance.take(
                    .init(step.step, as: then.newID(), note: step.note, on: step.day), with: task, in: practice,
                    by: step.by, at: then.now, db)
                try line(
                    .changed, of: patient, in: practice, by: step.by.worker, .task, step.by.organisation, at: then, db)
            }
        }
    }

    private func line(
        _ action: Audit.Action, of patient: ID<Patient>, in practice: ID<Practice>, by worker: ID<Worker>,
        _ ground: Audit.Ground, _ organisation: ID<Practice>?, at occasion: Occasion, _ db: Transaction
    ) throws {
        let role: Identity.Role = ground == .task ? .helper : .poh
        let deed: Identity.Deed = ground == .task ? .keepTask : .askForHelp
        let passage = Audit.Passage(
            deed: deed.rawValue, on: ground, from: organisation ?? practice, proof: "password and app",
            network: "10.0.0.0", trace: "demonstration")
        try Audit.record(
            Audit.Entry(
                action, "task", of: patient, in: practice,
                by: Audit.Actor(.worker(worker), role: role.rawValue, through: passage)), at: occasion, db)
    }

    /// Some people of the practice chose the pharmacy; two let it see their blood pressure, and one wrote.
    private func customers(of workers: [(Identity.WorkerCard, ID<Practice>)], at linde: ID<Practice>) async throws {
        guard let daan = workers.first(where: { $0.1 == Self.pharmacy })?.0 else { return }
        let since = occasion.at(Amsterdam.instant(today.adding(-200), hour: 11))
        for who in [Cast.fatma, .hanneke, .johan, .karim, .ruben, .mieke] {
            guard try await store.read({ try Identity.patient(who.id, in: linde, $0) }) != nil else { continue }
            let id: Pharmacy.RegistrationID = occasion.newID()
            try await store.write { db in
                _ = try Pharmacy.choose(
                    Self.pharmacy, as: id, for: who.id, in: linde, by: .practice, at: since.now, db)
                if [.fatma, .johan].contains(who) {
                    _ = try Pharmacy.showReadings(id, of: who.id, in: linde, since: since.now, db)
                }
            }
        }
        let asked = occasion.at(Amsterdam.instant(today.adding(-6), hour: 19))
        let answered = occasion.at(Amsterdam.instant(today.adding(-5), hour: 9))
        let thanked = occasion.at(Amsterdam.instant(today.adding(-1), hour: 8))
        try await store.write { db in
            guard try Identity.patient(Cast.fatma.id, in: linde, db) != nil else { return }
            for (text, sender, at) in [
                ("Liggen mijn pillen al klaar?", ID<Worker>(of: Cast.fatma.id), asked),
                ("Ja, u kunt ze vanaf vanmiddag halen.", daan.id, answered),
                ("Dank u wel. Kan mijn dochter ze ook halen?", ID<Worker>(of: Cast.fatma.id), thanked),
            ] {
                _ = try Pharmacy.send(
                    .init(text, as: at.newID()), from: sender == daan.id ? .worker : .patient, sender,
                    of: Cast.fatma.id, in: linde, with: Self.pharmacy, at: at.now, db)
            }
        }
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
