import Clinical
import Exchange
import Identity
import Outbox
import Storage
import Stories

/// When the first practice answers, what is on its way to the record, and what Fatma is reminded of.
struct Replies: Sendable {
    let builder: Builder
    let organisation: Organisation

    private var store: Store { builder.store }
    private var practice: ID<Practice> { organisation.card.id }
    private var today: Day { builder.today }

    /// Open on weekdays, on Wednesday until noon; the numbers are invented.
    func opens() async throws {
        let openings = (1...5).map { weekday in
            AnsweringTimes.Opening(weekday: weekday, from: 8 * 60, until: weekday == 3 ? 12 * 60 : 17 * 60)
        }
        let answering = Identity.Answering(
            times: AnsweringTimes(replyDays: organisation.card.replyDays, openings: openings),
            phone: organisation.card.phone, nightPhone: "0413 - 00 99 00",
            nightText: "Neem uw zorgpas mee als u naar de post gaat.")
        try await store.write { db in
            try Identity.keep(
                answering, by: organisation.gp.id, in: practice, at: Amsterdam.instant(today.adding(-90), hour: 10), db)
        }
    }

    /// The last quarter is over; the POH approved a few, and put the first of them in the record.
    func quarter() async throws {
        let quarter = Quarter(of: today).before
        let night = builder.shared.occasion(at: Amsterdam.instant(quarter.lastDay.adding(1), hour: 3))
        try await QuarterEnds(store: store).tell(in: practice, at: night)
        let morning = builder.shared.occasion(at: max(night.now, builder.now - .hours(20)))
        try await store.write { db in
            let plain = try Exchange.plain(over: .init(quarter), in: practice, most: 200, db).prefix(3)
            for (place, summary) in plain.enumerated() {
                _ = try Exchange.approve(
                    summary, as: morning.newID(), by: organisation.poh.id, called: organisation.poh.fullName,
                    in: practice, at: morning, db)
                guard place == 0 else { continue }
                _ = try Exchange.place(
                    summary.id, by: organisation.poh.id, in: practice, at: morning.now + .minutes(2), db)
            }
        }
    }

    /// Fatma asked for reminders by mail some weeks ago, and got one when she had not measured.
    func reminders(of patient: ID<Patient>, to address: String, _ safe: Safe) async throws {
        let owner = Outbox.Owner(patient: patient, in: practice, by: patient, language: .nl)
        let asked = at(days: 24, 19, 4)
        let code = "482913"
        try await store.write { db in
            _ = try Outbox.ask(address, on: .mail, of: owner, code: code, safe, at: asked, db)
            try deliver(at: asked.now + .minutes(1), safe, db)
            _ = try Outbox.confirm(code, of: patient, in: practice, at: asked.now + .minutes(3), db)
            try Outbox.keep(ReminderWishes(), by: .mail, of: owner, at: asked.now + .minutes(4), db)
            for back in [16, 9, 2] {
                let moment = at(days: back, 20, 1)
                guard
                    let due = try Outbox.due(in: practice, at: moment.now, most: 500, db).first(where: {
                        $0.patient == patient
                    })
                else { continue }
                let next = at(days: back - 1, 8, 0).now
                _ = try Outbox.remind(
                    due, in: practice, until: moment.now + .hours(3), next: next, at: moment, db)
                try deliver(at: moment.now + .minutes(1), safe, db)
            }
            try Outbox.moveOn(
                patient, in: practice, to: ReminderMoments.usual.next(after: builder.now), db)
        }
    }

    private func deliver(at now: Instant, _ safe: Safe, _ db: Transaction) throws {
        for parcel in try Outbox.take(in: practice, by: practice, at: now, safe, db) {
            _ = try Outbox.note(.sent, of: parcel, at: now, db)
        }
    }

    private func at(days: Int, _ hour: Int, _ minute: Int) -> Occasion {
        builder.shared.occasion(at: Amsterdam.instant(today.adding(-days), hour: hour, minute: minute))
    }
}
