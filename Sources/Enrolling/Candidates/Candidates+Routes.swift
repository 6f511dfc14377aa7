import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Identity
import Storage
import Web

/// - `GET  /enrolling?show=`                     how many are asked, said yes and take part; and who is next
/// - `POST /enrolling/letters`                   letters for the next who were not asked, to print; each counts as asked
/// - `POST /enrolling/:patient/invitations`      somebody was asked, and perhaps answered at once
/// - `POST /enrolling/:patient/answer`           what they said
/// - `POST /enrolling/:patient/undo`             the last of these was a mistake
/// - `POST /enrolling/:patient/place`            leave somebody out, or put them back
package struct CandidateRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("enrolling")
            .get(for: .selectPatients, use: list)
            .form("letters", for: .selectPatients, use: write)
            .form(":patient/invitations", for: .invitePatient, use: invite)
            .form(":patient/answer", for: .invitePatient, use: answer)
            .form(":patient/undo", for: .invitePatient, use: undo)
            .form(":patient/place", for: .invitePatient, use: place)
    }

    @Sendable private func list(_ request: Request, _ context: PracticeContext) async throws -> Page {
        let show =
            request.uri.queryParameters["show"].flatMap { Enrolling.State(rawValue: String($0)) } ?? .listed
        return try await store.look(
            leaving: Audit.Entry(.looked, "candidates", in: context.practice, by: context.actor), at: clock.occasion
        ) { db in
            CandidatesPage(
                frame: context.frame(), show: show, counts: try Enrolling.counts(in: context.practice, db),
                asked: try Enrolling.asked(in: context.practice, db),
                people: try Enrolling.candidates(show, in: context.practice, most: CandidatesPage.most, db),
                today: clock.occasion.today, language: context.language)
        }.page
    }

    /// Nobody whose caution was not looked at gets a letter by itself.
    @Sendable private func write(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response
    {
        let occasion = clock.occasion
        let asked = form.all("person").prefix(LettersPage.most).compactMap { ID<Patient>($0) }
        let letters = try await store.write { db in
            // The page named them, so that a form that is sent twice prints the same letters and asks nobody else.
            let people = try asked.compactMap { try Enrolling.candidate($0, in: context.practice, db) }
                .filter { [.listed, .invited].contains($0.state) && $0.cautions.isEmpty }
            for person in people where person.state == .listed {
                try Enrolling.step(.invite, with: person, in: context.practice, at: occasion.now, db)
                try Enrolling.invite(
                    person.id, by: .letter, as: clock.occasion.newID(), in: context.practice, context.worker,
                    at: occasion.now, db)
                try Audit.record(
                    Audit.Entry(.added, "invitation", of: person.id, in: context.practice, by: context.actor),
                    at: occasion, db)
            }
            return LettersPage(
                people: people, practice: try Identity.practice(context.practice, db),
                from: context.visitor.fullName, language: context.language)
        }
        return letters.page.response(from: request, context: context)
    }

    @Sendable private func invite(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let channel = form["channel"].flatMap(Enrolling.Channel.init)
        let answer = form["answer"].flatMap(Enrolling.Answer.init)
        return try await change("invitation", context) { person, occasion, db in
            guard let channel else { throw StaleForm() }
            let id: ID<Enrolling.InvitationMark> = try form.formNumber()
            // Pressed twice, it was asked once.
            let known = try Enrolling.invitations(of: person.id, in: context.practice, db)
            guard !known.contains(where: { $0.id == id }) else { return }
            try Enrolling.step(.invite, with: person, in: context.practice, at: occasion.now, db)
            try Enrolling.invite(
                person.id, by: channel, as: id, in: context.practice, context.worker, at: occasion.now, db)
            guard let answer else { return }
            try note(answer, to: id, person.moved(to: .invited), context, at: occasion, db)
        }
    }

    @Sendable private func answer(
        _ form: Form, _ request: Request, _ context: PracticeContext
    ) async throws -> Response {
        let answer = form["answer"].flatMap(Enrolling.Answer.init)
        return try await change("invitation", context) { person, occasion, db in
            guard let answer else { throw StaleForm() }
            guard let last = try Enrolling.invitations(of: person.id, in: context.practice, db).first else {
                throw Enrolling.CannotBeDone()
            }
            try note(answer, to: last.id, person, context, at: occasion, db)
        }
    }

    private func note(
        _ answer: Enrolling.Answer, to invitation: ID<Enrolling.InvitationMark>, _ person: Enrolling.Candidate,
        _ context: PracticeContext, at occasion: Occasion, _ db: Transaction
    ) throws {
        try Enrolling.step(.answer(answer), with: person, in: context.practice, at: occasion.now, db)
        try Enrolling.note(
            answer, to: invitation, of: person.id, in: context.practice, by: context.worker, at: occasion.now, db)
    }

    /// Takes back the answer when there is one, and otherwise the invitation itself.
    @Sendable private func undo(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        try await change("invitation", context) { person, occasion, db in
            let practice = context.practice
            let all = try Enrolling.invitations(of: person.id, in: practice, db)
            guard let last = all.first else { throw Enrolling.CannotBeDone() }
            if last.answer != nil {
                try Enrolling.step(.takeBackAnswer, with: person, in: practice, at: occasion.now, db)
                return try Enrolling.takeBackAnswer(to: last.id, of: person.id, in: practice, db)
            }
            guard let before = all.dropFirst().first else {
                try Enrolling.step(.takeBackInvitation, with: person, in: practice, at: occasion.now, db)
                return try Enrolling.takeBack(
                    last.id, of: person.id, in: practice, by: context.worker, at: occasion.now, db)
            }
            try Enrolling.takeBack(last.id, of: person.id, in: practice, by: context.worker, at: occasion.now, db)
            let state = before.answer?.state ?? .invited
            guard try Enrolling.move(person.id, from: .invited, to: state, in: practice, at: occasion.now, db) == 1
            else { throw Enrolling.CannotBeDone() }
        }
    }

    @Sendable private func place(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response
    {
        let steps: [String: Enrolling.Step] = ["left-out": .leaveOut, "listed": .putBack]
        let step = form["place"].flatMap { steps[$0] }
        return try await change("candidate", context) { person, occasion, db in
            guard let step else { throw StaleForm() }
            try Enrolling.step(step, with: person, in: context.practice, at: occasion.now, db)
        }
    }

    private func change(
        _ what: String, _ context: PracticeContext,
        _ write: @escaping @Sendable (Enrolling.Candidate, Occasion, Transaction) throws -> Void
    ) async throws -> Response {
        let (patient, occasion) = (try context.patientInAddress(), clock.occasion)
        try await store.write { db in
            guard let person = try Enrolling.person(patient, in: context.practice, at: occasion.now, db) else {
                throw NotFound()
            }
            try write(person, occasion, db)
            try Audit.record(
                Audit.Entry(.changed, what, of: patient, in: context.practice, by: context.actor), at: occasion, db)
        }
        return .see("/enrolling/\(patient)")
    }
}
