import Clinical
import Identity
import Measurements
import Portal
import Storage

/// Puts people and their history into the store, one transaction a patient.
struct Builder: Sendable {
    /// Weeks that ended longer ago were judged and answered then.
    static let nights = 5

    let store: Store
    let now: Instant
    let shared: SharedChance

    var today: Day { Moment.amsterdam(now).day }
    var occasion: Occasion { shared.occasion(at: now) }

    static let careGroup = ID<Practice>(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001)

    func organisations(_ count: Int) async throws -> [Organisation] {
        let start = Amsterdam.instant(today.adding(-400), hour: 9)
        let organisations = (0..<count).map(organisation)
        try await store.write { db in
            try Identity.add(
                .init(
                    id: Self.careGroup, kind: .careGroup, name: "Zorggroep Hartlijn Demo", phone: "0413 - 00 10 00",
                    replyDays: 2), db)
            for organisation in organisations {
                try Identity.add(organisation.card, db)
                try Identity.add(organisation.poh, to: organisation.card.id, at: start, db)
                try Identity.add(organisation.gp, to: organisation.card.id, at: start, db)
            }
        }
        return organisations
    }

    private func organisation(_ place: Int) -> Organisation {
        let staff = Names.staff(of: place)
        let name = place < Names.practices.count ? Names.practices[place] : "Praktijk \(place + 1)"
        return Organisation(
            card: .init(
                id: occasion.newID(), name: name, phone: Names.phone(of: place), replyDays: 2, careGroup: Self.careGroup
            ),
            poh: .init(id: occasion.newID(), givenName: staff.poh.given, familyName: staff.poh.family, role: .poh),
            gp: .init(id: occasion.newID(), givenName: staff.gp.given, familyName: staff.gp.family, role: .gp))
    }

    /// Fills a practice; in the first one the people of the scenes come first.
    ///
    /// - Returns: the people without a part
    func fill(
        _ organisation: Organisation, with count: Int, cast: [Person], using chance: inout Chance
    ) async throws -> [ID<Patient>] {
        for person in cast { try await add(person, to: organisation, using: &chance) }
        var crowd = Crowd(today: today, without: cast.map(\.card.fullName))
        var patients: [ID<Patient>] = []
        for place in 0..<max(0, count - cast.count) {
            var person = crowd.somebody(occasion.newID(), using: &chance)
            // A few have just finished a measuring week, so every practice has something to answer.
            if place < (cast.isEmpty ? 2 : 5) {
                person = person.measuring(until: today.adding(-1)).afterWeek(ending: today.adding(-2 - place % 3))
            }
            try await add(person, to: organisation, using: &chance)
            patients.append(person.card.id)
        }
        return patients
    }

    func add(_ person: Person, to organisation: Organisation, using chance: inout Chance) async throws {
        let readings = person.life.readings(using: &chance)
        let ticked = ticks(using: &chance)
        let (practice, patient) = (organisation.card.id, person.card.id)
        let past = shared.occasion(at: Amsterdam.instant(person.life.start, hour: 10))
        let poh = organisation.poh.id
        try await store.write { db in
            try Identity.add(person.card, to: practice, at: past.now, db)
            try Measurements.agree(
                on: Measurements.Plan(
                    goal: person.goal, startedOn: person.life.start, heartFailureSince: person.heartFailureSince,
                    also: person.life.also),
                with: patient, in: practice, db)
            for day in person.life.weeks {
                try Measurements.ask(
                    for: Measurements.MeasuringWeek(id: past.newID(), measuring: .sevenDays, startsOn: day),
                    of: patient, in: practice, db)
            }
            _ = try Measurements.record(all: readings, of: patient, in: practice, at: past, db)
            try judge(person, in: practice, db)
            try explain(person, in: practice, by: poh, db)
            try setGoals(of: person, ticked, in: practice, db)
            try talk(with: person, in: practice, by: poh, db)
        }
    }

    /// Weeks that were over long ago were judged and answered then; they are on no list any more.
    private func judge(_ person: Person, in practice: ID<Practice>, _ db: Transaction) throws {
        for week in try Measurements.weeks(of: person.card.id, in: practice, most: 20, db)
        where week.endsOn < today.adding(-Self.nights) {
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
        for change in person.explained {
            try Portal.explain(
                change.pill.what, because: change.pill.why, on: change.day.workday, of: person.card.id, in: practice,
                by: poh,
                at: shared.occasion(at: Amsterdam.instant(change.day.workday, hour: 11)), db)
        }
    }

    /// The days before today on which a goal worked out: most of them, in the last four weeks.
    private func ticks(using chance: inout Chance) -> [Day] {
        (1...27).map { today.adding(-$0) }.filter { _ in !chance.happens(oneIn: 3) }
    }

    private func setGoals(
        of person: Person, _ ticked: [Day], in practice: ID<Practice>, _ db: Transaction
    ) throws {
        for goal in person.ownGoals {
            let id: ID<Portal.GoalMark> = shared.occasion(at: Amsterdam.instant(goal.setOn, hour: 19)).newID()
            try Portal.setGoal(
                goal.text, as: id, reachedOn: goal.reachedOn, on: goal.setOn, of: person.card.id, in: practice, db)
            guard goal.reachedOn == nil else { continue }
            for day in ticked where day > goal.setOn {
                try Portal.tick(id, on: day, of: person.card.id, in: practice, db)
            }
        }
    }

    /// A question of some weeks ago, answered on the day after; both were read.
    private func talk(with person: Person, in practice: ID<Practice>, by poh: ID<Worker>, _ db: Transaction) throws {
        guard let talk = person.talk else { return }
        let patient = person.card.id
        let answered = person.life.start.adding(42).workday
        let (question, answer) = (
            shared.occasion(at: Amsterdam.instant(answered.adding(-1), hour: 19, minute: 20)),
            shared.occasion(at: Amsterdam.instant(answered, hour: 11, minute: 5))
        )
        try Portal.send(
            talk.question, from: .patient, ID(of: patient), about: patient, in: practice,
            at: question, db)
        try Portal.markRead(from: .patient, of: patient, in: practice, at: answer.now, db)
        try Portal.send(talk.answer, from: .worker, poh, about: patient, in: practice, at: answer, db)
        try Portal.markRead(from: .worker, of: patient, in: practice, at: answer.now + .hours(8), db)
    }
}

extension Day {
    /// This day, or the Friday before when it is in a weekend: then nobody works.
    var workday: Day { adding(-max(0, weekday - 5)) }
}
