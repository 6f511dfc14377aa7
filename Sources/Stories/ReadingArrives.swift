import Audit
import Clinical
import Exchange
import Measurements
import Storage
import Worklist

/// A reading arrives: from the patient's keypad, from a meter, or from the practice.
///
/// record → judge → worklist → what the patient is told, in one transaction: all of it happened or none of it.
package struct ReadingArrives: Sendable {
    private let store: Store

    package init(store: Store) { self.store = store }

    @discardableResult
    package func tell(
        _ reading: Reading, from patient: ID<Patient>, of practice: ID<Practice>, complaints: Set<Complaint> = [],
        by actor: Audit.Actor, at occasion: Occasion
    ) async throws -> Arrival {
        try await store.write { db in
            let recorded = try Measurements.record(
                reading, of: patient, in: practice, by: actor.worker, at: occasion, db)
            guard case .new(let id) = recorded else {
                guard let kept = try Measurements.reading(sameAs: reading, of: patient, in: practice, db) else {
                    throw StorageFailure.unreadable(column: 0)
                }
                return Arrival(reading: kept.id, isNew: false, answer: kept.answer)
            }
            try Audit.record(Audit.Entry(.added, "reading", of: patient, in: practice, by: actor), at: occasion, db)
            var judging = Judging(patient: patient, practice: practice, occasion: occasion)
            try judging.consider(reading, id, complaints: complaints, db)
            try Exchange.review([reading.taken.day], of: patient, in: practice, at: occasion, db)
            return Arrival(
                reading: id, isNew: true, answer: (judging.alert?.answer ?? judging.answer)?.name, alert: judging.alert,
                week: judging.week)
        }
    }
}

/// What came of a reading that arrived.
package struct Arrival: Sendable {
    package let reading: Measurements.ReadingID
    /// `false` when the same reading was sent before; then nothing changed.
    package let isNew: Bool
    /// The name of what the patient is told, the first time and every time after.
    package let answer: String
    package let alert: Alert?
    /// The judgement of the measuring week, when this reading finished it.
    package let week: WeekJudgement?

    init(
        reading: Measurements.ReadingID, isNew: Bool, answer: String?, alert: Alert? = nil, week: WeekJudgement? = nil
    ) {
        self.reading = reading
        self.isNew = isNew
        self.answer = answer ?? PatientAnswer.thankYou.name
        self.alert = alert
        self.week = week
    }
}
