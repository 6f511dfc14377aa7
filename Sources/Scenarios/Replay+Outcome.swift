import Clinical
import Foundation
import Measurements
import Portal
import Storage
import Worklist

extension Replay {
    func outcome(of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws -> Scenario.Outcome {
        let readings = try Measurements.readings(
            .bloodPressure, of: patient, in: practice, from: Instant(milliseconds: 0),
            until: Instant(milliseconds: .max), most: 2000, db)
        let end = Instant(milliseconds: 4_000_000_000_000)
        return Scenario.Outcome(
            answers: readings.reversed().map { $0.answer ?? "-" },
            weeks: try Measurements.weeks(of: patient, in: practice, most: 50, db).reversed().compactMap(week),
            worklist: try Worklist.open(in: practice, at: end, db).map(line),
            messages: try Portal.messages(of: patient, in: practice, db).map { "\($0.sender.rawValue): \($0.body)" },
            remindedOn: try Measurements.plan(of: patient, in: practice, db)?.remindedOn?.description,
            average: try Measurements.summary(of: patient, in: practice, db)?.average?.description)
    }

    private func week(_ week: Measurements.MeasuringWeek) -> Scenario.Outcome.Week? {
        guard let judged = week.judged else { return nil }
        let (name, average): (String, BloodPressure?) =
            switch judged.outcome {
            case .notEnoughData: ("not-enough-data", nil)
            case .onTarget(let average): ("on-target", average)
            case .raised(let average): ("raised", average)
            }
        return Scenario.Outcome.Week(
            startsOn: week.startsOn.description, outcome: name, average: average?.description,
            readings: judged.readings, moments: judged.moments, rule: "\(judged.rule) \(judged.version)")
    }

    private func line(_ item: Worklist.Item) -> Scenario.Outcome.Line {
        Scenario.Outcome.Line(
            reason: item.reason.name, urgency: "\(item.urgency)", pressure: item.facts.pressure?.description,
            count: item.facts.count)
    }
}

extension Scenario.Outcome {
    /// What is expected and not so, in words; empty when everything that was written down came true.
    package func differences(from expected: Scenario.Outcome) -> [String] {
        var words: [String] = []
        func compare<Value: Equatable>(_ name: String, _ found: Value?, _ wanted: Value?) {
            guard let wanted, wanted != found else { return }
            words.append("\(name): expected \(wanted), found \(found.map { "\($0)" } ?? "nothing")")
        }
        compare("answers", answers, expected.answers)
        compare("weeks", weeks, expected.weeks)
        compare("worklist", worklist, expected.worklist)
        compare("messages", messages, expected.messages)
        compare("remindedOn", remindedOn, expected.remindedOn)
        compare("average", average, expected.average)
        return words
    }

    package var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "{}" }  // plain strings and numbers always encode
        return String(decoding: data, as: UTF8.self)
    }
}
