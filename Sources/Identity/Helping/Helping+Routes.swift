import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Storage
import Web

/// - `GET  /helping`                       for who helps: whom, with what, and until when
/// - `POST /helping/choice`                for another one they help
/// - `POST /helping/join`                  a second invitation, for the account there is
/// - `GET  /helpers`                       for the patient: who may look
/// - `POST /helpers`                       somebody helps me; the answer shows the code to give them
/// - `POST /helpers/:helper/end`           no more
/// - `POST /sharing`                       share with a hospital
/// - `POST /sharing/:sharing/end`          no more
package struct HelpingRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.group("helping")
            .get(for: .seeMandate) { _, context in try await helping(context).page }
            .form("choice", for: .chooseMandate, use: choose)
            .form("join", for: .joinMandate, use: join)
        patient.group("helpers")
            .get(for: .decideWhoMay) { _, context in try await page([], nil, context) }
            .form(for: .decideWhoMay, use: invite)
            .form(":helper/end", for: .decideWhoMay, use: end)
        patient.group("sharing")
            .form(for: .decideWhoMay, use: share)
            .form(":sharing/end", for: .decideWhoMay, use: endSharing)
    }

    private func helping(_ context: PatientContext) async throws -> MandatePage {
        guard let mandate = context.visitor.mandate else { throw NotFound() }
        let occasion = clock.occasion
        let (frame, everybody) = try await store.read { db in
            (
                try context.frame(db),
                try Helping.everybody(helpedBy: context.visitor.signIn, at: occasion.now, db)
            )
        }
        return MandatePage(
            mandate: mandate, everybody: everybody, secret: context.formSecret, may: context.may, frame: frame,
            today: occasion.today, language: context.language)
    }

    /// Only among those who let them; the name of the chosen one stands on every page from here on.
    @Sendable private func choose(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response
    {
        guard let proxy = form["proxy"].flatMap({ ID<Audit.Proxy>($0) }) else { throw StaleForm() }
        let (visitor, now) = (context.visitor, clock.occasion.now)
        try await store.write { db in
            let everybody = try Helping.everybody(helpedBy: visitor.signIn, at: now, db)
            guard let chosen = everybody.first(where: { $0.proxy == proxy }) else { throw NotFound() }
            try Helping.choose(chosen, in: visitor.tokenHash, db)
        }
        return .see("/helping")
    }

    @Sendable private func join(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        guard try await joined(form, context) else {
            var page = try await helping(context)
            page.problems = [Problem("code", HelpingWords.wrongCode)]
            page.form = form
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        return .see("/helping")
    }

    /// A code that made an account already is of no use here, and neither is a patient's own.
    private func joined(_ form: Form, _ context: PatientContext) async throws -> Bool {
        let (occasion, visitor) = (clock.occasion, context.visitor)
        guard let code = form["code"].flatMap({ ActivationCode(typed: $0) }),
            let bornOn = form.birthday(before: occasion.today)
        else { return false }
        let passage = context.actor.passage
        return try await store.write { db in
            guard let found = try Activation.find(code, bornOn: bornOn, at: occasion.now, db) else {
                guard let letter = try Activation.tried(code, db) else { return false }
                try Audit.record(
                    Audit.Entry(.refused, "letter", of: letter.patient, in: letter.practice, by: context.actor),
                    at: occasion, db)
                return false
            }
            // A code that was right is not used up by being tried here.
            try Activation.forgive(found, db)
            guard case .proxy(let proxy) = found.person, found.signIn == nil else { return false }
            guard try Activation.use(found, at: occasion.now, db) else { return false }
            try Helping.join(proxy, of: found.practice, to: visitor.signIn, at: occasion.now, db)
            try Audit.record(
                Audit.Entry(
                    .changed, "account", in: found.practice,
                    by: Audit.Actor(.proxy(proxy), role: visitor.role.rawValue, through: passage)), at: occasion, db)
            return true
        }
    }

    private func page(_ problems: [Problem], _ form: Form?, _ context: PatientContext) async throws -> Page {
        let occasion = clock.occasion
        return try await store.look(
            leaving: Audit.Entry(.looked, "helpers", of: context.patient, in: context.practice, by: context.actor),
            at: occasion
        ) { db in
            HelpersPage(
                helpers: try Helping.helpers(of: context.patient, in: context.practice, at: occasion.now, db),
                sharings: try Helping.sharings(of: context.patient, in: context.practice, at: occasion.now, db),
                others: try Helping.others(of: context.patient, in: context.practice, at: occasion.now, db),
                hospitals: try Helping.hospitals(near: context.practice, db), frame: try context.frame(db),
                problems: problems, form: form, today: occasion.today,
                shareNumber: occasion.newID(), secret: context.formSecret,
                language: context.language)
        }.page
    }

    @Sendable private func invite(
        _ form: Form, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        let occasion = clock.occasion
        switch Helping.Invitation.read(form, today: occasion.today) {
        case .failure(let incomplete):
            var response = try await page(incomplete.problems, form, context).response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        case .success(let invitation):
            let id: ID<Audit.Proxy> = occasion.newID()
            let code = try Activation.newCode()
            try await store.write { db in
                try Helping.add(
                    invitation, as: id, for: context.patient, in: context.practice, from: occasion.now,
                    until: Helping.end(after: invitation.months, from: occasion.today), db)
                try Activation.keep(
                    code, for: ID(of: id), .proxy, in: context.practice, at: occasion.now, db)
                try Audit.record(
                    Audit.Entry(.added, "mandate", of: context.patient, in: context.practice, by: context.actor),
                    at: occasion, db)
            }
            let frame = try await store.read { try context.frame($0) }
            return CodeForHelperPage(
                invitation: invitation, code: code, frame: frame, language: context.language
            ).page.response(from: request, context: context)
        }
    }

    @Sendable private func end(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        guard let helper = ID<Audit.Proxy>(try context.parameters.require("helper")) else { throw NotFound() }
        try await change("mandate", context) { now, db in
            try Helping.end(helper, of: context.patient, in: context.practice, at: now, db)
        }
        return .see("/helpers")
    }

    @Sendable private func share(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        let occasion = clock.occasion
        guard let organisation = form["hospital"].flatMap({ ID<Practice>($0) }),
            let months = form.number("months"), Helping.months.contains(months)
        else { throw StaleForm() }
        try await store.write { db in
            let isNear = try Helping.hospitals(near: context.practice, db).contains { $0.id == organisation }
            guard isNear else { throw NotFound() }
            try Helping.share(
                as: try form.formNumber(), of: context.patient, in: context.practice, with: organisation,
                from: occasion.now, until: Helping.end(after: months, from: occasion.today), db)
            try Audit.record(
                Audit.Entry(.added, "consent", of: context.patient, in: context.practice, by: context.actor),
                at: occasion, db)
        }
        return .see("/helpers")
    }

    @Sendable private func endSharing(
        _ form: Form, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        guard let sharing = ID<Audit.Passage.Basis>(try context.parameters.require("sharing")) else {
            throw NotFound()
        }
        try await change("consent", context) { now, db in
            try Helping.endSharing(sharing, of: context.patient, in: context.practice, at: now, db)
        }
        return .see("/helpers")
    }

    /// Somebody may look no more, from this moment on: every request looks at it.
    private func change(
        _ object: String, _ context: PatientContext,
        _ end: @escaping @Sendable (Instant, Transaction) throws -> Int
    ) async throws {
        let occasion = clock.occasion
        try await store.write { db in
            guard try end(occasion.now, db) == 1 else { throw NotFound() }
            try Audit.record(
                Audit.Entry(.changed, object, of: context.patient, in: context.practice, by: context.actor),
                at: occasion, db)
        }
    }
}
