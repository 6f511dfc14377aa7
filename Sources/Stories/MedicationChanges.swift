import Audit
import Clinical
import Portal
import Storage

/// A medicine changes: the practice writes down what and why, and the patient reads both.
///
/// The prescription itself is made in the record system; here it is explained.
package struct MedicationChanges: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    /// - Parameter number: the number of the form it was written in, so that sending it twice explains once
    package func tell(
        _ what: String, because why: String, as number: ID<Portal.MedicationMark>? = nil, for patient: ID<Patient>,
        of practice: ID<Practice>, by actor: Audit.Actor, at occasion: Occasion
    ) async throws {
        let worker = try actor.mustWork()
        try await store.write { db in
            let isNew = try Portal.explain(
                what, because: why, as: number, on: occasion.today, of: patient, in: practice, by: worker, at: occasion,
                db)
            guard isNew else { return }
            try Audit.record(
                Audit.Entry(.added, "medication change", of: patient, in: practice, by: actor), at: occasion, db)
        }
    }
}
