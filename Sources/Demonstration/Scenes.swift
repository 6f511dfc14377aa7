import Audit
import Clinical
import Identity
import Measurements
import Portal
import Rights
import Storage
import Stories
import Worklist

/// The last days of De Linde, played through the real stories, so that the worklist of this morning is a true one.
struct Scenes: Sendable {
    let builder: Builder
    let linde: Organisation

    private var store: Store { builder.store }
    private var practice: ID<Practice> { linde.card.id }
    private var today: Day { builder.today }

    func play() async throws {
        try await fatma()
        try await readings()
        try await weights()
        try await questions()
        try await marieke()
        try await requests()
    }

    /// What people asked about their own data: one waits, one waits too long, and one has an answer.
    private func requests() async throws {
        try await ask(.objection, "", from: .fatma, days: 6)
        try await ask(.correction, Texts.tjeerdAsks, from: .tjeerd, days: 36)
        let answered = try await ask(.correction, Texts.pieterAsks, from: .pieter, days: 20)
        try await RequestIsAnswered(store: store).tell(
            Rights.Reply(.granted, because: Texts.pieterReads), to: answered, of: practice, by: .worker(linde.poh.id),
            at: occasion(today.adding(-14).workday, hour: 16))
    }

    @discardableResult
    private func ask(
        _ kind: Rights.Kind, _ words: String, from person: Cast, days: Int
    ) async throws -> ID<Rights.RequestMark> {
        let at = occasion(today.adding(-days), hour: 19)
        let id: ID<Rights.RequestMark> = at.newID()
        try await store.write { db in
            _ = try Rights.ask(Rights.Asking(kind, words, as: id), of: person.id, in: practice, at: at, db)
            try Audit.record(
                Audit.Entry(.added, "request", of: person.id, in: practice, by: .patient(person.id)), at: at, db)
        }
        return id
    }

    /// Fatma asked something a while ago and got an answer; a second message waits for her.
    private func fatma() async throws {
        let answers = PracticeAnswers(store: store)
        let (answered, yesterday) = (today.adding(-8).workday, today.adding(-1).workday)
        try await PatientAsks(store: store).tell(
            Texts.fatmaAsks, from: Cast.fatma.id, of: practice, by: .patient(Cast.fatma.id),
            at: occasion(answered.adding(-1), hour: 9))
        try await answers.tell(
            Texts.fatmaReads, to: Cast.fatma.id, of: practice, closing: [.question], by: .worker(linde.poh.id),
            at: occasion(answered, hour: 16))
        try await store.write { db in
            try Portal.markRead(
                from: .worker, of: Cast.fatma.id, in: practice, at: Amsterdam.instant(answered.adding(1), hour: 9), db)
        }
        try await answers.tell(
            Texts.fatmaUnread, to: Cast.fatma.id, of: practice, closing: [], by: .worker(linde.poh.id),
            at: occasion(yesterday, hour: 16))
        // In the morning she still has to measure; in the evening she did so in the morning.
        guard DayPart(of: .amsterdam(builder.now)) == .evening else { return }
        for (place, pressure) in [BloodPressure.mmHg(133, over: 81), .mmHg(130, over: 79)].enumerated() {
            try await arrive(pressure, from: .fatma, Amsterdam.instant(today, hour: 7, minute: 40 + place * 2))
        }
    }

    private func readings() async throws {
        try await mixUp()
        try await arrive(.mmHg(131, over: 79), from: .mei, wall(days: 2, 7, 50), rhythm: .irregular)
        try await arrive(.mmHg(127, over: 77), from: .mei, wall(days: 1, 7, 40), rhythm: .irregular)
        // Hardly possible, and he says it is right: the practice decides.
        try await arrive(.mmHg(96, over: 88), from: .pieter, wall(days: 1, 8, 5), status: .unconfirmed)
        try await arrive(.mmHg(168, over: 98), from: .karim, justNow(minutes: 71), complaints: [.visionTrouble])
        try await arrive(.mmHg(186, over: 104), from: .johan, justNow(minutes: 52))
        try await arrive(.mmHg(184, over: 102), from: .johan, justNow(minutes: 44))
    }

