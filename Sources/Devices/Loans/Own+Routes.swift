import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /loan`             what I have on loan, and until when
/// - `POST /loan/agreement`   I agree
/// - `POST /loan/trouble`     something is broken or lost
package struct OwnLoanRoutes: Sendable {
    package typealias Asks =
        @Sendable (String, ID<Form>, ID<Patient>, ID<Practice>, Audit.Actor, Occasion) async throws -> Void

    private let store: Store
    private let clock: Clock
    private let asks: Asks

    /// - Parameter asks: the story of a patient who asks something
    package init(store: Store, clock: Clock, asks: @escaping Asks) {
        self.store = store
        self.clock = clock
        self.asks = asks
    }

    package func mount(on patient: Doors<PatientContext>) {
        patient.group("loan")
            .get(for: .seeOwnLoan) { request, context in
                let said = request.uri.queryParameters["said"].flatMap { OwnLoanPage.Said(rawValue: String($0)) }
                return try await page([], said, context)
            }
            .form("agreement", for: .agreeToLoan, use: agree)
            .form("trouble", for: .writeMessage, use: tell)
    }

    private func page(
        _ problems: [Problem], _ said: OwnLoanPage.Said?, _ context: PatientContext
    ) async throws -> Page {
        let occasion = clock.occasion
        return try await store.look(
            leaving: Audit.Entry(.looked, "loan", of: context.patient, in: context.practice, by: context.actor),
            at: occasion
        ) { db in
            OwnLoanPage(
                loans: try Devices.loans(of: context.patient, in: context.practice, db).filter {
                    $0.kit.state.isAtHome
                },
                frame: try context.frame(db), number: occasion.newID(), secret: context.formSecret,
                today: occasion.today, mayWrite: context.may, problems: problems, said: said,
                language: context.language)
        }.page
    }

    @Sendable private func agree(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        let occasion = clock.occasion
        guard form["agreed"] != nil, let loan = form["loan"].flatMap({ ID<Devices.LoanMark>($0) }) else {
            return try await again(Problem("agreed", OwnLoanWords.tick), request, context)
        }
        try await store.write { db in
            let agreed = try Devices.agree(
                to: loan, .screen, by: ID(of: context.patient), of: context.patient, in: context.practice,
                at: occasion.now, db)
            guard agreed == 1 else { return }
            try Audit.record(
                Audit.Entry(.changed, "loan", of: context.patient, in: context.practice, by: context.actor),
                at: occasion, db)
        }
        return .see("/loan?said=agreed")
    }

    @Sendable private func tell(_ form: Form, _ request: Request, _ context: PatientContext) async throws -> Response {
        // Who may write and not see what is lent does not get to know it here.
        guard context.may(.seeOwnLoan) else { throw NotFound() }
        let trouble = form["trouble"].flatMap { Devices.Trouble(rawValue: $0) }
        let more = form["more"] ?? ""
        guard let trouble, more.codePoints <= 500 else {
            return try await again(
                trouble == nil ? Problem("trouble", OwnLoanWords.choose) : Problem("more", OwnLoanWords.shorter),
                request, context)
        }
        let loans = try await store.read { try Devices.loans(of: context.patient, in: context.practice, $0) }
            .filter { $0.kit.state.isAtHome }
        guard !loans.isEmpty else { throw NotFound() }
        let numbers = loans.map(\.kit.number.description).joined(separator: ", ")
        let text = [OwnLoanWords.asked(trouble, numbers), more].filter { !$0.isEmpty }.joined(separator: "\n")
        try await asks(
            text, try form.formNumber(), context.patient, context.practice, context.actor, clock.occasion)
        return .see("/loan?said=told")
    }

    private func again(_ problem: Problem, _ request: Request, _ context: PatientContext) async throws -> Response {
        var response = try await page([problem], nil, context).response(from: request, context: context)
        response.status = .unprocessableContent
        return response
    }
}
