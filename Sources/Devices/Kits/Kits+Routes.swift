import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /kits?show=`               every kit and who has it
/// - `POST /kits`                     find one; what is typed never stands in an address
/// - `GET  /kits/:number/card`        one kit
/// - `POST /kits/:number/steps`       something happened to it
/// - `GET  /kits/:number/agreement`   what the patient puts a name under, on A4
package struct KitsRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("kits")
            .get(for: .seeKits, use: list)
            .form(for: .seeKits, use: find)
            .get(":number/card", for: .seeKits) { request, context in try await card(request, context).page }
            .form(":number/steps", for: .keepKits, use: take)
            .get(":number/agreement", for: .seeKits, use: agreement)
    }

    @Sendable private func list(_ request: Request, _ context: PracticeContext) async throws -> Page {
        let show = request.uri.queryParameters["show"].flatMap { Devices.Group(rawValue: String($0)) }
        return try await look("kits", context) { db, today in
            try Devices.overview(show, in: context.practice, on: today, db)
        } page: {
            KitsPage(
                overview: $0, frame: context.frame(), show: show,
                saved: request.uri.queryParameters["done"] != nil ? .something : .nothing, language: context.language
            ).page
        }
    }

    @Sendable private func find(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        let typed = String((form["q"] ?? "").prefix(60))
        return try await look("kits", context) { db, today in
            try Devices.overview(finding: typed, in: context.practice, on: today, db)
        } page: {
            KitsPage(overview: $0, frame: context.frame(), show: nil, typed: typed, language: context.language).page
        }.response(from: request, context: context)
    }

    private func look<Value: Sendable>(
        _ object: String, _ context: PracticeContext, _ find: @escaping @Sendable (Transaction, Day) throws -> Value,
        page: (Value) -> Page
    ) async throws -> Page {
        let occasion = clock.occasion
        let found = try await store.look(
            leaving: Audit.Entry(.looked, object, in: context.practice, by: context.actor), at: occasion
        ) { try find($0, occasion.today) }
        return page(found)
    }

    private func card(_ request: Request, _ context: PracticeContext) async throws -> KitCardPage {
        let (number, occasion) = (try context.kitInAddress(), clock.occasion)
        let card = try await store.read { db in
            guard let card = try Devices.card(number, in: context.practice, db) else { throw NotFound() }
            return card
        }
        // Whose kit it is stands on the page, so the line is about them.
        try await store.line(
            Audit.Entry(.looked, "kit", of: card.holder?.patient, in: context.practice, by: context.actor), at: occasion
        )
        return KitCardPage(
            card: card, frame: context.frame(), number: occasion.newID(),
            address: request.address(of: KitPath.label(number)), today: occasion.today, language: context.language,
            saved: request.uri.queryParameters["done"] != nil ? .something : .nothing)
    }

    @Sendable private func take(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        let (number, occasion) = (try context.kitInAddress(), clock.occasion)
        guard try await store.read({ try Devices.kit(number, in: context.practice, $0) }) != nil else {
            throw NotFound()
        }
        guard let step = form["step"].flatMap({ Devices.Step(rawValue: $0) }), let seen = form.number("seen"),
            ![.reserve, .lend, .recall].contains(step)
        else { throw StaleForm() }
        let act = Devices.Act(
            step, as: try form.formNumber(), by: context.worker,
            ticked: Set(form.all("tick").compactMap { Devices.Item(rawValue: $0) }),
            note: String((form["note"] ?? "").unicodeScalars.prefix(500)))
        let dueOn = step == .extend ? form["due"].flatMap { Day($0) } : nil
        if let problem = Self.problem(act, dueOn, today: occasion.today) {
            var page = try await card(request, context)
            page.problems = [problem]
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        try await store.write { db in
            try Self.take(act, number, seen: seen, dueOn, context, at: occasion, db)
        }
        return .see("\(KitPath.card(number))?done=1")
    }

    private static func problem(_ act: Devices.Act, _ dueOn: Day?, today: Day) -> Problem? {
        switch act.step {
        case .extend:
            let isRight = dueOn.map { $0 > today && $0 <= today.adding(Devices.loanDaysAllowed.upperBound) } ?? false
            return isRight ? nil : Problem("due", KitWords.needDay)
        case .check:
            return act.ticked.isSuperset(of: Devices.Item.beforeLending) ? nil : Problem("tick", KitWords.needTicks)
        default: return nil
        }
    }

    private static func take(
        _ act: Devices.Act, _ number: KitNumber, seen: Int, _ dueOn: Day?, _ context: PracticeContext,
        at occasion: Occasion, _ db: Transaction
    ) throws {
        let practice = context.practice
        guard let kit = try Devices.kit(number, in: practice, db) else { throw NotFound() }
        if try Devices.isDone(act, with: kit.id, in: practice, db) { return }
        guard kit.version == seen else { throw ChangedMeanwhile() }
        let patient = try Devices.openLoan(of: kit.id, in: practice, db)
        if act.step == .clear { try Devices.settle(kit.id, by: act.by, in: practice, at: occasion.now, db) }
        try Devices.take(act, with: kit, in: practice, at: occasion, db)
        if let dueOn, let patient { try Devices.prolong(patient.loan, until: dueOn, in: practice, db) }
        try Audit.record(
            Audit.Entry(
                .changed, patient == nil ? "kit" : "loan", of: patient?.patient, in: practice, by: context.actor),
            at: occasion, db)
    }

    @Sendable private func agreement(_ request: Request, _ context: PracticeContext) async throws -> Page {
        let (number, occasion) = (try context.kitInAddress(), clock.occasion)
        let found = try await store.read { db -> (Devices.Card, Devices.Holder, String)? in
            guard let card = try Devices.card(number, in: context.practice, db), let holder = card.holder,
                let name = try Identity.patient(holder.patient, in: context.practice, db)?.fullName
            else { return nil }
            return (card, holder, name)
        }
        guard let (card, holder, name) = found else { throw NotFound() }
        try await store.line(
            Audit.Entry(.looked, "agreement", of: holder.patient, in: context.practice, by: context.actor),
            at: occasion)
        let practice = try await store.read { try Identity.practice(context.practice, $0) }
        guard let practice else { throw NotFound() }
        return AgreementPage(
            card: card, holder: holder, name: name, practice: practice, today: occasion.today
        ).page
    }
}

extension RequestContext {
    /// The kit whose number stands in the address.
    ///
    /// - Throws: ``NotFound`` for what is no number of a kit
    func kitInAddress() throws -> KitNumber {
        guard let number = KitNumber(try parameters.require("number")) else { throw NotFound() }
        return number
    }
}

extension Request {
    /// A path as somebody at home reaches it; only a demonstration on this machine goes without TLS.
    func address(of path: String) -> String {
        let host = head.authority ?? "localhost"
        let name = host.prefix { $0 != ":" }
        return "\(name == "localhost" || name == "127.0.0.1" ? "http" : "https")://\(host)\(path)"
    }
}

extension Store {
    /// Leaves a line of something that was seen just now; nothing is shown without it.
    func line(_ entry: Audit.Entry, at occasion: Occasion) async throws {
        try await look(leaving: entry, at: occasion) { _ in }
    }
}
