import Audit
import Clinical
import Exchange
import Storage

/// A quarter is over: what everybody measured in it becomes a summary, for the practice to look at.
///
/// Nothing leaves before somebody approved it. Being killed half-way loses nothing: the next round goes on where this one was.
package struct QuarterEnds: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    /// So many people share a transaction.
    static let most = 50

    /// - Returns: how many summaries are new
    @discardableResult
    package func tell(in practice: ID<Practice>, at occasion: Occasion) async throws -> Int {
        let quarter = Quarter(of: occasion.today).before
        var made = 0
        while true {
            let done = try await store.ask { try Exchange.quarterDone(quarter, in: practice, $0) }
            if done?.isFinished == true { return made }
            made += try await store.write { db in
                try part(of: quarter, after: done?.to ?? ID(high: 0, low: 0), in: practice, at: occasion, db)
            }
        }
    }

    private func part(
        of quarter: Quarter, after last: ID<Patient>, in practice: ID<Practice>, at occasion: Occasion,
        _ db: Transaction
    ) throws -> Int {
        let patients = try Exchange.patients(after: last, in: practice, most: Self.most, db)
        let made = try patients.reduce(0) { sum, patient in
            let new = try Exchange.summarise(patient, in: practice, over: .init(quarter), at: occasion, db)
            if new > 0 {
                try Audit.record(
                    Audit.Entry(.added, "summary", of: patient, in: practice, by: .hartlijn), at: occasion, db)
            }
            return sum + new
        }
        try Exchange.keepDone(
            quarter, to: patients.last ?? last, finishedAt: patients.count < Self.most ? occasion.now : nil,
            in: practice, db)
        return made
    }
}
