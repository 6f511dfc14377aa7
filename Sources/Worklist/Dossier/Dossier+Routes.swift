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
            String, ID<Form>, ID<Patient>, ID<Practice>, [Worklist.Family], ID<Worker>, Occasion
        ) async throws -> Void
    package typealias Explains =
        @Sendable (
            _ what: String, _ why: String, ID<Form>, ID<Patient>, ID<Practice>, ID<Worker>, Occasion
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

    package func mount(on practice: RouterGroup<PracticeContext>) {
        practice.group("patients")
            .get { _, context in try await patients("", context) }
            .form(use: find)
            .get(":patient", use: show)
            .get(":patient/message", use: write)
            .form(":patient/messages", use: send)
            .form(":patient/draft", use: check)
            .form(":patient/readability", use: report)
            .form(":patient/medication", use: explain)
            .form(":patient/readings/:reading/status", use: settle)
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
            page.draft = Template.all(for: page.dossier).first { $0.name == start }?.text ?? ""
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
        let html = ReadabilityReport(form["text"] ?? "", in: context.language).html
        return Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes)))
    }

    @Sendable private func send(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        let text = form["text"] ?? ""
        let patient = try patientID(context)
        if let sentence = text.isEmpty ? MessageWords.empty : text.codePoints > 2000 ? MessageWords.tooLong : nil {
            var page = try await messagePage(context, draft: text)
            page.problems = [Problem("text", sentence)]
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        try await mustExist(patient, context)
        try await stories.answers(
            text, try form.formNumber(), patient, context.practice, [.pressure, .question, .silence], context.worker,
            clock.occasion)
        return .see("/worklist?sent=1")
    }

    @Sendable private func explain(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let (what, why) = (form["what"] ?? "", form["why"] ?? "")
        var problems: [Problem] = []
        if what.isEmpty || what.codePoints > 120 { problems.append(Problem("what", DossierWords.needWhat)) }
        if why.isEmpty || why.codePoints > 500 { problems.append(Problem("why", DossierWords.needWhy)) }
        let patient = try patientID(context)
        guard problems.isEmpty else {
            var page = try await dossierPage(context, .all)
            page.draft = .init(what: what, why: why, problems: problems)
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        try await mustExist(patient, context)
        try await stories.explains(
            what, why, try form.formNumber(), patient, context.practice, context.worker, clock.occasion)
        return .see("/patients/\(patient)#medication")
    }

    @Sendable private func settle(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let patient = try patientID(context)
        guard let reading = ID<Reading>(try context.parameters.require("reading")) else { throw NotFound() }
        guard let status = form["status"].flatMap({ Status(rawValue: $0) }), status != .unconfirmed else {
            throw StaleForm()
        }
        let settled = try await stories.settles(
            reading, status, patient, context.practice, context.actor, clock.occasion)
        guard settled != nil else { throw NotFound() }
        return .see("/patients/\(patient)")
    }

    private func patientID(_ context: PracticeContext) throws -> ID<Patient> {
        guard let id = ID<Patient>(try context.parameters.require("patient")) else { throw NotFound() }
        return id
    }

    private func mustExist(_ patient: ID<Patient>, _ context: PracticeContext) async throws {
        let found = try await store.read { try Identity.patient(patient, in: context.practice, $0) }
        guard found != nil else { throw NotFound() }
    }

    private func dossierPage(_ context: PracticeContext, _ show: Worklist.Show) async throws -> DossierPage {
        let occasion = clock.occasion
        let (dossier, frame) = try await look(context, at: occasion)
        return DossierPage(
            dossier: dossier, frame: frame, number: occasion.newID(), show: show, now: occasion.now,
            language: context.language)
    }

    private func messagePage(_ context: PracticeContext, draft: String) async throws -> MessagePage {
        let occasion = clock.occasion
        let (dossier, frame) = try await look(context, at: occasion)
        return MessagePage(
            dossier: dossier, frame: frame, number: occasion.newID(), language: context.language, draft: draft)
    }

    private func look(
        _ context: PracticeContext, at occasion: Occasion
    ) async throws -> (Worklist.Dossier, WorkFrame) {
        let patient = try patientID(context)
        try await mustExist(patient, context)
        return try await store.look(
            leaving: Audit.Entry(.looked, "record", of: patient, in: context.practice, by: context.actor), at: occasion
        ) { db in
            guard let dossier = try Worklist.dossier(of: patient, in: context.practice, on: occasion.today, db) else {
                throw NotFound()
            }
            return (dossier, try frame(context, at: occasion, db))
        }
    }

    private func frame(_ context: PracticeContext, at occasion: Occasion, _ db: Transaction) throws -> WorkFrame {
        let counts = try Worklist.counts(in: context.practice, at: occasion.now, since: occasion.now, db)
        return context.frame(open: counts[.open, default: 0])
    }
}
