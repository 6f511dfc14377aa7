import Audit
import Clinical
import Hummingbird
import Identity
import Storage
import Web

/// What happens when a reading, or what somebody feels with it, has come in; the story is told above the slices.
package struct MeasuringStories: Sendable {
    package typealias Arrives =
        @Sendable (
            Reading, ID<Patient>, ID<Practice>, Audit.Actor, Occasion
        ) async throws -> (Measurements.ReadingID, answer: String)
    package typealias Feels =
        @Sendable (
            Set<Complaint>, Measurements.ReadingID, ID<Patient>, ID<Practice>, Audit.Actor, Occasion
        ) async throws -> Alert?

    let arrives: Arrives
    let feels: Feels

    package init(arrives: @escaping Arrives, feels: @escaping Feels) {
        self.arrives = arrives
        self.feels = feels
    }
}

/// - `GET  /measure`                              step 1: sit quietly
/// - `GET  /measure/cuff`                         step 2: the cuff
/// - `GET  /measure/numbers`                      step 3: the numbers
/// - `POST /measure/numbers`                      a reading, or a question about it
/// - `GET  /measure/done/:reading`                step 4: what the patient is told
/// - `GET  /measure/done/:reading/complaints`     what do you feel?
/// - `POST /measure/done/:reading/complaints`
package struct MeasuringRoutes: Sendable {
    private let store: Store
    private let clock: Clock
    private let stories: MeasuringStories

    package init(store: Store, clock: Clock, stories: MeasuringStories) {
        self.store = store
        self.clock = clock
        self.stories = stories
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.group("measure")
            .get(for: .measure, use: sit)
            .get("cuff", for: .measure) { _, context in MeasuringPages.cuff(for: context.helped, in: context.language) }
            .get("numbers", for: .measure, use: numbers)
            .form("numbers", for: .measure, use: take)
            .get("done/:reading", for: .measure, use: answer)
            .get("done/:reading/complaints", for: .measure, use: complaints)
            .form("done/:reading/complaints", for: .measure, use: feel)
    }

    /// What else this person is asked for stands below.
    @Sendable private func sit(_ request: Request, _ context: PatientContext) async throws -> Page {
        let plan = try await store.read {
            try Measurements.plan(of: context.patient, in: context.practice, $0)
        }
        return MeasuringPages.sit(also: plan?.alsoAsked ?? [], for: context.helped, in: context.language)
    }

    @Sendable private func numbers(_ request: Request, _ context: PatientContext) async throws -> Page {
        let number: ID<Measurements.ReadingMark> = clock.occasion.newID()
        return MeasuringPages.numbers(
            .init(formNumber: number.description), context.formSecret, for: context.helped, in: context.language)
    }

    @Sendable private func take(
        _ form: Form, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        let number: Measurements.ReadingID = try form.formNumber()
        let again = MeasuringPages.Fields(
            systolic: form["systolic"] ?? "", diastolic: form["diastolic"] ?? "", pulse: form["pulse"] ?? "",
            formNumber: number.description)
        switch Measurements.Typed.read(form) {
        case .failure(let incomplete):
            return show(again, incomplete.problems, request, context)
        case .success(let typed):
            return try await take(typed, again, confirmed: form["confirmed"], number, request, context)
        }
    }

    private func take(
        _ typed: Measurements.Typed, _ again: MeasuringPages.Fields, confirmed: String?,
        _ number: Measurements.ReadingID, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        var typed = typed
        if confirmed == "change" { return show(again, [], request, context) }
        if confirmed == "swap" {
            typed = Measurements.Typed(systolic: typed.diastolic, diastolic: typed.systolic, pulse: typed.pulse)
        }
        let occasion = clock.occasion
        let doubts = try await doubts(about: typed, at: occasion, context)
        if confirmed != "yes", let doubt = doubts.first {
            return MeasuringPages.doubt(
                doubt, about: typed, formNumber: number.description, context.formSecret, for: context.helped,
                in: context.language
            ).response(from: request, context: context)
        }
        let reading = Reading(
            typed.measured, taken: .amsterdam(occasion.now), source: .typed,
            status: doubts.isEmpty ? .final : .unconfirmed, externalID: typed.measured.typed(in: number))
        return try await keep(reading, at: occasion, context)
    }

    private func keep(
        _ reading: Reading, at occasion: Occasion, _ context: PatientContext
    ) async throws -> Response {
        let (patient, practice) = (context.patient, context.practice)
        let known = try await store.read { try Measurements.twin(of: reading, of: patient, in: practice, $0) }
        // Fetched from the meter a moment ago, and typed over as well.
        if let known { return .see("/measure/done/\(known.id)") }
        let (id, answer) = try await stories.arrives(
            reading, context.patient, context.practice, context.actor, occasion)
        return .see(Self.asksForComplaints(answer) ? "/measure/done/\(id)/complaints" : "/measure/done/\(id)")
    }

    private func doubts(
        about typed: Measurements.Typed, at occasion: Occasion, _ context: PatientContext
    ) async throws -> [Doubt] {
        // Who may write readings down for somebody, and not see them, is not told the average either.
        let average =
            context.may(.seeReadings)
            ? try await store.ask { try Measurements.summary(of: context.patient, in: context.practice, $0)?.average }
            : nil
        return try Plausibility.doubts(
            about: typed.measured, taken: occasion.now, now: occasion.now,
            after: MeasuringHistory(averagePressure: average))
    }

    private func show(
        _ fields: MeasuringPages.Fields, _ problems: [Problem], _ request: Request, _ context: PatientContext
    ) -> Response {
        var fields = fields
        fields.problems = problems
        var response = MeasuringPages.numbers(fields, context.formSecret, for: context.helped, in: context.language)
            .response(from: request, context: context)
        if !problems.isEmpty { response.status = .unprocessableContent }
        return response
    }

    @Sendable private func answer(_ request: Request, _ context: PatientContext) async throws -> Page {
        let id = try readingID(context)
        let occasion = clock.occasion
        return try await store.look(
            leaving: Audit.Entry(.looked, "reading", of: context.patient, in: context.practice, by: context.actor),
            at: occasion
        ) { db in
            let frame = try context.frame(db)
            if let answer = try Measurements.answer(
                to: id, of: context.patient, in: context.practice, context.may(.seeReadings) ? .all : .onlyThis, db)
            {
                return AnswerPages.page(answer, at: .amsterdam(occasion.now), for: context.helped, in: context.language)
            }
            var answer = try Measurements.oneNumberAnswer(
                to: id, of: context.patient, in: context.practice, on: occasion.today,
                context.may(.seeReadings) ? .all : .onlyThis, frame, db)
            answer?.helped = context.helped
            guard let answer else { throw NotFound() }
            return answer.page(in: context.language)
        }
    }

    @Sendable private func complaints(_ request: Request, _ context: PatientContext) async throws -> Page {
        let id = try readingID(context)
        try await mustHave(id, context)
        return MeasuringPages.complaints(about: id, context.formSecret, for: context.helped, in: context.language)
    }

    private func mustHave(_ id: Measurements.ReadingID, _ context: PatientContext) async throws {
        let found = try await store.ask {
            try Measurements.reading(id, of: context.patient, in: context.practice, $0)
        }
        guard found != nil else { throw NotFound() }
    }

    @Sendable private func feel(
        _ form: Form, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        let id = try readingID(context)
        try await mustHave(id, context)
        let chosen = form.all("complaint")
        guard !chosen.isEmpty else {
            var response = MeasuringPages.complaints(
                about: id, problems: [Problem("complaint", MeasuringWords.choose)], context.formSecret,
                for: context.helped, in: context.language
            ).response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        let complaints = Set(chosen.compactMap { Complaint(rawValue: $0) })
        guard
            try await stories.feels(
                complaints, id, context.patient, context.practice, context.actor, clock.occasion) != nil
        else { throw NotFound() }
        return .see("/measure/done/\(id)")
    }

    /// A very high reading is followed by the question what the person feels.
    static func asksForComplaints(_ answer: String) -> Bool {
        let asking = [PatientAnswer.measureAgain(waitMinutes: 0), .phonePracticeToday, .call112]
        return asking.contains { $0.name == answer }
    }

    private func readingID(_ context: PatientContext) throws -> Measurements.ReadingID {
        guard let id = Measurements.ReadingID(try context.parameters.require("reading")) else { throw NotFound() }
        return id
    }
}
