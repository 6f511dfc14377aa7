import Audit
import Clinical
import Portal
import Rights
import Storage

/// A practice answers what a patient asked about their data: the answer is kept, and the patient gets a message that there
/// is one. What is granted holds from this moment on: every page looks at it.
package struct RequestIsAnswered: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    /// - Throws: ``NotWaiting`` when somebody else answered, or the patient took it back
    package func tell(
        _ reply: Rights.Reply, to request: ID<Rights.RequestMark>, of practice: ID<Practice>, by actor: Audit.Actor,
        at occasion: Occasion
    ) async throws {
        let worker = try actor.mustWork()
        try await store.write { db in
            guard let found = try Rights.request(request, in: practice, db),
                try Rights.answer(
                    reply, to: request, of: found.patient, in: practice, by: worker, at: occasion.now, db)
            else { throw NotWaiting() }
            try Portal.send(
                Rights.message(found.number), from: .worker, worker, about: found.patient, in: practice,
                at: occasion, db)
            try Audit.record(
                Audit.Entry(.answered, "request", of: found.patient, in: practice, by: actor), at: occasion, db)
        }
    }
}
