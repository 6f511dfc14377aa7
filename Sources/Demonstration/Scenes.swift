import Audit
import Clinical
import Identity
import Measurements
import Portal
import Storage
import Stories
import Worklist

/// The last days, played through the real stories, so that the worklist of this morning is a true one.
struct Scenes: Sendable {
    let builder: Builder

    private var store: Store { builder.store }
    private var today: Day { builder.today }

    func play(at linde: Organisation, others: [Organisation]) async throws {
        try await nights(linde, others)
        try await weeks(of: linde)
        try await fatma(at: linde)
        try await readings(at: linde)
        try await weights(at: linde)
        try await questions(at: linde)
        try await thisMorning(at: linde)
    }

    /// The rounds of the last nights: weeks end and silence falls, everywhere.
    private func nights(_ linde: Organisation, _ others: [Organisation]) async throws {
        for back in stride(from: 3, through: 0, by: -1) {
            let night = builder.shared.occasion(at: Amsterdam.instant(today.adding(-back), hour: 3))
            for organisation in [linde] + others {
                try await WeekEnds(store: store).tell(in: organisation.card.id, at: night)
                try await SilenceFalls(store: store).tell(in: organisation.card.id, at: night)
            }
        }
    }

    /// A week with too few readings, that ended the day before yesterday.
    private func weeks(of linde: Organisation) async throws {
        let start = today.adding(-8)
        let occasion = builder.shared.occasion(at: Amsterdam.instant(today.adding(-1), hour: 3))
        try await store.write { db in
            try Measurements.ask(
                for: Measurements.MeasuringWeek(id: occasion.newID(), measuring: .sevenDays, startsOn: start),
                of: Cast.samira.id, in: linde.card.id, db)
        }
        try await WeekEnds(store: store).tell(in: linde.card.id, at: occasion)
    }

    /// Fatma asked something a while ago and got an answer; a second message waits for her.
    private func fatma(at linde: Organisation) async throws {
        let asks = PatientAsks(store: store)
        let answers = PracticeAnswers(store: store)
        let practice = linde.card.id
        try await asks.tell(
            "Mag ik de nieuwe pil ook zonder eten nemen?", from: Cast.fatma.id, of: practice,
            at: occasion(days: 9, hour: 9))
        try await answers.tell(
            "Dag Fatma. Ja, dat mag. Neem de pil elke dag op dezelfde tijd. Dan vergeet u hem niet.", to: Cast.fatma.id,
            of: practice, closing: [.question], by: linde.poh.id, at: occasion(days: 8, hour: 16))
        try await store.write { db in
            try Portal.markRead(
                from: .worker, of: Cast.fatma.id, in: practice, at: Amsterdam.instant(today.adding(-7), hour: 9), db)
        }
        try await answers.tell(
            "Waarom u een andere pil krijgt? De oude pil gaf u dikke enkels. De nieuwe pil doet dat niet. "
                + "U begint er maandag mee. Vragen? Schrijf of bel mij gerust.",
            to: Cast.fatma.id, of: practice, closing: Worklist.Family.allCases, by: linde.poh.id,
            at: occasion(minutes: 1000))
        guard Moment.amsterdam(builder.now).hour >= 15 else { return }
        for (place, pressure) in [BloodPressure.mmHg(131, over: 81), .mmHg(128, over: 79)].enumerated() {
            let taken = Amsterdam.instant(today, hour: 7, minute: 40 + place * 2)
            try await arrive(pressure, from: .fatma, taken, linde)
        }
    }

    private func readings(at linde: Organisation) async throws {
        try await arrive(.mmHg(186, over: 104), from: .johan, builder.now - .minutes(52), linde)
        try await arrive(.mmHg(184, over: 102), from: .johan, builder.now - .minutes(44), linde)
        try await arrive(.mmHg(174, over: 95), from: .karim, builder.now - .hours(20), linde)
        try await arrive(.mmHg(131, over: 79), from: .mei, builder.now - .hours(50), linde, rhythm: .irregular)
        try await arrive(.mmHg(127, over: 77), from: .mei, builder.now - .hours(26), linde, rhythm: .irregular)
        try await arrive(.mmHg(212, over: 98), from: .pieter, builder.now - .hours(30), linde, status: .unconfirmed)
        try await mixUp(linde)
    }

