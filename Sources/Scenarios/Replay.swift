import Audit
import Clinical
import Foundation
import Identity
import Measurements
import Portal
import Storage
import Stories
import Synchronization
import Worklist

/// Plays a scenario through the real stories over an empty database, and tells what came of it.
package struct Replay: Sendable {
    private let scenario: Scenario
    private let store: Store
    private let chance = Chance()
    private let practice: ID<Practice>
    private let patient: ID<Patient>
    private let worker: ID<Worker>

    /// - Parameter store: empty, with every table
    package init(_ scenario: Scenario, in store: Store) {
        self.scenario = scenario
        self.store = store
        practice = ID(high: 1, low: 1)
        patient = ID(high: 1, low: 2)
        worker = ID(high: 1, low: 3)
    }

    package static func read(_ data: Data) throws(ScenarioFailure) -> Scenario {
        do {
            return try JSONDecoder().decode(Scenario.self, from: data)
        } catch let error as DecodingError {
            throw .notAScenario(error.inPlainWords)
        } catch {
            throw .notAScenario("it cannot be read as JSON")
        }
    }

    package func play() async throws -> Scenario.Outcome {
        try await begin()
        var last: Measurements.ReadingID?
        for (place, step) in scenario.steps.enumerated() {
            last = try await play(step, number: place + 1, last: last) ?? last
        }
        let (practice, patient) = (practice, patient)
        return try await store.read { try outcome(of: patient, in: practice, $0) }
    }

    private func begin() async throws {
        let plan = try plan()
        var limits = AlertLimits()
        for (name, value) in scenario.limits ?? [:] {
            guard case .changed = limits.set(name, to: value) else {
                throw ScenarioFailure.badPatient("the limit \(name) cannot be \(value)")
            }
        }
        let own = limits.overridden.map { ($0, limits[$0]) }
        let start = Amsterdam.instant(plan.startedOn, hour: 0)
        let (practice, patient, worker) = (practice, patient, worker)
        try await store.write { db in
            try Identity.add(
                Identity.PracticeCard(id: practice, name: "De Linde", phone: "0413 - 00 00 00", replyDays: 2), db)
            try Identity.add(
                Identity.WorkerCard(id: worker, givenName: "Marieke", familyName: "Kok", role: .poh), to: practice,
                at: start, db)
            try Identity.add(
                Identity.PatientCard(
                    id: patient, givenName: "Fatma", familyName: "Yıldız", bornOn: Day(number: -3215), sex: .female,
                    programmes: "hypertensie", phone: "06 - 00 00 00 00"), to: practice, at: start, db)
            try Measurements.agree(on: plan, with: patient, in: practice, db)
            for (limit, value) in own {
                try Measurements.setLimit(limit, to: value, in: practice, by: worker, at: start, db)
            }
        }
    }

    private func plan() throws(ScenarioFailure) -> Measurements.Plan {
        let name = scenario.patient.measuring ?? MeasuringProtocol.sevenDays.name
        guard let measuring = MeasuringProtocol.named(name) else { throw .badPatient("no protocol \(name)") }
        let goal = try scenario.patient.goal.map { text throws(ScenarioFailure) in
            guard let goal = BloodPressure(text) else { throw .badPatient("\(text) is not a pressure") }
            return goal
        }
        return Measurements.Plan(
            measuring: measuring, goal: goal ?? HomeBloodPressure.raisedFrom, startedOn: Day(number: 20_000),
            heartFailureSince: scenario.patient.heartFailureSince.flatMap { Day($0) })
    }

    private func play(
        _ step: Scenario.Step, number: Int, last: Measurements.ReadingID?
    ) async throws -> Measurements.ReadingID? {
        if let days = step.days { return try await play(days, number) }
        if let week = step.week {
            guard let day = Day(week) else { throw ScenarioFailure.badStep(number, "\(week) is not a day") }
            return try await ask(day)
        }
        let moment = try moment(step.at ?? step.night, number)
        let occasion = occasion(moment.instant)
        if let reading = step.reading {
            return try await arrive(try measured(reading, number), moment, status: reading.status)
        }
        if let weight = step.weight { return try await arrive(.weight(.kg(weight)), moment, status: nil) }
        if let question = step.question {
            try await PatientAsks(store: store).tell(
                question, from: patient, of: practice, by: .patient(patient), at: occasion)
        } else if let answer = step.answer {
            try await PracticeAnswers(store: store).tell(
                answer, to: patient, of: practice, closing: Worklist.Family.allCases, by: .worker(worker), at: occasion)
        } else if let complaints = step.complaints {
            try await feel(complaints, last, occasion, number)
        } else if let status = step.settle {
            try await settle(status, last, occasion, number)
        } else if step.night != nil {
            try await WeekEnds(store: store).tell(in: practice, at: occasion)
            try await SilenceFalls(store: store).tell(in: practice, at: occasion)
        } else {
            throw ScenarioFailure.badStep(number, "nothing happens in it")
        }
        return nil
    }

    private func play(_ days: Scenario.DaysStep, _ number: Int) async throws -> Measurements.ReadingID? {
        guard let first = Day(days.from), (1...400).contains(days.count) else {
            throw ScenarioFailure.badStep(number, "from is a day, and count 1 to 400")
        }
        var last: Measurements.ReadingID?
        for offset in 0..<days.count {
            for (hour, texts) in [(8, days.morning ?? []), (20, days.evening ?? [])] {
                for (place, text) in texts.enumerated() {
                    let instant = Amsterdam.instant(first.adding(offset), hour: hour, minute: place)
                    let step = Scenario.PressureStep(pressure: text, pulse: nil, rhythm: nil, status: nil)
                    last = try await arrive(try measured(step, number), .amsterdam(instant), status: nil)
                }
            }
        }
        return last
    }

    private func ask(_ day: Day) async throws -> Measurements.ReadingID? {
        let plan = try plan()
        let (practice, patient) = (practice, patient)
        let week = Measurements.MeasuringWeek(
            id: occasion(Amsterdam.instant(day, hour: 0)).newID(), measuring: plan.measuring, startsOn: day)
        try await store.write { try Measurements.ask(for: week, of: patient, in: practice, $0) }
        return nil
    }

    private func arrive(
        _ measured: Measured, _ moment: Moment, status: String?
    ) async throws -> Measurements.ReadingID? {
        let reading = Reading(
            measured, taken: moment, source: .typed, status: status.flatMap { Status(rawValue: $0) } ?? .final)
        let arrival = try await ReadingArrives(store: store).tell(
            reading, from: patient, of: practice, by: .patient(patient), at: occasion(moment.instant))
        return arrival.isNew ? arrival.reading : nil
    }

    private func feel(
        _ names: [String], _ reading: Measurements.ReadingID?, _ occasion: Occasion, _ number: Int
    ) async throws {
        guard let reading else { throw ScenarioFailure.badStep(number, "there is no reading yet") }
        let complaints = names.compactMap { Complaint(rawValue: $0) }
        guard complaints.count == names.count else { throw ScenarioFailure.badStep(number, "no such complaint") }
        _ = try await PatientFeels(store: store).tell(
            Set(complaints), about: reading, from: patient, of: practice, by: .patient(patient), at: occasion)
    }

    private func settle(
        _ name: String, _ reading: Measurements.ReadingID?, _ occasion: Occasion, _ number: Int
    ) async throws {
        guard let reading, let status = Status(rawValue: name) else {
            throw ScenarioFailure.badStep(number, "settle is final or entered-in-error, after a reading")
        }
        _ = try await ReadingIsSettled(store: store).tell(
            reading, is: status, of: patient, in: practice, by: .worker(worker), at: occasion)
    }

    private func measured(_ step: Scenario.PressureStep, _ number: Int) throws(ScenarioFailure) -> Measured {
        guard let pressure = BloodPressure(step.pressure) else {
            throw .badStep(number, "\(step.pressure) is not a pressure")
        }
        let measured = Measured.bloodPressure(
            pressure, pulse: step.pulse.map { .perMinute($0) }, rhythm: step.rhythm.flatMap { Rhythm(rawValue: $0) })
        do { try Plausibility.refuseImpossible(measured) } catch {
            throw .badStep(number, "no body has a pressure of \(step.pressure)")
        }
        return measured
    }

    private func moment(_ text: String?, _ number: Int) throws(ScenarioFailure) -> Moment {
        guard let text else { throw .badStep(number, "it has no time") }
        var rest = Substring(text.contains("T") ? text : "\(text)T03:00")
        guard let wall = WallClock(readingFrom: &rest), rest.isEmpty else {
            throw .badStep(number, "\(text) is not a time")
        }
        return wall.inAmsterdam
    }

    private func occasion(_ instant: Instant) -> Occasion { Occasion(now: instant, chance: { chance.next() }) }

    /// The same numbers every time, so the same scenario gives the same ids.
    private final class Chance: Sendable {
        private let state = Mutex<UInt64>(1)

        func next() -> UInt64 {
            state.withLock { state in
                state &+= 0x9E37_79B9_7F4A_7C15
                var mixed = state
                mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                return mixed ^ (mixed >> 31)
            }
        }
    }
}

extension BloodPressure {
    /// Reads `150/92`.
    fileprivate init?(_ text: String) {
        let numbers = text.split(separator: "/").map { Int($0) }
        guard numbers.count == 2, let systolic = numbers[0], let diastolic = numbers[1] else { return nil }
        self = .mmHg(systolic, over: diastolic)
    }
}

extension DecodingError {
    fileprivate var inPlainWords: String {
        switch self {
        case .keyNotFound(let key, _): "\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(context.codingPath.map(\.stringValue).joined(separator: ".")) has another form"
        case .dataCorrupted: "it cannot be read as JSON"
        @unknown default: "it cannot be read"
        }
    }
}
