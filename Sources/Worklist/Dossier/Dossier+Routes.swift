import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// What happens when a practice acts on a patient; the stories are told above the slices.
package struct DossierStories: Sendable {
    package typealias Answers =
        @Sendable (
            String, ID<Form>, ID<Patient>, ID<Practice>, [Worklist.Family], Audit.Actor, Occasion
        ) async throws -> Void
    package typealias Explains =
        @Sendable (
            _ what: String, _ why: String, ID<Form>, ID<Patient>, ID<Practice>, Audit.Actor, Occasion
        ) async throws -> Void
    package typealias Settles =
        @Sendable (
            ID<Reading>, Status, ID<Patient>, ID<Practice>, Audit.Actor, Occasion
        ) async throws -> Reading?

    let answers: Answers
    let explains: Explains
    let settles: Settles

    package init(answers: @escaping Answers, explains: @escaping Explains, settles: @escaping Settles) {
        self.answers = answers
        self.explains = explains
        self.settles = settles
    }
}

/// - `GET  /patients`                                   the first patients, by name
/// - `POST /patients`                                   find a patient; what is typed never stands in an address
/// - `GET  /patients/:patient?show=`                    the record
/// - `GET  /patients/:patient/message?start=`           write an answer
/// - `POST /patients/:patient/messages`                 send it
/// - `POST /patients/:patient/draft`                    look at it once more
/// - `POST /patients/:patient/readability`              the report alone
/// - `POST /patients/:patient/medication`               what changed, and why
/// - `POST /patients/:patient/readings/:reading/status` it counts, or it was a mistake
package struct DossierRoutes: Sendable {
    private let store: Store
    private let clock: Clock
    private let stories: DossierStories

    package init(store: Store, clock: Clock, stories: DossierStories) {
        self.store = store
        self.clock = clock
        self.stories = stories
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("patients")
            .get(for: .findPatient) { _, context in try await patients("", context) }
            .form(for: .findPatient, use: find)
            .get(":patient", for: .openRecord, use: show)
            .get(":patient/message", for: .writeToPatient, use: write)
            .form(":patient/messages", for: .writeToPatient, use: send)
            .form(":patient/draft", for: .writeToPatient, use: check)
            .form(":patient/readability", for: .writeToPatient, use: report)
            .form(":patient/medication", for: .explainMedication, use: explain)
            .form(":patient/readings/:reading/status", for: .settleReading, use: settle)
    }

    @Sendable private func find(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        try await patients(String((form["q"] ?? "").prefix(60)), context).response(from: request, context: context)
    }

    private func patients(_ typed: String, _ context: PracticeContext) async throws -> Page {
        let occasion = clock.occasion
        return try await store.look(
            leaving: Audit.Entry(.looked, "patients", in: context.practice, by: context.actor), at: occasion
        ) { db in
            PatientsPage(
                frame: try frame(context, at: occasion, db), typed: typed,
                found: try Worklist.find(typed, in: context.practice, db), today: occasion.today,
                language: context.language)
        }.page
    }

    @Sendable private func show(_ request: Request, _ context: PracticeContext) async throws -> Page {
        let show = request.uri.queryParameters["show"].flatMap { Worklist.Show(rawValue: String($0)) } ?? .all
        return try await dossierPage(context, show).page
    }

    @Sendable private func write(_ request: Request, _ context: PracticeContext) async throws -> Page {
        var page = try await messagePage(context, draft: "")
        if let start = request.uri.queryParameters["start"] {
            page.draft = page.starts.first { $0.name == start }?.text ?? ""
            if !page.draft.isEmpty { page.focus = .send }
        }
        return page.page
    }

    @Sendable private func check(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response
    {
        try await messagePage(context, draft: form["text"] ?? "").page.response(from: request, context: context)
    }

    @Sendable private func report(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        _ = try await subject(context)
        let html = ReadabilityReport(form["text"] ?? "", in: context.language).html
        return Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes)))
    }

    @Sendable private func send(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        let text = form["text"] ?? ""
        if let sentence = text.isEmpty ? MessageWords.empty : text.codePoints > 2000 ? MessageWords.tooLong : nil {
            var page = try await messagePage(context, draft: text)
            page.problems = [Problem("text", sentence)]
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        let subject = try await subject(context)
        let families: [Worklist.Family] = [.pressure, .question, .silence]
        let (occasion, practice) = (clock.occasion, context.practice)
        let next = try await store.ask {
            try Worklist.next(after: subject.patient, closing: families, in: practice, at: occasion.now, $0)
        }
        try await stories.answers(
            text, try form.formNumber(), subject.patient, subject.practice, families, context.actor(about: subject),
            occasion)
        return .see("/worklist?sent=1\(next.map { "&item=\($0)" } ?? "")")
    }

    @Sendable private func explain(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let (what, why) = (form["what"] ?? "", form["why"] ?? "")
        var problems: [Problem] = []
        if what.isEmpty || what.codePoints > 120 { problems.append(Problem("what", DossierWords.needWhat)) }
        if why.isEmpty || why.codePoints > 500 { problems.append(Problem("why", DossierWords.needWhy)) }
        guard problems.isEmpty else {
            var page = try await dossierPage(context, .all)
            page.draft = .init(what: what, why: why, problems: problems)
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        let subject = try await subject(context)
        try await stories.explains(
            what, why, try form.formNumber(), subject.patient, subject.practice, context.actor(about: subject),
            clock.occasion)
        return .see("/patients/\(subject.patient)#medication")
    }

    @Sendable private func settle(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let subject = try await subject(context)
        guard let reading = ID<Reading>(try context.parameters.require("reading")) else { throw NotFound() }
        guard let status = form["status"].flatMap({ Status(rawValue: $0) }), status != .unconfirmed else {
            throw StaleForm()
        }
        let settled = try await stories.settles(
            reading, status, subject.patient, subject.practice, context.actor(about: subject), clock.occasion)
        guard settled != nil else { throw NotFound() }
        return .see("/patients/\(subject.patient)")
    }

    /// The patient of the address, on the ground on which this may be done.
    private func subject(_ context: PracticeContext) async throws -> Identity.Subject {
        let (patient, now) = (try context.patientInAddress(), clock.occasion.now)
        return try await store.read { try context.subject(patient, at: now, $0) }
    }

    private func dossierPage(_ context: PracticeContext, _ show: Worklist.Show) async throws -> DossierPage {
        let occasion = clock.occasion
        let (dossier, subject, frame) = try await look(context, at: occasion)
        return DossierPage(
            dossier: dossier, subject: subject, frame: frame, number: occasion.newID(), show: show, now: occasion.now,
            language: context.language)
    }

    private func messagePage(_ context: PracticeContext, draft: String) async throws -> MessagePage {
        let occasion = clock.occasion
        let (dossier, subject, frame) = try await look(context, at: occasion)
        let own = try await store.ask { try Worklist.ownTexts(in: subject.practice, $0) }
        return MessagePage(
            dossier: dossier, frame: frame, number: occasion.newID(), starts: Template.all(for: dossier, own),
            language: context.language, draft: draft)
    }

    /// A line about somebody who is not a patient of theirs would itself tell something, so the ground is found first.
    private func look(
        _ context: PracticeContext, at occasion: Occasion
    ) async throws -> (Worklist.Dossier, Identity.Subject, WorkFrame) {
        let subject = try await subject(context)
        return try await store.look(
            leaving: Audit.Entry(
                .looked, "record", of: subject.patient, in: subject.practice, by: context.actor(about: subject)),
            at: occasion
        ) { db in
            guard
                let dossier = try Worklist.dossier(
                    of: subject.patient, in: subject.practice, on: occasion.today, db)
            else { throw NotFound() }
            return (dossier, subject, try frame(context, at: occasion, db))
        }
    }

    private func frame(_ context: PracticeContext, at occasion: Occasion, _ db: Transaction) throws -> WorkFrame {
        let counts = try Worklist.counts(in: context.practice, at: occasion.now, since: occasion.now, db)
        return context.frame(open: counts[.open, default: 0])
    }
}