    /// Mieke's husband used her meter; she said so, and the reading was put right.
    private func mixUp(_ linde: Organisation) async throws {
        let taken = builder.now - .days(6)
        let arrival = try await arrive(.mmHg(172, over: 101), from: .mieke, taken, linde)
        guard case .new(let id) = arrival.recorded else { return }
        _ = try await ReadingIsSettled(store: store).tell(
            id, is: .enteredInError, of: Cast.mieke.id, in: linde.card.id, by: .worker(linde.poh.id),
            at: builder.shared.occasion(at: taken + .hours(20)))
    }

    private func weights(at linde: Organisation) async throws {
        for (back, kilos) in [(4, 84.0), (3, 84.0), (2, 84.9), (1, 85.7), (0, 86.4)] {
            let instant = min(Amsterdam.instant(today.adding(-back), hour: 6, minute: 58), builder.now - .minutes(5))
            let reading = Reading(.weight(.kg(kilos)), taken: .amsterdam(instant), source: .typed)
            try await ReadingArrives(store: store).tell(
                reading, from: Cast.hanneke.id, of: linde.card.id, by: .patient(Cast.hanneke.id),
                at: builder.shared.occasion(at: instant))
        }
    }

    private func questions(at linde: Organisation) async throws {
        try await PatientAsks(store: store).tell(
            "Ik heb sinds maandag hoofdpijn. De pillen zijn op en ik kon niet naar de apotheek.", from: Cast.johan.id,
            of: linde.card.id, at: occasion(minutes: 40))
        try await PatientAsks(store: store).tell(
            "Mag ik de plaspil in de avond nemen?", from: Cast.mieke.id, of: linde.card.id,
            at: occasion(days: 2, hour: 10))
    }

    /// What Marieke finished before we came in: the weeks that ended on target.
    private func thisMorning(at linde: Organisation) async throws {
        let (practice, poh) = (linde.card.id, linde.poh.id)
        let items = try await store.read { try Worklist.open(in: practice, at: builder.now, db: $0) }
        let cast = Set(Cast.allCases.map(\.id))
        for (place, item) in items.filter({ !cast.contains($0.patient) }).enumerated() {
            let at = max(builder.now - .minutes(30 + place * 9), Amsterdam.instant(today, hour: 0, minute: 5))
            try await store.write { try Worklist.close(item.id, in: practice, by: poh, at: at, $0) }
        }
    }

    @discardableResult
    private func arrive(
        _ pressure: BloodPressure, from person: Cast, _ instant: Instant, _ linde: Organisation, rhythm: Rhythm? = nil,
        status: Status = .final
    ) async throws -> Arrival {
        let reading = Reading(
            .bloodPressure(pressure, pulse: .perMinute(72), rhythm: rhythm), taken: .amsterdam(instant), source: .typed,
            status: status)
        return try await ReadingArrives(store: store).tell(
            reading, from: person.id, of: linde.card.id, by: .patient(person.id),
            at: builder.shared.occasion(at: instant))
    }

    private func occasion(days: Int, hour: Int) -> Occasion {
        builder.shared.occasion(at: Amsterdam.instant(today.adding(-days), hour: hour, minute: 12))
    }

    private func occasion(minutes: Int) -> Occasion { builder.shared.occasion(at: builder.now - .minutes(minutes)) }
}

extension Worklist {
    fileprivate static func open(in practice: ID<Practice>, at now: Instant, db: Transaction) throws -> [Item] {
        try open(in: practice, at: now, most: 500, db)
    }
}
