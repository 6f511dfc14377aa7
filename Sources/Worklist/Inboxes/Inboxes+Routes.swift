import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /inboxes`         what waits in this practice, without whom or what it is about
/// - `POST /inboxes/:item`   a line to another inbox
package struct InboxesRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on office: Doors<CareGroupContext>) {
        office.group("inboxes")
            .get(for: .seeInboxes, use: list)
            .form(":item", for: .assignLine, use: assign)
    }

    @Sendable private func list(_ request: Request, _ context: CareGroupContext) async throws -> Page {
        let occasion = clock.occasion
        return try await store.look(
            leaving: Audit.Entry(.looked, "inboxes", in: context.practice, by: context.actor), at: occasion
        ) { db in
            InboxesPage(
                inboxes: try Worklist.inboxes(in: context.practice, at: occasion.now, db),
                lines: try Worklist.bareLines(in: context.practice, at: occasion.now, db), frame: context.frame,
                today: occasion.today,
                said: request.uri.queryParameters["said"].flatMap { InboxesPage.Said(rawValue: String($0)) },
                language: context.language)
        }.page
    }

    @Sendable private func assign(
        _ form: Form, _ request: Request, _ context: CareGroupContext
    ) async throws -> Response {
        let (occasion, inbox) = (clock.occasion, form["inbox"].flatMap { Worklist.Inbox(rawValue: $0) })
        guard let item = Worklist.ItemID(try context.parameters.require("item")) else { throw NotFound() }
        try await store.write { db in
            guard let patient = try Worklist.patient(of: item, in: context.practice, db) else { throw NotFound() }
            guard let inbox else { throw StaleForm() }
            try Worklist.hand(item, to: inbox, in: context.practice, by: context.worker, at: occasion.now, db)
            try Audit.record(
                Audit.Entry(
                    .changed, "worklist line handed over", of: patient, in: context.practice, by: context.actor),
                at: occasion, db)
        }
        return .see("/inboxes?said=moved")
    }
}
