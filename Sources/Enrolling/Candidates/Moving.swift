import Clinical
import HTTPTypes
import Identity
import Storage
import Web

extension Enrolling {
    /// Somebody else moved this person on, or it cannot be done from here.
    package struct CannotBeDone: Refusal {
        package init() {}

        package var status: HTTPResponse.Status { .conflict }
        package var explanation: Sentence {
            Sentence(
                nl: "Dit kan nu niet. Misschien deed een collega het net. Kijk nog eens.",
                en: "This cannot be done now. Perhaps a colleague just did it. Look again.")
        }
    }

    /// The person on the list, or the patient of the practice who stands on none yet.
    package static func person(
        _ patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> Candidate? {
        if let candidate = try candidate(patient, in: practice, db) { return candidate }
        return try Identity.patient(patient, in: practice, db).map { Candidate($0, at: now) }
    }

    /// Does one step with somebody, who is put on the list when they stand on none.
    ///
    /// - Throws: ``CannotBeDone``
    package static func step(
        _ step: Step, with candidate: Candidate, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        guard let next = candidate.state.after(step) else { throw CannotBeDone() }
        _ = try list(
            candidate, as: key(candidate.givenName, candidate.familyName, candidate.bornOn), in: practice, db)
        guard try move(candidate.id, from: candidate.state, to: next, in: practice, at: now, db) == 1 else {
            throw CannotBeDone()
        }
    }
}
