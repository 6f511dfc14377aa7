import Clinical
import Exports

extension Withings {
    /// A page of readings.
    package struct Page: Sendable {
        package let readings: [Reading]
        /// Where the next page begins; nothing on the last one.
        package let next: Int?
        package let updatedAt: Instant?
        /// How many rows could not be used.
        package let refused: Int

        /// - Throws: ``WithingsFailure``
        package init(answer: Answer, at now: Instant) throws(WithingsFailure) {
            let bytes = try answer.whole()
            let read: WithingsAnswer
            do throws(WithingsAnswer.Failure) { read = try WithingsAnswer(bytes, now: now) } catch {
                throw .unreadable
            }
            if let failure = WithingsFailure(status: read.status) { throw failure }
            readings = Withings.readings(in: read.entries)
            next = read.next
            updatedAt = read.updatedAt
            refused = read.entries.count { if case .refused = $0 { true } else { false } }
        }
    }

    /// What we asked for, and nothing that came along with it. Of several counts of one day the highest is the day.
    private static func readings(in entries: [ExportEntry]) -> [Reading] {
        let all = entries.compactMap { entry -> Reading? in
            guard case .reading(let reading, _, let details) = entry else { return nil }
            return named(reading, details)
        }
        var highest: [String: Reading] = [:]
        for reading in all where reading.isStepsOfDay {
            guard let day = reading.externalID else { continue }
            if let before = highest[day], before.stepsCount >= reading.stepsCount { continue }
            highest[day] = reading
        }
        return all.filter { !$0.isStepsOfDay } + highest.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func named(_ reading: Reading, _ details: ReadingDetails) -> Reading? {
        var reading = reading
        reading.device = details.modality == .selfReported ? "Withings, zelf ingevuld" : "Withings"
        switch reading.measured {
        case .bloodPressure, .weight, .pulse: return reading.externalID == nil ? nil : reading
        case .steps:
            // One count for each day, however often it is asked.
            reading.externalID = "withings steps \(reading.taken.day)"
            return reading
        case .glucose, .height, .waist: return nil
        }
    }
}

extension Reading {
    fileprivate var isStepsOfDay: Bool { if case .steps = measured { true } else { false } }
    fileprivate var stepsCount: Int { if case .steps(let steps) = measured { steps.count } else { 0 } }
}
