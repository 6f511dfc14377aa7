import Audit
import Clinical
import Enrolling
import Measurements
import Outbox
import Storage
import Worklist

/// Somebody does not take part any more. What was measured stays; nothing is asked of them from now on: weeks that were
/// asked and not judged are withdrawn, and nobody reminds them. Their own addresses and moments stay theirs.
package struct PatientStops: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    /// - Throws: ``Enrolling/CannotBeDone`` when they do not take part
    package func tell(
        _ person: Enrolling.Candidate, of practice: ID<Practice>, by actor: Audit.Actor, at occasion: Occasion
    ) async throws {
        let worker = try actor.mustWork()
        let (patient, now) = (person.id, occasion.now)
        try await store.write { db in
            try Enrolling.step(.stop, with: person, in: practice, at: now, db)
            guard try Enrolling.end(enrolmentOf: patient, in: practice, by: worker, at: now, db) == 1 else {
                throw Enrolling.CannotBeDone()
            }
            try Measurements.withdrawAll(of: patient, in: practice, by: worker, at: now, db)
            try Outbox.turnOff(of: Outbox.Owner(patient: patient, in: practice, by: worker, language: .nl), at: now, db)
            try Worklist.withdraw(.silent, of: patient, in: practice, db)
            try Audit.record(
                Audit.Entry(.changed, "enrolment", of: patient, in: practice, by: actor), at: occasion, db)
        }
    }
}
