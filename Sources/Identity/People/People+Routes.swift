import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Storage
import Web

/// - `GET  /people`                who works where, as whom, and until when
/// - `POST /people/:worker/end`    somebody leaves: now, or after their last day
/// - `POST /people/:worker/factors` somebody lost their phone; who they are was made sure of
package struct PeopleRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on careGroup: Doors<CareGroupContext>) {
        careGroup.group("people")
            .get(for: .seePeople, use: list)
            .form(":worker/end", for: .managePeople, use: leave)
            .form(":worker/factors", for: .managePeople, use: forget)
    }

    @Sendable private func list(_ request: Request, _ context: CareGroupContext) async throws -> Page {
        let occasion = clock.occasion
        let group = try careGroup(context)
        // A manager sees who works at their own practice.
        let only = context.visitor.role == .manager ? context.practice : nil
        let members = try await store.look(
            leaving: Audit.Entry(.looked, "people", in: context.practice, by: context.actor), at: occasion
        ) { try People.members(of: group, only: only, $0) }
        return PeoplePage(
            members: members, frame: context.frame, manages: context.may(.managePeople) ? .yes : .no,
            own: context.worker, now: occasion.now, language: context.language
        ).page
    }

    @Sendable private func leave(_ form: Form, _ request: Request, _ context: CareGroupContext) async throws -> Response
    {
        let occasion = clock.occasion
        guard let lastDay = Day(form["last-day"] ?? occasion.today.description) else { throw StaleForm() }
        let end = lastDay < occasion.today ? occasion.now : Amsterdam.instant(lastDay.adding(1), hour: 0)
        let last = form["now"] == nil ? end : occasion.now
        let group = try careGroup(context)
        try await change("account", context) { account, db in
            if account.role == .officer,
                try People.isKept(.officer, in: group, after: last, without: account.signIn, db) == .no
            {
                throw LastOfficer()
            }
            _ = try Identity.endAccount(account.signIn, at: last, now: occasion.now, db)
        }
        return .see("/people")
    }

    @Sendable private func forget(
        _ form: Form, _ request: Request, _ context: CareGroupContext
    ) async throws -> Response {
        let seen = form["seen"].flatMap { Activation.Document(rawValue: $0) }
        let object = seen.map { "second factor, \($0.rawValue) seen" } ?? "second factor"
        try await change(object, context) { account, db in
            guard seen != nil else { throw NothingSeen() }
            try Identity.forgetFactors(of: account.signIn, db)
            try Identity.endSessions(of: account.signIn, db)
        }
        return .see("/people")
    }

    /// Nobody changes their own account here: that would be a role that grants itself something.
    private func change(
        _ object: String, _ context: CareGroupContext,
        _ change: @escaping @Sendable (People.Account, Transaction) throws -> Void
    ) async throws {
        let occasion = clock.occasion
        let group = try careGroup(context)
        guard let worker = ID<Worker>(try context.parameters.require("worker")), worker != context.worker else {
            throw NotFound()
        }
        try await store.write { db in
            guard let account = try People.account(of: worker, in: group, db) else { throw NotFound() }
            try change(account, db)
            // What is done to an officer stands on the desk of the officers.
            let object = account.role == .officer ? "officer \(object)" : object
            try Audit.record(
                Audit.Entry(.changed, object, in: account.organisation, by: context.actor), at: occasion, db)
        }
    }

    private func careGroup(_ context: CareGroupContext) throws -> ID<Practice> {
        guard let group = context.visitor.careGroup else { throw NotFound() }
        return group
    }
}

/// Without an officer nobody looks at who looked, also not at what an administrator does.
struct LastOfficer: Refusal {
    var status: HTTPResponse.Status { .conflict }
    var explanation: Sentence {
        Sentence(
            nl: "Dit is de laatste privacyfunctionaris. Maak eerst een account voor de opvolger.",
            en: "This is the last privacy officer. Make an account for the successor first.")
    }
}

/// A second factor is taken away from nobody who was not looked at.
package struct NothingSeen: Refusal {
    package var status: HTTPResponse.Status { .unprocessableContent }
    package var explanation: Sentence {
        Sentence(
            nl: "Kies eerst welk document u zag. Er is niets veranderd.",
            en: "First choose which document you saw. Nothing changed.")
    }
}
