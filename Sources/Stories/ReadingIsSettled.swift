import Audit
import Clinical
import Exchange
import Measurements
import Storage
import Worklist

/// Somebody says of a reading that it counts after all, or that it was a mistake; nothing is thrown away.
package struct ReadingIsSettled: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    /// - Returns: `nil` when this patient has no such reading
    package func tell(
        _ reading: Measurements.ReadingID, is status: Status, of patient: ID<Patient>, in practice: ID<Practice>,
        by actor: Audit.Actor, at occasion: Occasion
    ) async throws -> Reading? {
        try await store.write { db in
            guard let stored = try Measurements.reading(reading, of: patient, in: practice, db) else { return nil }
            try Measurements.change(stored, to: status, of: patient, in: practice, db)
            if try !Measurements.hasUnconfirmed(patient, in: practice, db) {
                try Worklist.withdraw(.unconfirmed, of: patient, in: practice, db)
            }
            if status == .enteredInError, case .bloodPressure(let pressure, _, _) = stored.reading.measured {
                try Worklist.withdrawAlert(about: pressure, of: patient, in: practice, db)
            }
            if status == .enteredInError, case .weight(let weight) = stored.reading.measured {
                try Worklist.withdrawGain(to: weight, of: patient, in: practice, db)
            }
            try Audit.record(Audit.Entry(.changed, "reading", of: patient, in: practice, by: actor), at: occasion, db)
            var judging = Judging(patient: patient, practice: practice, occasion: occasion)
            if stored.reading.measured.kind == .bloodPressure {
                try judging.considerWeek(around: stored.reading.taken.day, finishedBy: nil, db)
            }
            try Exchange.review([stored.reading.taken.day], of: patient, in: practice, at: occasion, db)
            return stored.reading
        }
    }
}
