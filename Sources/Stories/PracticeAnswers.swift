import Audit
import Clinical
import Portal
import Storage
import Worklist

/// The practice answers a patient: the message is sent, and the lines that asked for it are closed.
package struct PracticeAnswers: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    /// - Parameter number: the number of the form it was written in, so that sending it twice answers once
    package func tell(
        _ body: String, as number: ID<Portal.MessageMark>? = nil, to patient: ID<Patient>, of practice: ID<Practice>,
        closing families: [Worklist.Family], by actor: Audit.Actor, at occasion: Occasion
    ) async throws {
        let worker = try actor.mustWork()
        try await store.write { db in
            let isNew = try Portal.send(
                body, as: number, from: .worker, worker, about: patient, in: practice, at: occasion, db)
            guard isNew else { return }
            try Portal.markRead(from: .patient, of: patient, in: practice, at: occasion.now, db)
            try Worklist.close(all: families, of: patient, in: practice, by: worker, at: occasion.now, db)
            try Audit.record(
                Audit.Entry(.answered, "message", of: patient, in: practice, by: actor), at: occasion, db)
        }
    }
}
