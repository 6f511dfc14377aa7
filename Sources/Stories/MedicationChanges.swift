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

    package func tell(
        _ what: String, because why: String, for patient: ID<Patient>, of practice: ID<Practice>,
        by worker: ID<Worker>, at occasion: Occasion
    ) async throws {
        try await store.write { db in
            try Portal.explain(
                what, because: why, on: occasion.today, of: patient, in: practice, by: worker, at: occasion, db)
            try Audit.record(
                Audit.Entry(.added, "medication change", of: patient, in: practice, by: .worker(worker)), at: occasion,
                db)
        }
    }
}
