import Audit
import Clinical
import Enrolling
import Measurements
import Storage
import Worklist

/// Somebody has not measured for a while: first we ask them once, later the practice hears of it.
package struct SilenceFalls: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    package func tell(in practice: ID<Practice>, at occasion: Occasion) async throws {
        try await store.write { db in
            let limits = try Measurements.limits(in: practice, db)
            let since = occasion.today.adding(-limits[.silence])
            let stopped = try Enrolling.stopped(in: practice, db)
            for (patient, lastDay, remindedOn) in try Measurements.silent(since: since, in: practice, db)
            where !stopped.contains(patient) {
                switch HomeAlerts.silence(lastReading: lastDay, today: occasion.today, limits: limits) {
                case .measuring, .neverMeasured: break
                case .remind:
                    guard remindedOn == nil else { break }
                    try Measurements.remind(patient, in: practice, on: occasion.today, db)
                    try Audit.record(
                        Audit.Entry(.changed, "reminder", of: patient, in: practice, by: .hartlijn), at: occasion, db)
                case .tellPractice(let days):
                    guard try isNews(of: patient, in: practice, at: occasion, limits, db) else { break }
                    if remindedOn == nil { try Measurements.remind(patient, in: practice, on: occasion.today, db) }
                    try Worklist.consider(
                        .silent, .week, Worklist.Facts(count: days), of: patient, in: practice, at: occasion, db)
                }
            }
        }
    }

    /// A line that the practice closed comes back only after as long a silence again.
    private func isNews(
        of patient: ID<Patient>, in practice: ID<Practice>, at occasion: Occasion, _ limits: AlertLimits,
        _ db: Transaction
    ) throws -> Bool {
        guard let seen = try Worklist.lastClosed(.silence, of: patient, in: practice, db) else { return true }
        return occasion.today.days(since: Moment.amsterdam(seen).day) >= limits[.silence]
    }
}
