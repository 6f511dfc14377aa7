import Clinical
import Identity
import Measurements
import Portal
import Storage

/// Puts people and their history into the store, one transaction a patient.
struct Builder: Sendable {
    let store: Store
    let now: Instant
    let shared: SharedChance

    var today: Day { Moment.amsterdam(now).day }
    var occasion: Occasion { shared.occasion(at: now) }

    static let careGroup = ID<Practice>(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001)

    func organisations(_ count: Int) async throws -> [Organisation] {
        let start = Amsterdam.instant(today.adding(-400), hour: 9)
        let organisations = (0..<count).map { place in
            let name =
                place < Names.practices.count ? Names.practices[place] : "Praktijk \(place + 1)"
            return Organisation(
                card: .init(
                    id: occasion.newID(), name: name, phone: "0413 - 00 00 \(place < 10 ? "0" : "")\(place)",
                    replyDays: 2),
                poh: .init(
                    id: occasion.newID(), givenName: place == 0 ? "Marieke" : Names.women[(place * 7 + 3) % 20],
                    familyName: place == 0 ? "Kok" : Names.families[(place * 5 + 2) % 40], role: .poh),
                gp: .init(
                    id: occasion.newID(), givenName: place == 0 ? "Ada" : Names.men[(place * 3 + 1) % 20],
                    familyName: place == 0 ? "Bos" : Names.families[(place * 11 + 7) % 40], role: .gp))
        }
        try await store.write { db in
            try Identity.add(
                .init(
                    id: Self.careGroup, kind: .careGroup, name: "Zorggroep De Vallei", phone: "0413 - 00 01 00",
                    replyDays: 2), db)
            for organisation in organisations {
                try Identity.add(organisation.card, db)
                try Identity.add(organisation.poh, to: organisation.card.id, at: start, db)
                try Identity.add(organisation.gp, to: organisation.card.id, at: start, db)
            }
        }
        return organisations
    }

    /// Fills a practice; in the first one the people of the scenes come first.
    func fill(_ organisation: Organisation, with count: Int, first: Bool, using chance: inout Chance) async throws {
        let cast = first ? Cast.people(shared, today) : []
        for person in cast { try await add(person, to: organisation, using: &chance) }
        for place in 0..<max(0, count - cast.count) {
            var person = somebody(place, using: &chance)
            // The first few have just finished a measuring week, so every practice has something to answer.
            if place < (first ? 6 : 3) { person.life.weeks.append(today.adding(-8)) }
            try await add(person, to: organisation, using: &chance)
        }
    }

    private func somebody(_ place: Int, using chance: inout Chance) -> Person {
        let sex: Sex = chance.happens(oneIn: 2) ? .female : .male
        let card = Identity.PatientCard(
            id: occasion.newID(), givenName: chance.pick(sex == .female ? Names.women : Names.men),
            familyName: chance.pick(Names.families),
            bornOn: today.adding(-Int.random(in: 15_700...31_000, using: &chance)),
            sex: sex, programmes: chance.pick(Names.programmes), phone: "06 - 00 00 00 00",
            spokenLanguage: chance.happens(oneIn: 9) ? chance.pick(Names.languages) : "Nederlands",
            reading: chance.happens(oneIn: 4) ? .difficult : .fluent)
        return Person(
            card: card, life: life(using: &chance), goalText: chance.happens(oneIn: 3) ? chance.pick(Names.goals) : nil)
    }

    /// Most people are below their goal after some months; some are not, and some have stopped.
    private func life(using chance: inout Chance) -> Life {
        let start = today.adding(-Int.random(in: 100...190, using: &chance))
        let isAbove = chance.happens(oneIn: 9)
        let stops = chance.happens(oneIn: 28)
        let end = stops ? today.adding(-Int.random(in: 24...45, using: &chance)) : today.adding(-1)
        var body = Physiology(
            systolic: Double.random(in: isAbove ? 141...149 : 120...131, using: &chance),
            diastolic: Double.random(in: isAbove ? 84...91 : 70...80, using: &chance),
            pulse: Double.random(in: 58...80, using: &chance), morning: chance.noise(5), whiteCoat: 8, spread: 5)
        if !isAbove, chance.happens(oneIn: 3) {
            let day = start.adding(Int.random(in: 20...60, using: &chance))
            let effect = Double.random(in: 8...14, using: &chance)
            body.systolic += effect
            body.diastolic += effect / 2
            body.changes = [.init(day: day, systolic: -effect, diastolic: -effect / 2)]
        }
        let holiday = chance.happens(oneIn: 3) ? start.adding(60)..<start.adding(76) : nil
        return Life(
            start: start, end: end,
            weeks: stride(from: 0, to: end.days(since: start) - 20, by: 87).map { start.adding($0) },
            holiday: holiday, body: body,
            weight: chance.happens(oneIn: 3) ? Double.random(in: 68...112, using: &chance) : nil)
    }

