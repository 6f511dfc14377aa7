import Audit
import Clinical
import Measurements
import Storage

/// A phone sends what was measured: one reading just now, or what a meter or the phone itself kept for a while.
///
/// One fresh reading is answered as if it had been typed; several at once are taken in as a file is, in one transaction,
/// and only those of the last day raise an alarm.
package struct PhoneSends: Sendable {
    private static let freshness = Duration.hours(24)

    private let store: Store

    package init(store: Store) { self.store = store }

    /// - Returns: for each reading, in order, what came of it
    package func tell(
        _ readings: [Reading], from patient: ID<Patient>, of practice: ID<Practice>, by actor: Audit.Actor,
        at occasion: Occasion
    ) async throws -> [Arrival] {
        guard let first = readings.first else { return [] }
        if readings.count == 1, occasion.now - first.taken.instant <= Self.freshness {
            let reading = FileArrives.doubted(first, at: occasion.now)
            return [
                try await ReadingArrives(store: store)
                    .tell(reading, from: patient, of: practice, by: actor, at: occasion)
            ]
        }
        let recorded = try await FileArrives(store: store, by: .phone)
            .tell(readings, from: patient, of: practice, by: actor, at: occasion)
        return try await store.read { db in
            try zip(readings, recorded).map { reading, recorded in
                guard let kept = try Measurements.reading(sameAs: reading, of: patient, in: practice, db) else {
                    throw StorageFailure.unreadable(column: 0)
                }
                let isNew = if case .new = recorded { true } else { false }
                return Arrival(reading: kept.id, isNew: isNew, answer: kept.answer)
            }
        }
    }
}
