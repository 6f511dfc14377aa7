import Clinical
import Web

extension Measurements {
    /// What a patient typed over from the meter, before anyone believes it.
    struct Typed: Hashable, Sendable {
        let systolic: Int
        let diastolic: Int
        let pulse: Int?

        var measured: Measured {
            .bloodPressure(
                .mmHg(systolic, over: diastolic), pulse: pulse.map { .perMinute($0) }, rhythm: nil)
        }

        /// - Returns: what was typed, or which fields have to be looked at again
        static func read(_ form: Form) -> Result<Typed, Incomplete> {
            let systolic = form.number("systolic").flatMap(possible)
            let diastolic = form.number("diastolic").flatMap(possible)
            let pulse = form.number("pulse").flatMap { (1...400).contains($0) ? $0 : nil }
            var problems: [Problem] = []
            if systolic == nil { problems.append(Problem("systolic", MeasuringWords.typeUpper)) }
            if diastolic == nil { problems.append(Problem("diastolic", MeasuringWords.typeMiddle)) }
            if pulse == nil, form["pulse"] != nil { problems.append(Problem("pulse", MeasuringWords.typeLower)) }
            guard let systolic, let diastolic, problems.isEmpty else { return .failure(Incomplete(problems: problems)) }
            return .success(Typed(systolic: systolic, diastolic: diastolic, pulse: pulse))
        }

        /// No body has a pressure outside these numbers; the database refuses them as well.
        ///
        /// - Source: docs/clinical/plausibility.md
        private static func possible(_ number: Int) -> Int? { (1...400).contains(number) ? number : nil }
    }

    struct Incomplete: Error, Hashable {
        let problems: [Problem]
    }
}
