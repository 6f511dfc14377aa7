import Audit
import Clinical
import Identity
import Storage
import Stories
import Worklist

/// What happened in every practice: the rounds of the last nights, and elsewhere a question or a high reading.
struct Rounds: Sendable {
    let builder: Builder

    private var store: Store { builder.store }
    private var today: Day { builder.today }

    /// Silence is looked at for longer than weeks, so that everybody is reminded before the practice hears of it.
    private static let silentNights = 11

    func nights(in practices: [ID<Practice>]) async throws {
        for back in stride(from: Self.silentNights, through: 0, by: -1) {
            let night = builder.shared.occasion(at: Amsterdam.instant(today.adding(-back), hour: 3))
            guard night.now <= builder.now else { return }
            for practice in practices {
                if back <= Builder.nights { try await WeekEnds(store: store).tell(in: practice, at: night) }
                try await SilenceFalls(store: store).tell(in: practice, at: night)
            }
        }
    }

    /// A practice that we only pass by has a question, now and then a high reading, and closed what was easy.
    func passBy(
        _ organisation: Organisation, _ patients: [ID<Patient>], using chance: inout Chance
    ) async throws {
        let practice = organisation.card.id
        if patients.count > 2 {
            let asked = wall(days: 1, Int.random(in: 9...20, using: &chance))
            try await PatientAsks(store: store).tell(
                chance.pick(Texts.questions), from: patients[2], of: practice, by: .patient(patients[2]),
                at: builder.shared.occasion(at: asked))
        }
        if patients.count > 3, chance.happens(oneIn: 2) {
            let taken = wall(days: 1, 20)
            let pressure = BloodPressure.mmHg(
                Int.random(in: 171...178, using: &chance), over: Int.random(in: 88...98, using: &chance))
            try await ReadingArrives(store: store).tell(
                Reading(.bloodPressure(pressure, pulse: nil, rhythm: nil), taken: .amsterdam(taken), source: .typed),
                from: patients[3], of: practice, by: .patient(patients[3]), at: builder.shared.occasion(at: taken))
        }
        let closed = wall(days: 1, 16)
        try await store.write { db in
            let easy = try Worklist.open(in: practice, at: closed, most: 10_000, db).filter {
                $0.reason == .weekOnTarget && $0.openedAt < closed
            }
            for line in easy.dropFirst() {
                try Worklist.close(line.id, in: practice, by: organisation.poh.id, at: closed, db)
            }
        }
    }

    private func wall(days: Int, _ hour: Int) -> Instant {
        Amsterdam.instant(today.adding(-days), hour: hour, minute: 25)
    }
}
