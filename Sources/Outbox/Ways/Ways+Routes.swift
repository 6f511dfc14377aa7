import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web
import WebPush

/// The addresses among the doors of ``ReminderRoutes``.
///
/// - `GET  /reminders/mail`, `GET /reminders/phone`, `POST /reminders/address`
/// - `GET  /reminders/code`, `POST /reminders/code`
/// - `POST /reminders/push`
extension ReminderRoutes {
    @Sendable func address(
        _ channel: Outbox.Channel, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        guard offer.channels.contains(channel) else { return .see("/reminders") }
        return try await addressPage(channel, "", context).page.response(from: request, context: context)
    }

    private func addressPage(
        _ channel: Outbox.Channel, _ typed: String, _ context: PatientContext
    ) async throws -> AddressPage {
        let frame = try await store.read { try context.frame($0) }
        return AddressPage(
            channel: channel, typed: typed, frame: frame, secret: context.formSecret, language: context.language)
    }

    @Sendable func ask(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        guard let safe, let channel = form["way"].flatMap(Outbox.Channel.init), channel != .push,
            offer.channels.contains(channel)
        else { return .see("/reminders") }
        let typed = form["address"] ?? ""
        let address =
            channel == .mail ? Outbox.MailAddress(typed: typed)?.text : Outbox.PhoneNumber(typed: typed)?.text
        guard let address else {
            let sentence = channel == .mail ? ReminderWords.mailWrong : ReminderWords.phoneWrong
            return try await again(sentence, channel, typed, request, context)
        }
        let (occasion, code) = (clock.occasion, Outbox.Code.text(SignIn.random(8)))
        let way = try await store.write { db in
            let way = try Outbox.ask(
                address, on: channel, of: owner(context), code: code, safe, at: occasion, db)
            if way != nil { try record("address for reminders", context, at: occasion, db) }
            return way
        }
        guard way != nil else { return try await again(ReminderWords.tooOften, channel, typed, request, context) }
        return .see("/reminders/code")
    }

    private func again(
        _ sentence: Sentence, _ channel: Outbox.Channel, _ typed: String, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        var page = try await addressPage(channel, typed, context)
        page.problems = [Problem("address", sentence)]
        return unprocessable(page.page, request, context)
    }

    func codePage(_ context: PatientContext) async throws -> CodePage {
        let safe = safe
        return try await look(context, at: clock.occasion) { db in
            CodePage(
                way: try Outbox.ways(of: context.patient, in: context.practice, safe, db).first {
                    $0.confirmedAt == nil
                }, frame: try context.frame(db), secret: context.formSecret, language: context.language)
        }
    }

    @Sendable func confirm(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        let occasion = clock.occasion
        let typed = (form["code"] ?? "").filter { $0 != " " }
        let answer = try await store.write { db in
            let answer = try Outbox.confirm(
                typed, of: context.patient, in: context.practice, at: occasion.now, db)
            if case .right(let channel) = answer { try turnOn(channel, context, at: occasion, db) }
            return answer
        }
        let sentence: Sentence
        switch answer {
        case .right: return .see("/reminders")
        case .wrong: sentence = ReminderWords.codeWrong
        case .over: sentence = ReminderWords.codeOver
        }
        var page = try await codePage(context)
        page.problems = [Problem("code", sentence)]
        return unprocessable(page.page, request, context)
    }

    @Sendable func subscribe(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        guard let safe, let push = offer.push else { return .see("/reminders") }
        let subscription: PushSubscription
        do throws(PushFailure) {
            subscription = try PushSubscription(
                form["endpoint"] ?? "", publicKey: form["key"] ?? "", secret: form["auth"] ?? "", among: push.hosts)
        } catch {
            return try await again(Problem("push", ReminderWords.noDevice), request, context)
        }
        let occasion = clock.occasion
        try await store.write { db in
            try Outbox.keep(subscription: subscription.text, of: owner(context), safe, at: occasion, db)
            try record("address for reminders", context, at: occasion, db)
            try turnOn(.push, context, at: occasion, db)
        }
        return .see("/reminders")
    }
}
