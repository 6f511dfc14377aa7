import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /measure/diary?kept=`   one day of a paper diary
/// - `POST /measure/diary`         keeps it, with source = paper
package struct DiaryRoutes: Sendable {
    private let store: Store
    private let clock: Clock
    private let photos: Photos
    private let arrives: SentRoutes.Arrives

    /// Whether a photograph may be sent instead.
    package enum Photos: Sendable { case taken, none }

    /// - Parameter arrives: the story of readings that arrive together
    package init(store: Store, clock: Clock, photos: Photos, arrives: @escaping SentRoutes.Arrives) {
        self.store = store
        self.clock = clock
        self.photos = photos
        self.arrives = arrives
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.group("measure/diary")
            .get(for: .measure) { request, context in
                let kept = request.uri.queryParameters["kept"].flatMap { Int($0) }
                return try await page(nil, kept: kept, [], context)
            }
            .form(for: .measure, use: take)
    }

    @Sendable private func take(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        let occasion = clock.occasion
        switch Measurements.DiaryDay.read(form, at: occasion.now) {
        case .failure(let incomplete):
            var response = try await page(form, kept: nil, incomplete.problems, context)
                .response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        case .success(let day):
            let arrived = try await arrives(
                day.readings, context.patient, context.practice, context.actor, occasion)
            // A very high value of today is answered before anything else.
            if let high = arrived.first(where: { MeasuringRoutes.asksForComplaints($0.answer) }) {
                return .see("/measure/done/\(high.reading)/complaints")
            }
            return .see("/measure/diary?kept=\(arrived.count)")
        }
    }

    private func page(
        _ form: Form?, kept: Int?, _ problems: [Problem], _ context: PatientContext
    ) async throws -> Page {
        let frame = try await store.read { try context.frame($0) }
        return DiaryPage(
            form: form, kept: kept.map { min(max($0, 0), Measurements.DiaryDay.places.count) }, problems: problems,
            photos: photos, today: clock.occasion.today, frame: frame, secret: context.formSecret,
            language: context.language
        ).page
    }
}
