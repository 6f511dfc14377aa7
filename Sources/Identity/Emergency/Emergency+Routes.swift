import Audit
import Clinical
import HTTPTypes
import Hummingbird
import Storage
import Web

/// - `GET  /emergency`   a patient of another practice whose record cannot wait
/// - `POST /emergency`   opens it for an hour
package struct EmergencyRoutes: Sendable {
    private let store: Store
    private let clock: Clock

    package init(store: Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    package func mount(on practice: Doors<PracticeContext>) {
        practice.group("emergency")
            .get(for: .openInEmergency) { _, context in
                EmergencyPage(
                    frame: context.frame(), form: nil, problems: [], language: context.language
                ).page
            }
            .form(for: .openInEmergency, use: open)
    }

    @Sendable private func open(_ form: Form, _ request: Request, _ context: PracticeContext) async throws -> Response {
        let occasion = clock.occasion
        switch Emergency.Request.read(form, today: occasion.today) {
        case .failure(let incomplete): return again(form, incomplete.problems, request, context)
        case .success(let asked):
            do {
                guard let patient = try await open(asked, context, at: occasion) else {
                    return again(form, [Problem("family", EmergencyWords.notFound)], request, context)
                }
                return .see("/patients/\(patient)")
            } catch is TooManyEmergencies {
                return again(form, [Problem("explanation", EmergencyWords.tooMany)], request, context)
            }
        }
    }

    /// - Returns: nothing when there is no such patient, or more than one: the two cannot be told apart
    private func open(
        _ asked: Emergency.Request, _ context: PracticeContext, at occasion: Occasion
    ) async throws -> ID<Patient>? {
        guard let careGroup = context.visitor.careGroup else { return nil }
        let (worker, own) = (context.worker, context.practice)
        return try await store.write { db -> ID<Patient>? in
            guard
                try Emergency.count(by: worker, at: own, since: occasion.now - Emergency.window, db) < Emergency.most
            else { throw TooManyEmergencies() }
            guard let found = try Emergency.patient(asked, in: careGroup, besides: own, db) else {
                try Audit.record(
                    Audit.Entry(.refused, "emergency", in: own, by: context.actor(on: .emergency)), at: occasion, db)
                return nil
            }
            let id: ID<Audit.Passage.Basis> = occasion.newID()
            try Emergency.open(
                asked, as: id, of: found.patient, in: found.practice, by: worker, at: own, now: occasion.now, db)
            try Audit.record(
                Audit.Entry(
                    .added, "emergency", of: found.patient, in: found.practice,
                    by: context.actor(on: .emergency, by: id)), at: occasion, db)
            return found.patient
        }
    }

    private func again(
        _ form: Form, _ problems: [Problem], _ request: Request, _ context: PracticeContext
    ) -> Response {
        var response = EmergencyPage(
            frame: context.frame(), form: form, problems: problems, language: context.language
        ).page.response(from: request, context: context)
        response.status = .unprocessableContent
        return response
    }
}

extension Emergency.Request {
    struct Incomplete: Error, Hashable {
        let problems: [Problem]
    }

    static func read(_ form: Form, today: Day) -> Result<Emergency.Request, Incomplete> {
        let (family, explanation) = (form["family"] ?? "", form["explanation"] ?? "")
        let reason = form["reason"].flatMap { Emergency.Reason(rawValue: $0) }
        let bornOn = form.birthday(before: today)
        var problems: [Problem] = []
        if !(1...60).contains(family.codePoints) { problems.append(Problem("family", EmergencyWords.needName)) }
        if bornOn == nil { problems.append(Problem("born-day", HelpingWords.needBirthday)) }
        if reason == nil { problems.append(Problem("reason", EmergencyWords.needReason)) }
        if !(Emergency.shortestExplanation...500).contains(explanation.codePoints) {
            problems.append(Problem("explanation", EmergencyWords.needExplanation))
        }
        guard problems.isEmpty, let bornOn, let reason else { return .failure(Incomplete(problems: problems)) }
        return .success(
            Emergency.Request(familyName: family, bornOn: bornOn, reason: reason, explanation: explanation))
    }
}
