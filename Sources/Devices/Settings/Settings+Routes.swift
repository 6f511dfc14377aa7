import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /kits/settings`              kinds of kits, and models that are validated
/// - `POST /kits/settings/kinds`        a kind of our own, or another term for one
/// - `POST /kits/settings/models`       a model stands on a list
/// - `POST /kits/settings/models/end`   it does not any more
/// - `GET  /kits/recalls`               what is called back
/// - `POST /kits/recalls`               call back a model
/// - `POST /kits/recalls/:recall/end`   that is over
package struct KitSettingsRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("kits/settings")
            .get(for: .keepKits) { _, context in try await settings([], nil, context) }
            .form("kinds", for: .keepKits, use: keepKind)
            .form("models", for: .keepKits, use: keepModel)
            .form("models/end", for: .keepKits, use: strike)
        practice.group("kits/recalls")
            .get(for: .keepKits) { _, context in try await recalls([], nil, context) }
            .form(for: .keepKits, use: callBack)
            .form(":recall/end", for: .keepKits, use: endRecall)
    }

    private func settings(_ problems: [Problem], _ form: Form?, _ context: PracticeContext) async throws -> Page {
        try await store.read { db in
            KitSettingsPage(
                kinds: try Devices.kinds(in: context.practice, db),
                models: try Devices.validated(in: context.practice, db).values.sorted { $0.model < $1.model },
                frame: context.frame(), problems: problems, form: form, today: clock.occasion.today,
                language: context.language)
        }.page
    }

    @Sendable private func keepKind(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let kinds = try await store.read { try Devices.kinds(in: context.practice, $0) }
        let known = kinds.first { $0.code == form["code"] }
        let name = form["name"] ?? ""
        let parts = known?.parts ?? form.all("part").compactMap { Devices.Part(rawValue: $0) }
        let days = form.number("days")
        var problems: [Problem] = []
        if !(1...60).contains(name.codePoints) { problems.append(Problem("name", SettingWords.needName)) }
        if parts.isEmpty { problems.append(Problem("part", SettingWords.needPart)) }
        if !days.map(Devices.loanDaysAllowed.contains, or: false) {
            problems.append(Problem("days", SettingWords.needDays))
        }
        let isTaken = kinds.contains { $0.name.folded == name.folded && $0.code != known?.code }
        if isTaken { problems.append(Problem("name", SettingWords.nameTaken)) }
        guard problems.isEmpty, let days else {
            return try await again(settings(problems, form, context), request, context)
        }
        let (occasion, code) = (clock.occasion, known?.code ?? "own-\(name.folded.lowercased())")
        try await keep(context, at: occasion) { db in
            try Devices.keep(
                .init(code: code, name: name, parts: parts, loanDays: days), by: context.worker, in: context.practice,
                at: occasion.now, db)
        }
        return .see("/kits/settings")
    }

    @Sendable private func keepModel(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let (model, list) = (form["model"] ?? "", form["list"] ?? "")
        let since = form["since"].flatMap { Day($0) }
        var problems: [Problem] = []
        if !(1...80).contains(model.codePoints) || model.folded.isEmpty {
            problems.append(Problem("model", SettingWords.needModel))
        }
        if !(1...200).contains(list.codePoints) { problems.append(Problem("list", SettingWords.needList)) }
        if since == nil { problems.append(Problem("since", KitWords.wrongDay)) }
        guard problems.isEmpty, let since else {
            return try await again(settings(problems, form, context), request, context)
        }
        let occasion = clock.occasion
        try await keep(context, at: occasion) { db in
            try Devices.keep(
                .init(model, on: list, since: since), by: context.worker, in: context.practice, at: occasion.now, db)
        }
        return .see("/kits/settings")
    }

    @Sendable private func strike(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response
    {
        guard let model = form["model"] else { throw StaleForm() }
        try await keep(context, at: clock.occasion) { try Devices.strike(model, in: context.practice, $0) }
        return .see("/kits/settings")
    }

    private func keep(
        _ context: PracticeContext, at occasion: Occasion, _ change: @escaping @Sendable (Transaction) throws -> Void
    ) async throws {
        try await store.write { [actor = context.actor, practice = context.practice] db in
            try change(db)
            try Audit.record(Audit.Entry(.changed, "kit settings", in: practice, by: actor), at: occasion, db)
        }
    }

    private func recalls(_ problems: [Problem], _ form: Form?, _ context: PracticeContext) async throws -> Page {
        let occasion = clock.occasion
        return try await store.read { db in
            RecallsPage(
                standings: try Devices.standing(in: context.practice, db), frame: context.frame(), problems: problems,
                form: form, number: occasion.newID(), today: occasion.today, language: context.language)
        }.page
    }

    @Sendable private func callBack(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let (model, reason) = (form["model"] ?? "", form["reason"] ?? "")
        let (from, to) = (form["from"] ?? "", form["to"] ?? "")
        var problems: [Problem] = []
        if !(1...80).contains(model.codePoints) || model.folded.isEmpty {
            problems.append(Problem("model", SettingWords.needModel))
        }
        if from.codePoints > 80 { problems.append(Problem("from", KitWords.tooLong)) }
        if to.codePoints > 80 { problems.append(Problem("to", KitWords.tooLong)) }
        if !(1...500).contains(reason.codePoints) { problems.append(Problem("reason", SettingWords.needReason)) }
        guard problems.isEmpty else { return try await again(recalls(problems, form, context), request, context) }
        let occasion = clock.occasion
        let recall = Devices.Recall(
            id: try form.formNumber(), model: model, serials: .init(from: from, to: to), reason: reason,
            startedAt: occasion.now)
        try await keep(context, at: occasion) { db in
            try Devices.callBack(recall, by: context.worker, in: context.practice, at: occasion, db)
        }
        return .see("/kits/recalls")
    }

    @Sendable private func endRecall(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        guard let recall = ID<Devices.RecallMark>(try context.parameters.require("recall")),
            try await store.read({ try Devices.isThere(recall, in: context.practice, $0) })
        else { throw NotFound() }
        let occasion = clock.occasion
        try await keep(context, at: occasion) { db in
            _ = try Devices.end(recall, by: context.worker, in: context.practice, at: occasion, db)
        }
        return .see("/kits/recalls")
    }

    private func again(_ page: Page, _ request: Request, _ context: PracticeContext) -> Response {
        var response = page.response(from: request, context: context)
        response.status = .unprocessableContent
        return response
    }
}

extension Optional {
    fileprivate func map<Value>(_ change: (Wrapped) -> Value, or other: Value) -> Value { map(change) ?? other }
}
