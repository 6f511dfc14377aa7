import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /enrolling/:patient`             the step plan of one person
/// - `POST /enrolling/:patient/enrolment`   they take part
/// - `POST /enrolling/:patient/stop`        they do not any more
package struct StepRoutes: Sendable {
    private let store: Store
    private let clock: Clock
    private let stories: EnrollingStories

    package init(store: Store, clock: Clock, stories: EnrollingStories) {
        self.store = store
        self.clock = clock
        self.stories = stories
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("enrolling/:patient")
            .get(for: .invitePatient) { _, context in try await page(context).page }
            .form("enrolment", for: .invitePatient, use: enrol)
            .form("stop", for: .invitePatient, use: stop)
    }

    @Sendable private func enrol(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response
    {
        var page = try await page(context)
        let occasion = clock.occasion
        switch Self.consent(form, today: occasion.today) {
        case .failure(let incomplete):
            page.problems = incomplete.problems
            page.form = form
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        case .success(let consent):
            let person = page.steps.candidate
            try await stories.enrols(person, consent, context.practice, context.actor, occasion)
            return .see("/enrolling/\(person.id)")
        }
    }

    private struct Incomplete: Error { let problems: [Problem] }

    private static func consent(_ form: Form, today: Day) -> Result<Enrolling.Consent, Incomplete> {
        var problems: [Problem] = []
        let day = form["consented"].flatMap { Day($0) }.flatMap { (today.adding(-60)...today).contains($0) ? $0 : nil }
        if day == nil { problems.append(Problem("consented", StepWords.consentDay)) }
        let way = form["way"].flatMap(Enrolling.ConsentWay.init)
        if way == nil { problems.append(Problem("way", StepWords.chooseWay)) }
        let help = form["help"].flatMap(Enrolling.Help.init)
        if help == nil { problems.append(Problem("help", StepWords.chooseHelp)) }
        let reading = form["reading"].flatMap(Enrolling.Consent.Reading.init)
        if reading == nil { problems.append(Problem("reading", StepWords.chooseReading)) }
        guard problems.isEmpty, let day, let way, let help, let reading else {
            return .failure(Incomplete(problems: problems))
        }
        let spoken = String((form["spoken"] ?? "Nederlands").prefix(40))
        return .success(Enrolling.Consent(on: day, way: way, help: help, spokenLanguage: spoken, reading: reading))
    }

    /// What was measured stays; only asking ends.
    @Sendable private func stop(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        let (patient, occasion, practice) = (try context.patientInAddress(), clock.occasion, context.practice)
        let person = try await store.read { try Enrolling.person(patient, in: practice, at: occasion.now, $0) }
        guard let person else { throw NotFound() }
        try await stories.stops(person, practice, context.actor, occasion)
        return .see("/enrolling/\(patient)")
    }

    private func page(_ context: PracticeContext) async throws -> StepsPage {
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        let found = try await store.read {
            try Enrolling.person(patient, in: context.practice, at: occasion.now, $0)
        }
        guard found != nil else { throw NotFound() }
        return try await store.look(
            leaving: Audit.Entry(.looked, "step plan", of: patient, in: context.practice, by: context.actor),
            at: occasion
        ) { db in
            guard let steps = try Enrolling.steps(of: patient, in: context.practice, at: occasion.now, db) else {
                throw NotFound()
            }
            return StepsPage(
                frame: context.frame(), steps: steps, number: occasion.newID(), today: occasion.today,
                language: context.language)
        }
    }
}
