/// What still has to be done before an old master key can be put away.
///
/// Sealed again is what stands under a master key itself: wrapped keys of patients, fields of organisations, blind
/// indexes. Blobs of patients stay as they are.
package struct RotationPlan: Hashable, Sendable {
    /// How much stands under one key.
    package enum Left: Hashable, Sendable {
        case rows(Int)
        /// - Units: ms since 1970, UTC
        case noneSince(Int64)
    }

    /// What to do with one key.
    package enum Step: Hashable, Sendable {
        /// It seals today.
        case keep
        case sealAgain(rows: Int)
        /// No row needs it, but a backup may.
        ///
        /// - Units: ms since 1970, UTC
        case keepUntil(Int64)
        case mayGo
        /// Nobody counted what stands under it, so it stays.
        case count
        /// Rows stand under it and the house does not hold it: nobody can read them.
        case find(rows: Int)
    }

    /// How long a backup is kept.
    ///
    /// - Units: ms
    /// - Source: 30 days is our own choice, the retention of the table with keys
    package static let backupsKept: Int64 = 30 * 86_400_000

    /// One step for each key, in order of the key.
    package let steps: [KeyID: Step]

    package init(
        current: KeyID, older: [KeyID], left: [KeyID: Left], at now: Int64,
        backupsKept: Int64 = RotationPlan.backupsKept
    ) {
        var steps = left.compactMapValues(RotationPlan.stepForMissing)
        for key in older {
            steps[key] = left[key].map { RotationPlan.step($0, at: now, backupsKept) } ?? .count
        }
        steps[current] = .keep
        self.steps = steps
    }

    package var mayGo: [KeyID] { steps.filter { $0.value == .mayGo }.keys.sorted() }

    private static func stepForMissing(_ left: Left) -> Step? {
        guard case .rows(let rows) = left, rows > 0 else { return nil }
        return .find(rows: rows)
    }

    private static func step(_ left: Left, at now: Int64, _ backupsKept: Int64) -> Step {
        switch left {
        case .rows(let rows) where rows > 0: .sealAgain(rows: rows)
        case .rows: .keepUntil(later(now, by: backupsKept))
        case .noneSince(let since):
            later(since, by: backupsKept) <= now ? .mayGo : .keepUntil(later(since, by: backupsKept))
        }
    }

    private static func later(_ time: Int64, by length: Int64) -> Int64 {
        let sum = time.addingReportingOverflow(length)
        return sum.overflow ? .max : sum.partialValue
    }
}
