import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /practice/limits`   every limit of this practice, with its source
/// - `POST /practice/limits`   a GP changes one
package struct LimitsRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("practice/limits")
            .get(for: .seeLimits) { _, context in try await page(context).page }
            .form(for: .changeLimits, use: change)
    }

    @Sendable private func change(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        guard let limit = form["limit"].flatMap({ AlertLimit(rawValue: $0) }) else { throw StaleForm() }
        guard let value = form.number("value"), limit.unit.allowed.contains(value) else {
            var page = try await page(context)
            page.problem = (limit, String((form["value"] ?? "").prefix(20)))
            var response = page.page.response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        let occasion = clock.occasion
        try await store.write { db in
            try Measurements.setLimit(
                limit, to: value, in: context.practice, by: context.worker, at: occasion.now, db)
            try Audit.record(
                Audit.Entry(.changed, "limit", in: context.practice, by: context.actor), at: occasion, db)
        }
        return .see("/practice/limits")
    }

    private func page(_ context: PracticeContext) async throws -> LimitsPage {
        let limits = try await store.read { try Measurements.limits(in: context.practice, $0) }
        return LimitsPage(
            frame: context.frame(open: try await openLines(context)), limits: limits,
            access: context.may(.changeLimits) ? .change : .look, language: context.language)
    }

    private func openLines(_ context: PracticeContext) async throws -> Int {
        let now = clock.occasion.now
        return try await store.read { try Measurements.openLines(in: context.practice, at: now, $0) }
    }
}
