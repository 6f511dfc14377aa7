import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Storage
import Web

/// - `GET  /practice/answering`   when the practice answers and is open
/// - `POST /practice/answering`   a manager or a GP changes that
package struct AnsweringRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on own: Doors<OwnContext>) {
        own.group("practice/answering")
            .get(for: .keepAnswering) { request, context in
                let kept = request.uri.queryParameters["kept"] != nil
                return try await page(nil, [], kept ? .kept : .none, context)
            }
            .form(for: .keepAnswering, use: change)
    }

    @Sendable private func change(_ form: Form, _ request: Request, _ context: OwnContext) async throws -> Response {
        let typed = AnsweringForm(form)
        let (answering, problems) = typed.read()
        guard let answering, case .worker(let worker) = context.visitor.person else {
            var response = try await page(typed, problems, .none, context).response(from: request, context: context)
            response.status = .unprocessableContent
            return response
        }
        let (occasion, practice) = (clock.occasion, context.visitor.practice)
        let actor = context.actor(on: context.visitor.role == .manager ? .office : .treatment)
        try await store.write { db in
            try Identity.keep(answering, by: worker, in: practice, at: occasion.now, db)
            try Audit.record(Audit.Entry(.changed, "answering times", in: practice, by: actor), at: occasion, db)
        }
        return .see("/practice/answering?kept=yes")
    }

    private func page(
        _ typed: AnsweringForm?, _ problems: [Problem], _ notice: AnsweringPage.Notice, _ context: OwnContext
    ) async throws -> Page {
        let kept = try await store.read { try Identity.answering(in: context.visitor.practice, $0) }
        guard let kept else { throw NotFound() }
        return AnsweringPage(
            frame: context.workFrame, form: typed ?? AnsweringForm(kept), problems: problems,
            today: .amsterdam(clock.occasion.now), kept: kept, notice: notice, language: context.language
        ).page
    }
}