    /// Mieke's husband used her meter; she said so, and the reading was put right.
    private func mixUp() async throws {
        let taken = wall(days: 6, 8, 10)
        let arrival = try await arrive(.mmHg(172, over: 101), from: .mieke, taken)
        _ = try await ReadingIsSettled(store: store).tell(
            arrival.reading, is: .enteredInError, of: Cast.mieke.id, in: practice, by: .worker(linde.poh.id),
            at: occasion(today.adding(-5), hour: 10))
    }

    private func weights() async throws {
        for (back, kilos) in [(4, 84.0), (3, 84.0), (2, 84.9), (1, 85.7), (0, 86.4)] {
            let instant = min(wall(days: back, 6, 58), builder.now - .minutes(5))
            let reading = Reading(.weight(.kg(kilos)), taken: .amsterdam(instant), source: .typed)
            try await ReadingArrives(store: store).tell(
                reading, from: Cast.hanneke.id, of: practice, by: .patient(Cast.hanneke.id),
                at: builder.shared.occasion(at: instant))
        }
    }

    private func questions() async throws {
        let asks = PatientAsks(store: store)
        try await asks.tell(
            Texts.miekeAsks, from: Cast.mieke.id, of: practice, by: .patient(Cast.mieke.id),
            at: occasion(today.adding(-2), hour: 10))
        try await asks.tell(
            Texts.johanWrites, from: Cast.johan.id, of: practice, by: .patient(Cast.johan.id),
            at: builder.shared.occasion(at: justNow(minutes: 40)))
    }

    /// How many lines Marieke put off, and finished before we came in.
    private static let (putOff, finished) = (3, 7)

    /// What Marieke did: the lines of people without a part are answered, closed or put off.
    private func marieke() async throws {
        let cast = Set(Cast.allCases.map(\.id))
        let lines = try await store.read { try Worklist.open(in: practice, at: builder.now, most: 10_000, $0) }
            .filter { !cast.contains($0.patient) }
        let waiting = lines.filter { $0.reason != .weekOnTarget }.prefix(min(Self.putOff, lines.count / 2))
        for (place, line) in waiting.enumerated() {
            try await store.write {
                try Worklist.putOff(
                    line.id, place == 0 ? .tomorrow : .nextWeek, in: practice,
                    at: max(builder.now - .minutes(25), line.openedAt), $0)
            }
        }
        let asked = Set(waiting.map(\.id))
        for (place, line) in lines.reversed().filter({ !asked.contains($0.id) }).enumerated() {
            try await finish(line, place)
        }
    }

    private func finish(_ line: Worklist.Item, _ place: Int) async throws {
        let midnight = Amsterdam.instant(today, hour: 0, minute: 5)
        let wish =
            place < Self.finished
            ? max(builder.now - .minutes(30 + place * 9), midnight) : wall(days: 1, 15, place % 60)
        let at = min(max(wish, line.openedAt + .minutes(20)), builder.now)
        guard line.reason == .weekOnTarget else {
            return try await store.write { try Worklist.close(line.id, in: practice, by: linde.poh.id, at: at, $0) }
        }
        try await PracticeAnswers(store: store).tell(
            Texts.wellDone[place % Texts.wellDone.count], to: line.patient, of: practice, closing: [.pressure],
            by: .worker(linde.poh.id), at: builder.shared.occasion(at: at))
    }

    @discardableResult
    private func arrive(
        _ pressure: BloodPressure, from person: Cast, _ instant: Instant, rhythm: Rhythm? = nil,
        complaints: Set<Complaint> = [], status: Status = .final
    ) async throws -> Arrival {
        let reading = Reading(
            .bloodPressure(pressure, pulse: .perMinute(72), rhythm: rhythm), taken: .amsterdam(instant), source: .typed,
            status: status)
        return try await ReadingArrives(store: store).tell(
            reading, from: person.id, of: practice, complaints: complaints, by: .patient(person.id),
            at: builder.shared.occasion(at: instant))
    }

    private func wall(days: Int, _ hour: Int, _ minute: Int) -> Instant {
        Amsterdam.instant(today.adding(-days), hour: hour, minute: minute)
    }

    private func occasion(_ day: Day, hour: Int) -> Occasion {
        builder.shared.occasion(at: Amsterdam.instant(day, hour: hour, minute: 12))
    }

    /// Some minutes ago; just after midnight all of it was yesterday evening, so that it stays one day.
    private func justNow(minutes: Int) -> Instant {
        builder.now - .minutes(Moment.amsterdam(builder.now).minuteOfDay < 80 ? minutes + 80 : minutes)
    }
}
