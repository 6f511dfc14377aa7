import Audit
import Clinical
import Portal
import Storage
import Worklist

/// A patient asks something: the practice finds the question on its list, in the patient's own words.
package struct PatientAsks: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    /// - Parameter number: the number of the form it was written in, so that sending it twice asks once
    package func tell(
        _ question: String, as number: ID<Portal.MessageMark>? = nil, from patient: ID<Patient>,
        of practice: ID<Practice>, by actor: Audit.Actor, at occasion: Occasion
    ) async throws {
        try await store.write { db in
            let isNew = try Portal.send(
                question, as: number, from: .patient, sender(actor, patient), about: patient,
                in: practice, at: occasion, db)
            guard isNew else { return }
            try Worklist.consider(
                .question, .today, Worklist.Facts(quote: question), of: patient, in: practice, at: occasion, db)
            try Audit.record(
                Audit.Entry(.added, "message", of: patient, in: practice, by: actor), at: occasion, db)
        }
    }

    /// Who helps the patient writes in the patient's name, and under their own.
    private func sender(_ actor: Audit.Actor, _ patient: ID<Patient>) -> ID<Worker> {
        if case .proxy(let proxy) = actor.person { ID(of: proxy) } else { ID(of: patient) }
    }
}
