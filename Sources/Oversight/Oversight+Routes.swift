import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /access`                   what there is to look at of last week, in every organisation of the care group
/// - `POST /access/:practice/review`  the officer signs one matter off
package struct OversightRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on careGroup: Doors<CareGroupContext>) {
        careGroup.group("access")
            .get(for: .reviewAccess, use: list)
            .form(":practice/review", for: .reviewAccess, use: sign)
    }

    @Sendable private func list(_ request: Request, _ context: CareGroupContext) async throws -> Page {
        let occasion = clock.occasion
        let organisations = try await organisations(context)
        let today = occasion.today
        let desks = try await store.read { db in
            try organisations.map { try desk(of: $0, today: today, db) }
        }
        // Looking at the log is itself a look at each organisation it is of.
        try await store.append { db in
            for desk in desks {
                try Audit.record(
                    Audit.Entry(.looked, "access log", in: desk.organisation.id, by: context.actor), at: occasion, db)
            }
        }
        return OversightPage(
            desks: desks, frame: context.frame, today: today, saved: request.uri.queryParameters["signed"] != nil,
            language: context.language
        ).page
    }

    private func desk(
        of organisation: Identity.PracticeCard, today: Day, _ db: Transaction
    ) throws -> Oversight.Desk {
        let practice = organisation.id
        let week = Amsterdam.instant(today.adding(-Oversight.days), hour: 0)
        let month = Amsterdam.instant(today.adding(-Oversight.emergencyDays), hour: 0)
        let looks = try Oversight.looks(in: practice, since: week, db)
        let matters =
            try Oversight.emergencies(in: practice, since: month, db)
            + Oversight.accounts(in: practice, since: month, db)
            + Oversight.odd(looks, colleagues: try Oversight.colleagues(in: practice, db))
            + Oversight.refused(in: practice, since: week, db)
            + Oversight.sample(looks, week: today.adding(1 - today.weekday))
        return Oversight.Desk(
            organisation: organisation, matters: matters, reviews: try Oversight.reviews(in: practice, db),
            sealed: try Oversight.sealed(in: practice, db))
    }

    @Sendable private func sign(_ form: Form, _ request: Request, _ context: CareGroupContext) async throws -> Response
    {
        guard let practice = ID<Practice>(try context.parameters.require("practice")),
            try await organisations(context).contains(where: { $0.id == practice })
        else { throw NotFound() }
        guard let matter = form["matter"], matter.utf8.count <= 200,
            let verdict = form["verdict"].flatMap({ Oversight.Verdict(rawValue: $0) })
        else { throw StaleForm() }
        let note = String((form["note"] ?? "").unicodeScalars.prefix(500))
        let occasion = clock.occasion
        try await store.write { db in
            try Oversight.sign(
                matter, verdict, note: note, in: practice, by: context.worker, at: occasion.now, db)
            try Audit.record(Audit.Entry(.changed, "access review", in: practice, by: context.actor), at: occasion, db)
        }
        return .see("/access?signed=1")
    }

    private func organisations(_ context: CareGroupContext) async throws -> [Identity.PracticeCard] {
        guard let group = context.visitor.careGroup else { throw NotFound() }
        return try await store.read { try Identity.organisations(of: group, $0) }
    }
}
