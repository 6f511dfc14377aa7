import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /practice/templates`       the texts with which an answer begins
/// - `POST /practice/templates`       a text of the practice's own, instead of ours or beside it
/// - `POST /practice/templates/end`   back to ours
package struct TemplateRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("practice/templates")
            .get(for: .keepTemplates) { _, context in try await page(context).page }
            .form(for: .keepTemplates, use: keep)
            .form("end", for: .keepTemplates, use: end)
    }

    @Sendable private func keep(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        guard let situation = form["situation"].flatMap({ Situation(rawValue: $0) }) else { throw StaleForm() }
        let (title, body) = (form["title"] ?? "", form["body"] ?? "")
        let problems = Self.problems(situation, title, body)
        guard problems.isEmpty else {
            var page = try await page(context)
            page.draft = .init(
                situation: situation, id: form["template"] ?? "", title: String(title.unicodeScalars.prefix(80)),
                body: String(body.unicodeScalars.prefix(2000)), problems: problems)
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        let number: ID<Worklist.OwnTextMark> = try form.formNumber()
        let asked = form["template"].flatMap { ID<Worklist.OwnTextMark>($0) }
        let occasion = clock.occasion
        try await store.write { [actor = context.actor, practice = context.practice, worker = context.worker] db in
            let known = try Worklist.ownTexts(in: practice, db)
            let before =
                known.first { $0.id == asked }
                ?? known.first { $0.situation == situation && situation != .own }
            try Worklist.keep(
                .init(id: before?.id ?? number, situation: situation, title: title, body: body), by: worker,
                in: practice, at: occasion.now, db)
            try Audit.record(Audit.Entry(.changed, "template", in: practice, by: actor), at: occasion, db)
        }
        return .see("/practice/templates")
    }

    @Sendable private func end(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        guard let text = form["template"].flatMap({ ID<Worklist.OwnTextMark>($0) }) else { throw StaleForm() }
        let occasion = clock.occasion
        try await store.write { [actor = context.actor, practice = context.practice] db in
            guard try Worklist.remove(text, in: practice, db) == 1 else { throw NotFound() }
            try Audit.record(Audit.Entry(.changed, "template", in: practice, by: actor), at: occasion, db)
        }
        return .see("/practice/templates")
    }

    /// Patients will read it, so it passes the gate for patients, with an example filled in.
    private static func problems(_ situation: Situation, _ title: String, _ body: String) -> [Problem] {
        var problems: [Problem] = []
        if situation == .own, !(1...Worklist.OwnText.longestTitle).contains(title.codePoints) {
            problems.append(Problem("title", TemplateWords.needName))
        }
        guard (1...Worklist.OwnText.longestBody).contains(body.codePoints) else {
            return problems + [Problem("body", TemplateWords.needText)]
        }
        if let place = Filling.unknownPlaces(in: body).first {
            return problems + [Problem("body", TemplateWords.unknownPlace(place))]
        }
        let report = Readability.check(Filling.example.fill(body))
        if let sentence = report.longSentences.first {
            problems.append(Problem("body", TemplateWords.sentenceTooLong(sentence)))
        } else if let word = report.jargon.first {
            problems.append(Problem("body", TemplateWords.hardWord(word.word, word.plain)))
        } else if report.verdict == .needsWork {
            problems.append(Problem("body", TemplateWords.hardToRead))
        }
        return problems
    }

    private func page(_ context: PracticeContext) async throws -> TemplatesPage {
        let occasion = clock.occasion
        return try await store.read { db in
            let counts = try Worklist.counts(in: context.practice, at: occasion.now, since: occasion.now, db)
            return TemplatesPage(
                frame: context.frame(open: counts[.open, default: 0]),
                own: try Worklist.ownTexts(in: context.practice, db), number: occasion.newID(),
                language: context.language)
        }
    }
}
