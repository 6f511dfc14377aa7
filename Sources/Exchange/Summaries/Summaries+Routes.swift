import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import NIOCore
import Storage
import Web

/// - `GET  /summaries?quarter=2026-3&show=`                        what was measured in a quarter, and how far it is
/// - `POST /summaries/approvals`                                   everything plain of a quarter is ready for the record
/// - `POST /summaries/approvals/undo`                              that was a mistake
/// - `POST /summaries/placing`                                     everything that is ready stands in the record
/// - `GET  /summaries/waiting.ndjson`                              what waits for the record, a Bundle a line
/// - `GET  /patients/:patient/summaries`                           of one patient, with the line for the record
/// - `POST /patients/:patient/summaries`                           make one of any period
/// - `POST /patients/:patient/summaries/:summary/approval`         ready for the record
/// - `POST /patients/:patient/summaries/:summary/undo`             not yet after all
/// - `POST /patients/:patient/summaries/:summary/placing`          it stands in the record
/// - `GET  /patients/:patient/summaries/:summary/record.json`      as a record system reads it
package struct SummaryRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("summaries")
            .get(for: .seeSummaries, use: list)
            .form("approvals", for: .approveSummaries, use: approveAll)
            .form("approvals/undo", for: .approveSummaries, use: takeAllBack)
            .form("placing", for: .approveSummaries, use: placeAll)
            .get("waiting.ndjson", for: .approveSummaries, use: waiting)
        practice.group("patients/:patient/summaries")
            .get(for: .summarise) { request, context in
                try await page(context, leaving: .looked).page.response(from: request, context: context)
            }
            .form(for: .summarise, use: make)
            .form(":summary/approval", for: .summarise, use: approve)
            .form(":summary/undo", for: .summarise, use: takeBack)
            .form(":summary/placing", for: .summarise, use: place)
            .get(":summary/record.json", for: .summarise, use: record)
    }

    @Sendable private func list(_ request: Request, _ context: PracticeContext) async throws -> Page {
        let occasion = clock.occasion
        let query = request.uri.queryParameters
        let quarter = query["quarter"].flatMap { Quarter(String($0)) } ?? Quarter(of: occasion.today).before
        let show = query["show"].flatMap { Exchange.SummaryState(rawValue: String($0)) } ?? .ready
        let approval = query["approved"].flatMap { ID<Exchange.ApprovalMark>(String($0)) }
        return try await store.look(
            leaving: Audit.Entry(.looked, "summaries", in: context.practice, by: context.actor), at: occasion
        ) { db in
            let (period, practice) = (Exchange.SummaryPeriod(quarter), context.practice)
            let count = try approval.map {
                try Exchange.approved(as: $0, by: context.worker, in: practice, db).count
            }
            return QuarterPage(
                frame: context.frame(), quarter: quarter, show: show,
                counts: try Exchange.counts(over: period, in: practice, db),
                summaries: try Exchange.summaries(show, over: period, in: practice, most: QuarterPage.most, db),
                plain: try Exchange.plain(over: period, in: practice, most: QuarterPage.most, db).count,
                notice: Self.notice(approval, count, query["placed"].map(String.init)), number: occasion.newID(),
                today: occasion.today, language: context.language)
        }.page
    }

    private static func notice(
        _ approval: ID<Exchange.ApprovalMark>?, _ count: Int?, _ placed: String?
    ) -> QuarterPage.Notice? {
        if let approval, let count, count > 0 { return .approved(count, as: approval) }
        return placed == nil ? nil : .placed
    }

    @Sendable private func approveAll(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        guard let quarter = form["quarter"].flatMap({ Quarter($0) }) else { throw StaleForm() }
        let (occasion, approval): (Occasion, ID<Exchange.ApprovalMark>) = (clock.occasion, try form.formNumber())
        let (practice, worker, name) = (context.practice, context.worker, context.visitor.fullName)
        try await store.write { [actor = context.actor] db in
            let plain = try Exchange.plain(over: .init(quarter), in: practice, most: QuarterPage.most, db)
            for summary in plain {
                let count = try Exchange.approve(
                    summary, as: approval, by: worker, called: name, in: practice, at: occasion, db)
                guard count == 1 else { continue }
                try Audit.record(
                    Audit.Entry(.changed, "summary approved", of: summary.patient, in: practice, by: actor),
                    at: occasion, db)
            }
        }
        return .see("\(SummaryPath.list)?quarter=\(quarter)&approved=\(approval)")
    }

    @Sendable private func takeAllBack(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        guard let quarter = form["quarter"].flatMap({ Quarter($0) }),
            let approval = form["approval"].flatMap({ ID<Exchange.ApprovalMark>($0) })
        else { throw StaleForm() }
        let occasion = clock.occasion
        try await store.write { [actor = context.actor, practice = context.practice, worker = context.worker] db in
            let patients = try Exchange.takeBack(approval, by: worker, in: practice, db)
            guard !patients.isEmpty else { throw NotFound() }
            for patient in patients {
                try Audit.record(
                    Audit.Entry(.changed, "summary taken back", of: patient, in: practice, by: actor), at: occasion, db)
            }
        }
        return .see("\(SummaryPath.list)?quarter=\(quarter)")
    }

    @Sendable private func placeAll(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        guard let quarter = form["quarter"].flatMap({ Quarter($0) }) else { throw StaleForm() }
        let occasion = clock.occasion
        try await store.write { [actor = context.actor, practice = context.practice, worker = context.worker] db in
            let ready = try Exchange.summaries(
                .approved, over: .init(quarter), in: practice, most: QuarterPage.most, db)
            for summary in ready {
                _ = try Exchange.place(summary.id, by: worker, in: practice, at: occasion.now, db)
                try Audit.record(
                    Audit.Entry(.changed, "summary placed", of: summary.patient, in: practice, by: actor),
                    at: occasion, db)
            }
        }
        return .see("\(SummaryPath.list)?quarter=\(quarter)&show=placed&placed=yes")
    }

    /// Everybody whose summary leaves in the file has a line of their own in the log.
    @Sendable private func waiting(_ request: Request, _ context: PracticeContext) async throws -> Response {
        let occasion = clock.occasion
        let rows = try await store.write { [actor = context.actor, practice = context.practice] db in
            let rows = try Exchange.waitingForRecord(in: practice, most: 1000, db)
            for row in rows {
                try Audit.record(
                    Audit.Entry(.exported, "summary", of: row.patient, in: practice, by: actor), at: occasion, db)
            }
            return rows
        }
        return Self.file(
            "voor-het-dossier.ndjson", "application/fhir+ndjson; charset=utf-8", rows.map { $0.body + "\n" }.joined())
    }

    @Sendable private func make(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        let occasion = clock.occasion
        let (typedFrom, typedThrough) = (form["from"] ?? "", form["through"] ?? "")
        let (from, through) = (Day(typedFrom), Day(typedThrough))
        var problems: [Problem] = []
        if from == nil { problems.append(Problem("from", SummaryWords.needDay)) }
        if through == nil { problems.append(Problem("through", SummaryWords.needDay)) }
        if let from, let through,
            let problem = Exchange.SummaryPeriod.problem(from: from, through: through, today: occasion.today)
        {
            problems.append(Problem("through", SummaryWords.problem(problem)))
        }
        guard problems.isEmpty, let from, let through else {
            return try await again(problems, typedFrom, typedThrough, request, context)
        }
        let subject = try await subject(context)
        let period = Exchange.SummaryPeriod(from: from, through: through)
        let made = try await store.write { [actor = context.actor(about: subject)] db in
            try Exchange.summarise(subject.patient, in: subject.practice, over: period, at: occasion, db)
            try Audit.record(
                Audit.Entry(.added, "summary", of: subject.patient, in: subject.practice, by: actor), at: occasion, db)
            return try Exchange.summaries(of: subject.patient, in: subject.practice, db).contains {
                $0.period == period
            }
        }
        guard made else {
            let nothing = [Problem("from", SummaryWords.nothingMeasured)]
            return try await again(nothing, typedFrom, typedThrough, request, context)
        }
        return .see(SummaryPath.of(subject.patient))
    }

    private func again(
        _ problems: [Problem], _ from: String, _ through: String, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        var page = try await page(context, leaving: .looked)
        (page.problems, page.from, page.through) = (problems, String(from.prefix(20)), String(through.prefix(20)))
        var response = page.page.response(from: request, context: context)
        response.status = .unprocessableContent
        return response
    }

    @Sendable private func approve(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let name = context.visitor.fullName
        let occasion = clock.occasion
        return try await change("summary approved", context, at: occasion) { summary, subject, db in
            _ = try Exchange.approve(
                summary, as: try form.formNumber(), by: context.worker, called: name, in: subject.practice,
                at: occasion, db)
        }
    }

    @Sendable private func takeBack(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        try await change("summary taken back", context, at: clock.occasion) { summary, subject, db in
            _ = try Exchange.takeBack(summary.id, in: subject.practice, db)
        }
    }

    @Sendable private func place(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response
    {
        let occasion = clock.occasion
        return try await change("summary placed", context, at: occasion) { summary, subject, db in
            _ = try Exchange.place(summary.id, by: context.worker, in: subject.practice, at: occasion.now, db)
        }
    }

    private func change(
        _ object: String, _ context: PracticeContext, at occasion: Occasion,
        _ change: @escaping @Sendable (Exchange.Summary, Identity.Subject, Transaction) throws -> Void
    ) async throws -> Response {
        let (subject, id) = (try await subject(context), try number(context))
        try await store.write { [actor = context.actor(about: subject)] db in
            let all = try Exchange.summaries(of: subject.patient, in: subject.practice, db)
            guard let summary = all.first(where: { $0.id == id }) else { throw NotFound() }
            try change(summary, subject, db)
            try Audit.record(
                Audit.Entry(.changed, object, of: subject.patient, in: subject.practice, by: actor), at: occasion, db)
        }
        return .see("\(SummaryPath.of(subject.patient))#s-\(id)")
    }

    @Sendable private func record(_ request: Request, _ context: PracticeContext) async throws -> Response {
        let (subject, id) = (try await subject(context), try number(context))
        let body = try await store.look(
            leaving: Audit.Entry(
                .exported, "summary", of: subject.patient, in: subject.practice, by: context.actor(about: subject)),
            at: clock.occasion
        ) { db in
            guard let body = try Exchange.recordBody(of: id, subject.patient, in: subject.practice, db) else {
                throw NotFound()
            }
            return body
        }
        return Self.file("samenvatting.json", "application/fhir+json; charset=utf-8", body)
    }

    private static func file(_ name: String, _ type: String, _ text: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: "no-store", .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    private func number(_ context: PracticeContext) throws -> ID<Exchange.SummaryMark> {
        guard let id = ID<Exchange.SummaryMark>(try context.parameters.require("summary")) else { throw NotFound() }
        return id
    }

    private func subject(_ context: PracticeContext) async throws -> Identity.Subject {
        let (patient, now) = (try context.patientInAddress(), clock.occasion.now)
        return try await store.read { try context.subject(patient, at: now, $0) }
    }

    private func page(_ context: PracticeContext, leaving action: Audit.Action) async throws -> SummariesPage {
        let (subject, occasion) = (try await subject(context), clock.occasion)
        return try await store.look(
            leaving: Audit.Entry(
                action, "summaries", of: subject.patient, in: subject.practice, by: context.actor(about: subject)),
            at: occasion
        ) { db in
            guard let card = try Identity.patient(subject.patient, in: subject.practice, db) else { throw NotFound() }
            return SummariesPage(
                card: card, frame: context.frame(),
                summaries: try Exchange.summaries(of: subject.patient, in: subject.practice, db),
                number: occasion.newID(), today: occasion.today, language: context.language,
                from: Quarter(of: occasion.today).firstDay.description, through: occasion.today.description)
        }
    }
}