    func add(_ person: Person, to organisation: Organisation, using chance: inout Chance) async throws {
        let readings = person.life.readings(using: &chance)
        let (practice, patient) = (organisation.card.id, person.card.id)
        let past = shared.occasion(at: Amsterdam.instant(person.life.start, hour: 10))
        let poh = organisation.poh.id
        try await store.write { db in
            try Identity.add(person.card, to: practice, at: past.now, db)
            try Measurements.agree(
                on: Measurements.Plan(
                    goal: person.goal, startedOn: person.life.start, heartFailureSince: person.heartFailureSince),
                with: patient, in: practice, db)
            for day in person.life.weeks {
                try Measurements.ask(
                    for: Measurements.MeasuringWeek(id: past.newID(), measuring: .sevenDays, startsOn: day),
                    of: patient,
                    in: practice, db)
            }
            _ = try Measurements.record(all: readings, of: patient, in: practice, at: past, db)
            try judge(person, in: practice, db)
            try explain(person, in: practice, by: poh, db)
        }
    }

    /// Weeks that were over long ago were judged and answered then; they are on no list any more.
    private func judge(_ person: Person, in practice: ID<Practice>, _ db: Transaction) throws {
        for week in try Measurements.weeks(of: person.card.id, in: practice, most: 20, db)
        where week.endsOn < today.adding(-5) {
            let readings = try Measurements.homeReadings(in: week, of: person.card.id, in: practice, db)
            try Measurements.save(
                HomeBloodPressure.judge(readings, by: week.measuring, against: person.goal),
                moments: HomeBloodPressure.momentsMeasured(in: readings, by: week.measuring), of: week, person.card.id,
                in: practice, at: Amsterdam.instant(week.endsOn.adding(1), hour: 3), db)
        }
    }

    private func explain(
        _ person: Person, in practice: ID<Practice>, by poh: ID<Worker>, _ db: Transaction
    ) throws {
        for (place, change) in person.life.body.changes.enumerated() {
            let words =
                place < person.medication.count
                ? person.medication[place]
                : (
                    "Nieuwe pil erbij: amlodipine 5 mg",
                    "Uw bloeddruk bleef te hoog. De pil maakt de bloedvaten wijder."
                )
            try Portal.explain(
                words.0, because: words.1, on: change.day, of: person.card.id, in: practice, by: poh,
                at: shared.occasion(at: Amsterdam.instant(change.day, hour: 11)), db)
        }
        guard let text = person.goalText else { return }
        let set = max(person.life.start.adding(3), today.adding(-50))
        let goal = try Portal.setGoal(
            text, on: set, of: person.card.id, in: practice, at: shared.occasion(at: Amsterdam.instant(set, hour: 19)),
            db)
        for offset in 0..<today.weekday where offset != 1 {
            try Portal.tick(goal, on: today.monday.adding(offset), of: person.card.id, in: practice, db)
        }
    }

    func accounts(_ organisations: [Organisation]) async throws -> [DemoAccount] {
        let linde = organisations[0]
        let second = organisations.count > 1 ? organisations[1] : linde
        let vera = Identity.WorkerCard(
            id: occasion.newID(), givenName: "Vera", familyName: "Stap", role: .implementer)
        let otto = Identity.WorkerCard(
            id: occasion.newID(), givenName: "Otto", familyName: "Beheer", role: .administrator)
        try await store.write { db in
            for worker in [vera, otto] { try Identity.add(worker, to: Self.careGroup, at: now, db) }
        }
        let staff: [(Identity.WorkerCard, ID<Practice>, String)] = [
            (linde.poh, linde.card.id, "marieke"), (linde.gp, linde.card.id, "ada"),
            (second.poh, second.card.id, "poh2"), (vera, Self.careGroup, "vera"), (otto, Self.careGroup, "otto"),
        ]
        var accounts: [DemoAccount] = []
        let signIn = SignIn(store: store)
        for (name, id, full) in Cast.signIns(shared) {
            let password = "\(name)-mag-kijken-\(today.year)"
            try await signIn.setPassword(
                password, for: name, of: .patient(id), role: .patient, in: linde.card.id, at: now)
            accounts.append(DemoAccount(role: .patient, name: full, signIn: name, password: password))
        }
        for (worker, practice, name) in staff {
            let password = "\(name)-mag-kijken-\(today.year)"
            try await signIn.setPassword(
                password, for: name, of: .worker(worker.id), role: worker.role, in: practice, at: now)
            accounts.append(DemoAccount(role: worker.role, name: worker.fullName, signIn: name, password: password))
        }
        return accounts
    }
}

/// A patient and their life, before they are in the store.
struct Person: Sendable {
    let card: Identity.PatientCard
    var life: Life
    var goal = HomeBloodPressure.raisedFrom
    var heartFailureSince: Day?
    var goalText: String?
    var medication: [(String, String)] = []
}
