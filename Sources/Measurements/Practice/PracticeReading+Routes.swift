import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /patients/:patient/readings`   a form for what was measured in the practice
/// - `POST /patients/:patient/readings`   keeps it, with setting = practice
package struct PracticeReadingRoutes: Sendable {
    private let store: Store
    private let clock: Clock
    private let arrives: MeasuringStories.Arrives

    /// - Parameter arrives: the story of a reading that arrives
    package init(store: Store, clock: Clock, arrives: @escaping MeasuringStories.Arrives) {
        self.store = store
        self.clock = clock
        self.arrives = arrives
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("patients/:patient/readings")
            .get(for: .takeReading) { _, context in try await page(context).page }
            .form(for: .takeReading, use: take)
    }

    @Sendable private func take(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        var page = try await page(context)
        page.fields = .init(
            systolic: form["systolic"] ?? "", diastolic: form["diastolic"] ?? "", pulse: form["pulse"] ?? "",
            weight: form["weight"] ?? "")
        let number: Measurements.ReadingID = try form.formNumber()
        switch Self.measured(form) {
        case .failure(let incomplete): page.problems = incomplete.problems
        case .success(let measured):
            page.doubts = try await doubts(about: measured, page.card.id, context)
            if page.doubts.isEmpty || form["confirmed"] == "yes" {
                return try await keep(measured, number, page.card.id, context)
            }
        }
        var response = page.page.response(from: request, context: context)
        response.status = .unprocessableContent
        return response
    }

    private static func measured(_ form: Form) -> Result<[Measured], Incomplete> {
        var problems: [Problem] = []
        var measured: [Measured] = []
        func whole(_ name: String) -> Int? {
            guard form[name] != nil else { return nil }
            guard let value = form.number(name), (1...400).contains(value) else {
                problems.append(Problem(name, PracticeReadingWords.wholeNumber))
                return nil
            }
            return value
        }
        let (systolic, diastolic, pulse) = (whole("systolic"), whole("diastolic"), whole("pulse"))
        if let systolic, let diastolic {
            measured.append(
                .bloodPressure(
                    .mmHg(systolic, over: diastolic), pulse: pulse.map { .perMinute($0) }, rhythm: nil))
        } else if systolic != nil || diastolic != nil {
            let missing = ["systolic", "diastolic"].filter { form[$0] == nil }
            problems += missing.map { Problem($0, PracticeReadingWords.wholeNumber) }
        } else if pulse != nil, problems.isEmpty {
            problems.append(Problem("systolic", PracticeReadingWords.pulseAlone))
        }
        if form["weight"] != nil {
            if let weight = form.decimal("weight"), (1...600).contains(weight) {
                measured.append(.weight(.kg(weight)))
            } else {
                problems.append(Problem("weight", PracticeReadingWords.kilos))
            }
        }
        if measured.isEmpty && problems.isEmpty { problems.append(Problem("systolic", PracticeReadingWords.nothing)) }
        return problems.isEmpty ? .success(measured) : .failure(Incomplete(problems: problems))
    }

    typealias Incomplete = Measurements.Incomplete

    private func doubts(
        about measured: [Measured], _ patient: ID<Patient>, _ context: PracticeContext
    ) async throws -> [Doubt] {
        let now = clock.occasion.now
        let history = try await store.read { try Measurements.history(of: patient, in: context.practice, at: now, $0) }
        return try measured.flatMap { try Plausibility.doubts(about: $0, taken: now, now: now, after: history) }
    }

    private func keep(
        _ measured: [Measured], _ number: Measurements.ReadingID, _ patient: ID<Patient>, _ context: PracticeContext
    ) async throws -> Response {
        let occasion = clock.occasion
        for each in measured {
            let reading = Reading(
                each, taken: .amsterdam(occasion.now), setting: .practice, source: .typed,
                externalID: each.typed(in: number))
            _ = try await arrives(reading, patient, context.practice, context.actor, occasion)
        }
        return .see("/patients/\(patient)")
    }

    private func page(_ context: PracticeContext) async throws -> PracticeReadingPage {
        let occasion = clock.occasion
        let patient = try context.patientInAddress()
        // A line about somebody who is not a patient here would itself tell something, so the ground is found first.
        let subject = try await store.read { try context.subject(patient, at: occasion.now, $0) }
        let number: Measurements.ReadingID = occasion.newID()
        return try await store.look(
            leaving: Audit.Entry(
                .looked, "reading form", of: patient, in: subject.practice, by: context.actor(about: subject)),
            at: occasion
        ) { db in
            guard let card = try Identity.patient(patient, in: subject.practice, db) else { throw NotFound() }
            return PracticeReadingPage(
                frame: context.frame(open: try Measurements.openLines(in: context.practice, at: occasion.now, db)),
                card: card, formNumber: number.description, language: context.language)
        }
    }
}
