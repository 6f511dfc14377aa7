import Audit
import Clinical
import Portal
import Storage
import Worklist

/// A patient asks something: the practice finds the question on its list, in the patient's own words.
package struct PatientAsks: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    package func tell(
        _ question: String, from patient: ID<Patient>, of practice: ID<Practice>, at occasion: Occasion
    ) async throws {
        try await store.write { db in
            try Portal.send(
                question, from: .patient, ID(high: patient.high, low: patient.low), about: patient, in: practice,
                at: occasion, db)
            try Worklist.consider(
                .question, .today, Worklist.Facts(quote: question), of: patient, in: practice, at: occasion, db)
            try Audit.record(
                Audit.Entry(.added, "message", of: patient, in: practice, by: .patient(patient)), at: occasion, db)
        }
    }
}
