import Audit
import Clinical
import Outbox
import Storage

/// A moment has come that a patient chose: when there is something to do, a reminder is written down to leave.
///
/// It is carried later, by whoever carries; here nothing is called.
package struct ReminderIsDue: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    /// So many people share a transaction.
    static let most = 200

    /// - Returns: how many were reminded
    @discardableResult
    package func tell(in practice: ID<Practice>, at occasion: Occasion) async throws -> Int {
        var reminded = 0
        while try await store.ask({ try Outbox.isAnybodyDue(in: practice, at: occasion.now, $0) }) {
            reminded += try await store.write { db in
                let due = try Outbox.due(in: practice, at: occasion.now, most: Self.most, db)
                return try due.count { try tell($0, in: practice, at: occasion, db) }
            }
        }
        return reminded
    }

    private func tell(
        _ due: Outbox.Due, in practice: ID<Practice>, at occasion: Occasion, _ db: Transaction
    ) throws -> Bool {
        let next = due.wishes.moments.next(after: occasion.now)
        guard case .remind(let until) = Reminding.judge(due.scene, for: due.wishes, at: occasion.now) else {
            try Outbox.moveOn(due.patient, in: practice, to: next, db)
            return false
        }
        guard try Outbox.remind(due, in: practice, until: until, next: next, at: occasion, db) > 0 else {
            return false
        }
        try Audit.record(
            Audit.Entry(.added, "reminder to send", of: due.patient, in: practice, by: .hartlijn), at: occasion, db)
        return true
    }
}
