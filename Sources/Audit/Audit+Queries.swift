import Clinical
import Storage

extension Audit {
    /// Writes one line; what it tells of is in the same transaction.
    package static func record(_ entry: Entry, at occasion: Occasion, _ db: Transaction) throws {
        let (kind, person) = entry.actor.person.columns
        let passage = entry.actor.passage
        try db.run(
            """
            INSERT INTO audit_line (practice_id, at, id, actor, actor_id, action, patient_id, object, role, deed, ground,
                                    basis_id, organisation_id, proof, session, network, trace)
            VALUES (\(entry.practice), \(occasion.now), \(occasion.newID(of: Line.self)), \(kind), \(person),
                    \(entry.action), \(entry.patient), \(entry.object), \(entry.actor.role), \(passage.deed),
                    \(passage.ground), \(passage.basis), \(passage.organisation), \(passage.proof),
                    \(passage.session), \(passage.network), \(passage.trace))
            """
        )
    }
}

extension Store {
    /// Looks something up and leaves a line of it; what was seen is handed out only when the line is on disk.
    ///
    /// - Throws: ``NoLine`` when the line cannot be written
    package func look<Value: Sendable>(
        leaving entry: Audit.Entry, at occasion: Occasion, _ look: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        let value = try await read(look)
        do {
            try await append { try Audit.record(entry, at: occasion, $0) }
        } catch {
            throw NoLine()
        }
        return value
    }
}

/// The access log cannot be written, so nothing of a patient may be shown.
package struct NoLine: Error {}

extension Audit.Person {
    fileprivate var columns: (String, ID<Worker>?) {
        switch self {
        case .patient(let id): ("patient", ID(of: id))
        case .proxy(let id): ("proxy", ID(of: id))
        case .worker(let id): ("worker", id)
        case .hartlijn: ("hartlijn", nil)
        case .nobody: ("nobody", nil)
        }
    }
}
