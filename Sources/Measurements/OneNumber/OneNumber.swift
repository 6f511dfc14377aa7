import Clinical
import Web

extension Measurements {
    /// One number that somebody types at home: a weight, the steps of a day, or a glucose.
    enum OneNumber: Hashable, Sendable {
        case weight
        case steps(of: StepsDay)
        case glucose(GlucoseMoment)

        /// Steps are typed of a day that is over, or of the day so far.
        enum StepsDay: String, Hashable, Sendable, CaseIterable { case yesterday, today }

        /// - Parameter about: which day or which moment, as it stands in an address; nothing where there is nothing to choose
        /// - Returns: nothing when it still has to be chosen
        init?(_ kind: AlsoMeasured, about: String?) {
            switch kind {
            case .weight: self = .weight
            case .steps:
                guard let day = about.flatMap({ StepsDay(rawValue: $0) }) else { return nil }
                self = .steps(of: day)
            case .glucose:
                guard let moment = about.flatMap({ GlucoseMoment(rawValue: $0) }) else { return nil }
                self = .glucose(moment)
            }
        }

        var kind: AlsoMeasured {
            switch self {
            case .weight: .weight
            case .steps: .steps
            case .glucose: .glucose
            }
        }

        var about: String {
            switch self {
            case .weight: ""
            case .steps(let day): day.rawValue
            case .glucose(let moment): moment.rawValue
            }
        }

        /// A day of steps that is over stands at its last minute.
        func taken(at now: Instant) -> Moment {
            guard self == .steps(of: .yesterday) else { return .amsterdam(now) }
            return .amsterdam(Amsterdam.instant(Moment.amsterdam(now).day.adding(-1), hour: 23, minute: 59))
        }

        /// - Returns: what was typed, or what to look at again
        func read(_ form: Form) -> Result<Measured, Incomplete> {
            guard let measured = measured(form) else {
                return .failure(Incomplete(problems: [Problem("value", OneNumberWords.type(kind))]))
            }
            do throws(Impossible) { try Plausibility.refuseImpossible(measured) } catch {
                return .failure(Incomplete(problems: [Problem("value", OneNumberWords.notPossible)]))
            }
            return .success(measured)
        }

        private func measured(_ form: Form) -> Measured? {
            switch self {
            case .weight: form.decimal("value").flatMap { $0 < Self.most ? .weight(.kg($0)) : nil }
            case .steps: Self.count(form["value"]).map { .steps(.count($0)) }
            case .glucose(let moment):
                form.decimal("value").flatMap { $0 < Self.most ? .glucose(.millimolesPerLitre($0), moment) : nil }
            }
        }

        /// Beyond this there is no whole number to judge, whatever is measured.
        private static let most = 1_000_000.0

        /// `7250`, or `7.250` as a phone shows it.
        private static func count(_ text: String?) -> Int? {
            guard let text, text.utf8.count <= 12 else { return nil }
            let digits = text.filter { $0 != "." && $0 != " " }
            guard !digits.isEmpty, digits.utf8.count <= 9, digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
                return nil
            }
            return Int(digits)
        }
    }
}

extension AlsoMeasured {
    package var kind: Measurements.Kind {
        switch self {
        case .weight: .weight
        case .steps: .steps
        case .glucose: .glucose
        }
    }

    package var path: String { "/measure/\(rawValue)" }

    package var icon: Icon {
        switch self {
        case .weight: .gauge
        case .steps: .walk
        case .glucose: .drop
        }
    }
}
