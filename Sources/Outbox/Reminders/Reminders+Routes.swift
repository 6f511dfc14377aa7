import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web
import WebPush

/// - `GET  /reminders`           how and when somebody is reminded
/// - `POST /reminders/way`       by mail, or a message on a phone
/// - `GET  /reminders/mail`      an address for mail
/// - `GET  /reminders/phone`     a number for messages
/// - `POST /reminders/address`   keeps either, and sends a code to it
/// - `GET  /reminders/code`      the code
/// - `POST /reminders/code`      the address is theirs: reminders are on
/// - `POST /reminders/push`      this device
/// - `GET  /reminders/times`     at which moments, and in which hours never
/// - `POST /reminders/times`     keeps them
/// - `POST /reminders/pause`     none until a day
/// - `POST /reminders/end`       none any more
package struct ReminderRoutes: Sendable {
    let store: Store
    let clock: Clock
    let safe: Safe?
    let offer: Outbox.Offer

    /// - Parameter safe: without keys no address is kept, so nothing is offered
    package init(store: Store, clock: Clock, safe: Safe?, offer: Outbox.Offer) {
        self.store = store
        self.clock = clock
        self.safe = safe
        self.offer = safe == nil ? .none : offer
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.group("reminders")
            .get(for: .seeReminders) { _, context in try await page(context).page }
            .form("way", for: .keepReminders, use: choose)
            .get("mail", for: .seeReminders) { try await address(.mail, $0, $1) }
            .get("phone", for: .seeReminders) { try await address(.phone, $0, $1) }
            .form("address", for: .keepReminders, use: ask)
            .get("code", for: .seeReminders) { _, context in try await codePage(context).page }
            .form("code", for: .keepReminders, use: confirm)
            .form("push", for: .keepReminders, use: subscribe)
            .get("times", for: .seeReminders) { _, context in try await timesPage(context).page }
            .form("times", for: .keepReminders, use: keepTimes)
            .form("pause", for: .keepReminders, use: pause)
            .form("end", for: .keepReminders, use: end)
    }

    @Sendable private func choose(
        _ form: Form, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        guard let channel = form["way"].flatMap(Outbox.Channel.init), channel != .push,
            offer.channels.contains(channel)
        else { return try await again(Problem("way", ReminderWords.choose), request, context) }
        let (occasion, safe) = (clock.occasion, safe)
        let isThere = try await store.write { db in
            let ways = try Outbox.ways(of: context.patient, in: context.practice, safe, db)
            guard ways.contains(where: { $0.channel == channel && $0.confirmedAt != nil }) else { return false }
            try turnOn(channel, context, at: occasion, db)
            return true
        }
        return .see(isThere ? "/reminders" : "/reminders/\(channel.rawValue)")
    }

    @Sendable private func keepTimes(
        _ form: Form, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        let occasion = clock.occasion
        let problem = try await store.write { db -> Problem? in
            let reminders = try Outbox.reminders(of: context.patient, in: context.practice, db)
            switch ReminderForm.wishes(form, before: reminders.wishes) {
            case .failure(let incomplete): return incomplete.problem
            case .success(let wishes):
                try keep(wishes, by: reminders.channel, context, at: occasion, db)
                return nil
            }
        }
        guard let problem else { return .see("/reminders") }
        var page = try await timesPage(context, form)
        page.problems = [problem]
        return unprocessable(page.page, request, context)
    }

    @Sendable private func pause(
        _ form: Form, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        let occasion = clock.occasion
        let until = form["until"].flatMap { Day($0) }
        let longest = occasion.today.adding(ReminderForm.longestPause)
        let isDay = until.map { $0 > occasion.today && $0 <= longest } == true
        guard isDay || form["end"] != nil else {
            return try await again(Problem("until", ReminderWords.pauseWrong), request, context)
        }
        try await store.write { db in
            let reminders = try Outbox.reminders(of: context.patient, in: context.practice, db)
            guard reminders.channel != nil else { return }
            let wishes = ReminderWishes(
                moments: reminders.wishes.moments, quiet: reminders.wishes.quiet, pausedUntil: isDay ? until : nil)
            if isDay {
                try Outbox.withdrawAll(
                    of: context.patient, in: context.practice, because: "paused", at: occasion.now, db)
            }
            try keep(wishes, by: reminders.channel, context, at: occasion, db)
        }
        return .see("/reminders")
    }

    @Sendable private func end(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        let occasion = clock.occasion
        try await store.write { db in
            try Outbox.end(of: owner(context), at: occasion.now, db)
            try record("reminders", context, at: occasion, db)
        }
        return .see("/reminders")
    }

    /// Reminders go this way from now on, with the wishes that were there.
    func turnOn(
        _ channel: Outbox.Channel, _ context: PatientContext, at occasion: Occasion, _ db: Transaction
    ) throws {
        let wishes = try Outbox.reminders(of: context.patient, in: context.practice, db).wishes
        try keep(wishes, by: channel, context, at: occasion, db)
    }

    private func keep(
        _ wishes: ReminderWishes, by channel: Outbox.Channel?, _ context: PatientContext, at occasion: Occasion,
        _ db: Transaction
    ) throws {
        try Outbox.keep(wishes, by: channel, of: owner(context), at: occasion.now, db)
        try record("reminders", context, at: occasion, db)
    }

    func record(_ object: String, _ context: PatientContext, at occasion: Occasion, _ db: Transaction) throws {
        try Audit.record(
            Audit.Entry(.changed, object, of: context.patient, in: context.practice, by: context.actor), at: occasion,
            db)
    }

    func owner(_ context: PatientContext) -> Outbox.Owner {
        let person: ID<Worker>
        switch context.visitor.person {
        case .patient(let id): person = ID(of: id)
        case .proxy(let id): person = ID(of: id)
        case .worker(let id): person = id
        }
        return Outbox.Owner(
            patient: context.patient, in: context.practice, by: person, language: context.language)
    }

    func again(_ problem: Problem, _ request: Request, _ context: PatientContext) async throws -> Response {
        var page = try await page(context)
        page.problems = [problem]
        return unprocessable(page.page, request, context)
    }

    func unprocessable(_ page: Page, _ request: Request, _ context: PatientContext) -> Response {
        var response = page.response(from: request, context: context)
        response.status = .unprocessableContent
        return response
    }

    func page(_ context: PatientContext) async throws -> RemindersPage {
        let (occasion, safe) = (clock.occasion, safe)
        return try await look(context, at: occasion) { db in
            let (asked, lastDay) = try Outbox.asked(
                of: context.patient, in: context.practice, on: occasion.today, db)
            return RemindersPage(
                reminders: try Outbox.reminders(of: context.patient, in: context.practice, db),
                ways: try Outbox.ways(of: context.patient, in: context.practice, safe, db), offer: offer,
                missed: Reminding.missedYesterday(asked, lastDay: lastDay, today: occasion.today),
                today: occasion.today, frame: try context.frame(db), secret: context.formSecret,
                language: context.language)
        }
    }

    private func timesPage(_ context: PatientContext, _ form: Form? = nil) async throws -> ReminderTimesPage {
        try await look(context, at: clock.occasion) { db in
            ReminderTimesPage(
                wishes: try Outbox.reminders(of: context.patient, in: context.practice, db).wishes, form: form,
                frame: try context.frame(db), secret: context.formSecret, language: context.language)
        }
    }

    func look<Value: Sendable>(
        _ context: PatientContext, at occasion: Occasion, _ look: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await store.look(
            leaving: Audit.Entry(.looked, "reminders", of: context.patient, in: context.practice, by: context.actor),
            at: occasion, look)
    }
}
