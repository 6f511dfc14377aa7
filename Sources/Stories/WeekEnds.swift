import Audit
import Clinical
import Identity
import Measurements
import Storage
import Worklist

/// A measuring week is over: it is judged with what there is, and the practice and the patient get an answer.
package struct WeekEnds: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    /// - Returns: how many weeks were judged
    @discardableResult
    package func tell(in practice: ID<Practice>, at occasion: Occasion) async throws -> Int {
        try await store.write { db in
            let over = try Measurements.weeksToJudge(before: occasion.today, in: practice, db)
            for (patient, week) in over {
                let readings = try Measurements.homeReadings(in: week, of: patient, in: practice, db)
                var judging = Judging(patient: patient, practice: practice, occasion: occasion)
                try judging.judge(week, readings, db)
                try Audit.record(
                    Audit.Entry(.changed, "measuring week", of: patient, in: practice, by: .hartlijn), at: occasion, db)
            }
            return over.count
        }
    }
}
