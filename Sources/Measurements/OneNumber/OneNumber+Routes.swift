import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /measure/weight`            how much do you weigh?
/// - `POST /measure/weight`            a weight, or a question about it
/// - `GET  /measure/steps?about=`      of which day, and how many?
/// - `POST /measure/steps`
/// - `GET  /measure/glucose?about=`    when, and what does the meter show?
/// - `POST /measure/glucose`
package struct OneNumberRoutes: Sendable {
    private let store: Store
    private let clock: Clock
    private let arrives: MeasuringStories.Arrives

    /// - Parameter arrives: the story of a reading that arrives
    package init(store: Store, clock: Clock, arrives: @escaping MeasuringStories.Arrives) {
        self.store = store
        self.clock = clock
        self.arrives = arrives
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.group("measure")
            .get("weight", for: .measure) { ask(.weight, $0, $1) }
            .form("weight", for: .measure) { try await take(.weight, $0, $1, $2) }
            .get("steps", for: .measure) { ask(.steps, $0, $1) }
            .form("steps", for: .measure) { try await take(.steps, $0, $1, $2) }
            .get("glucose", for: .measure) { ask(.glucose, $0, $1) }
            .form("glucose", for: .measure) { try await take(.glucose, $0, $1, $2) }
    }

    private func ask(_ kind: AlsoMeasured, _ request: Request, _ context: PatientContext) -> Page {
        let about = request.uri.queryParameters["about"].map(String.init)
        guard let what = Measurements.OneNumber(kind, about: about) else {
            return OneNumberPages.choice(of: kind, for: context.helped, in: context.language)
        }
        let number: Measurements.ReadingID = clock.occasion.newID()
        return OneNumberPages.number(
            .init(what: what, formNumber: number.description, helped: context.helped), context.formSecret,
            in: context.language)
    }

    private func take(
        _ kind: AlsoMeasured, _ form: Form, _ request: Request, _ context: PatientContext
    ) async throws -> Response {
        let number: Measurements.ReadingID = try form.formNumber()
        guard let what = Measurements.OneNumber(kind, about: form["about"]) else { return .see(kind.path) }
        var fields = OneNumberPages.Fields(
            what: what, formNumber: number.description, helped: context.helped,
            value: String((form["value"] ?? "").prefix(12)))
        switch what.read(form) {
        case .failure(let incomplete):
            fields.problems = incomplete.problems
            return show(fields, request, context)
        case .success(let measured):
            if form["confirmed"] == "change" { return show(fields, request, context) }
            let occasion = clock.occasion
            let doubts = try await doubts(about: measured, what.taken(at: occasion.now), at: occasion, context)
            if form["confirmed"] != "yes", let doubt = doubts.first {
                return OneNumberPages.doubt(doubt, about: measured, fields, context.formSecret, in: context.language)
                    .response(from: request, context: context)
            }
            let reading = Reading(
                measured, taken: what.taken(at: occasion.now), source: .typed,
                status: doubts.isEmpty ? .final : .unconfirmed, externalID: measured.typed(in: number))
            return try await keep(reading, at: occasion, context)
        }
    }

    private func keep(_ reading: Reading, at occasion: Occasion, _ context: PatientContext) async throws -> Response {
        let (patient, practice) = (context.patient, context.practice)
        let known = try await store.read { try Measurements.twin(of: reading, of: patient, in: practice, $0) }
        if let known { return .see("/measure/done/\(known.id)") }
        let (id, _) = try await arrives(reading, patient, practice, context.actor, occasion)
        return .see("/measure/done/\(id)")
    }

    private func doubts(
        about measured: Measured, _ taken: Moment, at occasion: Occasion, _ context: PatientContext
    ) async throws -> [Doubt] {
        // Who may write readings down for somebody, and not see them, is not told what was weighed before either.
        let history =
            context.may(.seeReadings)
            ? try await store.ask {
                try Measurements.history(of: context.patient, in: context.practice, at: occasion.now, $0)
            } : MeasuringHistory()
        return try Plausibility.doubts(about: measured, taken: taken.instant, now: occasion.now, after: history)
    }

    private func show(_ fields: OneNumberPages.Fields, _ request: Request, _ context: PatientContext) -> Response {
        var response = OneNumberPages.number(fields, context.formSecret, in: context.language)
            .response(from: request, context: context)
        if !fields.problems.isEmpty { response.status = .unprocessableContent }
        return response
    }
}
