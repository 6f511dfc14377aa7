import Audit
import Clinical
import Hummingbird
import Identity
import Storage
import Web

/// - `GET /graph?of=weight|steps|glucose&period=week|quarter|year&line=upper|lower`   the patient's own graph; prints as
///   one A4; without `of` of the pressure
package struct GraphRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.get("graph", for: .seeReadings, use: graph)
    }

    @Sendable private func graph(_ request: Request, _ context: PatientContext) async throws -> Page {
        let period = request.uri.queryParameters["period"].flatMap { Measurements.Period(rawValue: String($0)) }
        let line = request.uri.queryParameters["line"].flatMap { Measurements.Line(rawValue: String($0)) }
        let kind = request.uri.queryParameters["of"].flatMap { AlsoMeasured(rawValue: String($0)) }
        let occasion = clock.occasion
        return try await store.look(
            leaving: Audit.Entry(.looked, "graph", of: context.patient, in: context.practice, by: context.actor),
            at: occasion
        ) { db in
            guard let card = try Identity.patient(context.patient, in: context.practice, db) else { throw NotFound() }
            if let kind {
                return NumberGraphPage(
                    graph: try Measurements.numberGraph(
                        kind, period ?? .quarter, of: context.patient, in: context.practice, on: occasion.today, db),
                    name: card.fullName, bornOn: card.bornOn, way: context.may(.measure) ? .typing : .none,
                    frame: try context.frame(db), language: context.language
                ).page
            }
            return GraphPage(
                graph: try Measurements.graph(
                    period ?? .quarter, line ?? .upper, of: context.patient, in: context.practice, on: occasion.today,
                    db),
                name: card.fullName, bornOn: card.bornOn,
                frame: try context.frame(db), language: context.language
            ).page
        }
    }
}
