import Audit
import Clinical
import Exchange
import Measurements
import Storage

/// A file with readings arrives, a part at a time, so that a large one never stands in memory.
///
/// Every reading is kept once; what the days and the measuring weeks come to follows. Only a reading of the last day
/// can raise an alarm: what is older was not meant as a cry for help.
package struct FileArrives: Sendable {
    private static let alarmWindow = Duration.hours(24)

    /// What the access log says of it.
    package enum Way: Sendable { case file, phone }

    private let store: Store
    private let way: Way

    package init(store: Store, by way: Way = .file) {
        self.store = store
        self.way = way
    }

    /// - Returns: for each reading, in order, whether it is new
    package func tell(
        _ readings: [Reading], from patient: ID<Patient>, of practice: ID<Practice>, by actor: Audit.Actor,
        at occasion: Occasion
    ) async throws -> [Measurements.Recorded] {
        let readings = readings.map { Self.doubted($0, at: occasion.now) }
        return try await store.write { db in
            let recorded = try Measurements.record(all: readings, of: patient, in: practice, at: occasion, db)
            try Audit.record(entry(patient, practice, actor), at: occasion, db)
            let new = zip(readings, recorded).compactMap { reading, recorded in
                if case .new(let id) = recorded { (reading, id) } else { nil }
            }
            try consider(new, patient, practice, occasion, db)
            try Exchange.review(new.map(\.0.taken.day), of: patient, in: practice, at: occasion, db)
            return recorded
        }
    }

    private func entry(_ patient: ID<Patient>, _ practice: ID<Practice>, _ actor: Audit.Actor) -> Audit.Entry {
        switch way {
        case .file: Audit.Entry(.imported, "readings", of: patient, in: practice, by: actor)
        case .phone: Audit.Entry(.added, "reading", of: patient, in: practice, by: actor)
        }
    }

    /// Nobody sits beside a file to be asked, so an unlikely value waits for the practice.
    static func doubted(_ reading: Reading, at now: Instant) -> Reading {
        // What no body can have was refused by the reader of the file; if it comes here, it waits as well.
        let doubts = try? Plausibility.doubts(about: reading.measured, taken: reading.taken.instant, now: now)
        guard doubts?.isEmpty != true else { return reading }
        var reading = reading
        reading.status = .unconfirmed
        return reading
    }

    private func consider(
        _ new: [(Reading, Measurements.ReadingID)], _ patient: ID<Patient>, _ practice: ID<Practice>,
        _ occasion: Occasion, _ db: Transaction
    ) throws {
        var judging = Judging(patient: patient, practice: practice, occasion: occasion)
        let fresh = new.filter { occasion.now - $0.0.taken.instant <= Self.alarmWindow }
        for (reading, id) in fresh.sorted(by: { $0.0.taken.instant < $1.0.taken.instant }) {
            try judging.consider(reading, id, complaints: [], db)
        }
        if let doubtful = new.map(\.0).last(where: { $0.status == .unconfirmed }) {
            try judging.ask(about: doubtful, db)
        }
        let pressures = new.map(\.0).filter { $0.measured.kind == .bloodPressure }
        // What came late breaks the silence as well, while it is not as old as the silence.
        let since = occasion.today.adding(-(try Measurements.limits(in: practice, db)[.silence]))
        if pressures.contains(where: { $0.setting == .home && $0.status == .final && $0.taken.day > since }) {
            try judging.stopReminding(db)
        }
        for day in Set(pressures.map(\.taken.day)).sorted() {
            try judging.considerWeek(around: day, finishedBy: nil, db)
        }
    }
}
