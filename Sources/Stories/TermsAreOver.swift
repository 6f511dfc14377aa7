import Audit
import Clinical
import Enrolling
import Identity
import Outbox
import Rights
import Storage

/// What was kept long enough goes, each kind after the term of its practice. Of a patient with whom something is still going
/// on nothing goes.
package struct TermsAreOver: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    /// Whether it really goes, or is only counted: counted by doing it all and taking it back.
    package enum Doing: Hashable, Sendable { case remove, count }

    /// One kind of thing in one practice.
    package struct Found: Hashable, Sendable {
        package let term: Rights.Term
        package let days: Int
        /// How many are past their term and not held back.
        package let due: Int
        package let going: Rights.Term.Going
    }

    /// Everything is taken back, and this is what it was.
    private struct OnlyCounted: Error { let found: [Found] }

    package func tell(
        in practice: ID<Practice>, _ doing: Doing, at occasion: Occasion
    ) async throws -> [Found] {
        do {
            return try await store.write { db in
                let found = try Self.remove(in: practice, at: occasion, db)
                guard doing == .remove else { throw OnlyCounted(found: found) }
                if found.contains(where: { $0.going == .byItself && $0.due > 0 }) {
                    try Audit.record(
                        Audit.Entry(.changed, "retention", in: practice, by: .hartlijn), at: occasion, db)
                }
                return found
            }
        } catch let counted as OnlyCounted {
            return counted.found
        }
    }

    private static func remove(
        in practice: ID<Practice>, at occasion: Occasion, _ db: Transaction
    ) throws -> [Found] {
        let (terms, held) = (try Rights.terms(of: practice, db), try Rights.held(in: practice, db))
        return try Rights.Term.allCases.map { term in
            let days = terms[term, default: term.days]
            let before = occasion.now - .days(days)
            let due =
                switch term {
                case .sessions: try Identity.forgetSessions(startedBefore: before, in: practice, db)
                case .letters: try Identity.forgetLetters(overBefore: before, in: practice, db)
                case .closedAccounts: try Identity.forgetWaysIn(endedBefore: before, in: practice, db)
                case .sent: try Outbox.forgetOld(madeBefore: before, in: practice, sparing: held, db)
                case .saidNo: try Enrolling.forgetNo(saidBefore: before, in: practice, sparing: held, db)
                case .requests: try Rights.forgetOld(overBefore: before, in: practice, sparing: held, db)
                case .records:
                    try Rights.records(untouchedSince: before, in: practice, db).filter { !held.contains($0) }.count
                case .accessLog: try Rights.lines(writtenBefore: before, in: practice, db)
                }
            return Found(term: term, days: days, due: due, going: term.going)
        }
    }

    /// Records past their term, and not held back: the practice looks at them before they go.
    package func records(in practice: ID<Practice>, at occasion: Occasion) async throws -> [ID<Patient>] {
        try await store.read { db in
            let days = try Rights.terms(of: practice, db)[.records, default: Rights.Term.records.days]
            let held = try Rights.held(in: practice, db)
            return try Rights.records(untouchedSince: occasion.now - .days(days), in: practice, db).filter {
                !held.contains($0)
            }
        }
    }

    /// Forgets them one by one, each in a transaction of its own.
    ///
    /// - Returns: how many are gone
    package func forgetRecords(in practice: ID<Practice>, at occasion: Occasion) async throws -> Int {
        var gone = 0
        for patient in try await records(in: practice, at: occasion) {
            let proof = try await PatientIsForgotten(store: store).tell(
                patient, of: practice, by: .hartlijn, at: occasion)
            if proof != nil { gone += 1 }
        }
        return gone
    }
}
