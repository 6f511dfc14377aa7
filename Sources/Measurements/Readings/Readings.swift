import Clinical
import Crypto

extension Measurements {
    package enum ReadingMark {}
    package typealias ReadingID = ID<ReadingMark>

    /// The kinds of readings, as they are kept.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case bloodPressure = "blood-pressure"
        case weight, pulse, steps, glucose, height, waist
    }

    /// A reading with what happened to it here.
    package struct StoredReading: Hashable, Sendable {
        package let id: ReadingID
        package let reading: Reading
        /// What the patient was told at once; `nil` when nobody was waiting for an answer.
        package let answer: String?
        package let complaints: Set<Complaint>
        package let recordedAt: Instant
    }

    /// What came of recording a reading.
    package enum Recorded: Hashable, Sendable {
        case new(ReadingID)
        /// The same reading was sent before; nothing changed.
        case known
    }
}

extension Measured {
    package var kind: Measurements.Kind {
        switch self {
        case .bloodPressure: .bloodPressure
        case .weight: .weight
        case .pulse: .pulse
        case .steps: .steps
        case .glucose: .glucose
        case .height: .height
        case .waist: .waist
        }
    }

    /// The whole numbers that are kept, in canonical units.
    var numbers: (first: Int, second: Int?, third: Int?) {
        switch self {
        case .bloodPressure(let pressure, let pulse, _):
            (pressure.systolic.mmHg, pressure.diastolic.mmHg, pulse?.perMinute)
        case .weight(let weight): (weight.grams, nil, nil)
        case .pulse(let pulse): (pulse.perMinute, nil, nil)
        case .steps(let steps): (steps.count, nil, nil)
        case .glucose(let glucose, _): (glucose.micromolesPerLitre, nil, nil)
        case .height(let height): (height.millimetres, nil, nil)
        case .waist(let waist): (waist.millimetres, nil, nil)
        }
    }

    var detail: String? {
        switch self {
        case .bloodPressure(_, _, let rhythm): rhythm?.rawValue
        case .glucose(_, let moment): moment.rawValue
        case .weight, .pulse, .steps, .height, .waist: nil
        }
    }

    /// The way back from what is kept; `nil` when the columns do not fit the kind.
    init?(_ kind: Measurements.Kind, _ first: Int, _ second: Int?, _ third: Int?, detail: String?) {
        switch kind {
        case .bloodPressure:
            guard let second else { return nil }
            self = .bloodPressure(
                .mmHg(first, over: second), pulse: third.map { .perMinute($0) },
                rhythm: detail.flatMap { Rhythm(rawValue: $0) })
        case .weight: self = .weight(.grams(first))
        case .pulse: self = .pulse(.perMinute(first))
        case .steps: self = .steps(.count(first))
        case .glucose:
            guard let moment = detail.flatMap({ GlucoseMoment(rawValue: $0) }) else { return nil }
            self = .glucose(.micromolesPerLitre(first), moment)
        case .height: self = .height(.millimetres(first))
        case .waist: self = .waist(.millimetres(first))
        }
    }
}

extension Measured {
    /// The sender's number of what was typed in a form: the same form with the same numbers is the same reading; the
    /// same form with other numbers (somebody went back a page) is another one, and neither is lost.
    func typed(in form: Measurements.ReadingID) -> String {
        let (first, second, third) = numbers
        return "\(form)|\(kind.rawValue)|\(first)|\(second.map(String.init) ?? "")|\(third.map(String.init) ?? "")"
    }
}

extension Reading {
    /// Two readings with the same mark are one reading that was sent twice.
    ///
    /// The sender's own identifier decides when there is one; otherwise the kind, the instant and the values.
    ///
    /// - Shape: 16 bytes of a SHA-256
    var fingerprint: [UInt8] {
        let numbers = measured.numbers
        let text =
            externalID.map { "\(source.rawValue)|\(measured.kind.rawValue)|\($0)" }
                ?? """
                \(measured.kind.rawValue)|\(taken.instant.milliseconds)|\(numbers.first)|\(numbers.second.map(String.init) ?? "")\
                |\(setting.rawValue)
                """
        return Array(SHA256.hash(data: Array(text.utf8)).prefix(16))
    }
}
