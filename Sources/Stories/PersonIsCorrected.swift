import Audit
import Clinical
import Enrolling
import Identity
import Storage

/// Somebody of the practice puts right who a patient is: with the person, and on the list of who was asked to take part.
package struct PersonIsCorrected: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    /// - Returns: whether there was somebody to put right
    package func tell(
        _ correction: Identity.Correction, of patient: ID<Patient>, in practice: ID<Practice>, by actor: Audit.Actor,
        at occasion: Occasion
    ) async throws -> Bool {
        _ = try actor.mustWork()
        return try await store.write { db in
            guard try Identity.correct(patient, in: practice, correction, db) == 1 else { return false }
            try Enrolling.correct(patient, in: practice, correction, db)
            try Audit.record(Audit.Entry(.changed, "person", of: patient, in: practice, by: actor), at: occasion, db)
            return true
        }
    }
}
