import Audit
import Clinical
import Measurements
import Storage
import Worklist

/// A patient with a very high reading says what they feel; the same reading is judged again with it.
package struct PatientFeels: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    /// - Returns: `nil` when this patient has no such reading
    package func tell(
        _ complaints: Set<Complaint>, about reading: Measurements.ReadingID, from patient: ID<Patient>,
        of practice: ID<Practice>, by actor: Audit.Actor, at occasion: Occasion
    ) async throws -> Alert? {
        try await store.write { db in
            guard let stored = try Measurements.reading(reading, of: patient, in: practice, db) else { return nil }
            try Audit.record(
                Audit.Entry(.added, "complaints", of: patient, in: practice, by: actor), at: occasion, db)
            var judging = Judging(patient: patient, practice: practice, occasion: occasion)
            try judging.consider(stored.reading, reading, complaints: complaints, db)
            return judging.alert
        }
    }
}
