/// The values that are stored without asking; anything outside is asked back.
///
/// - Units: the canonical whole numbers of ``Measured``
/// - Source: our own proposal; docs/clinical/plausibility.md
package struct PlausibleRange: Hashable, Sendable {
    package let name: String
    package let lowest: Int
    package let highest: Int
    package let unit: String

    package func holds(_ value: Int) -> Bool { (lowest...highest).contains(value) }

    package static let systolic = PlausibleRange(name: "systolic", lowest: 60, highest: 280, unit: "mmHg")
    package static let diastolic = PlausibleRange(name: "diastolic", lowest: 30, highest: 160, unit: "mmHg")
    package static let pulse = PlausibleRange(name: "pulse", lowest: 25, highest: 220, unit: "/min")
    package static let weight = PlausibleRange(name: "weight", lowest: 20_000, highest: 350_000, unit: "g")
    package static let height = PlausibleRange(name: "height", lowest: 1000, highest: 2300, unit: "mm")
    package static let steps = PlausibleRange(name: "steps", lowest: 0, highest: 100_000, unit: "/day")
    package static let glucose = PlausibleRange(name: "glucose", lowest: 1000, highest: 35_000, unit: "µmol/L")
    package static let waist = PlausibleRange(name: "waist", lowest: 400, highest: 2200, unit: "mm")

    package static let all = [systolic, diastolic, pulse, weight, height, steps, glucose, waist]
}

/// No body can have this value, so it is not stored and not asked about.
///
/// - Source: 1–400 mmHg is what the database accepts; the other bounds are our own proposal;
///   docs/clinical/plausibility.md
package enum Impossible: Error, Hashable, Sendable {
    case pressure(Pressure)
    case pulse(Pulse)
    case weight(Weight)
    case steps(Steps)
    case glucose(Concentration)
    case length(Length)
}

extension Plausibility {
    /// - Throws: ``Impossible`` for a value that cannot exist
    package static func refuseImpossible(_ measured: Measured) throws(Impossible) {
        switch measured {
        case .bloodPressure(let pressure, let pulse, _):
            try refuse(pressure.systolic)
            try refuse(pressure.diastolic)
            if let pulse { try refuse(pulse) }
        case .pulse(let pulse): try refuse(pulse)
        case .weight(let weight):
            guard possibleGrams.contains(weight.grams) else { throw .weight(weight) }
        case .steps(let steps):
            guard possibleSteps.contains(steps.count) else { throw .steps(steps) }
        case .glucose(let glucose, _):
            guard possibleGlucose.contains(glucose.micromolesPerLitre) else { throw .glucose(glucose) }
        case .height(let length), .waist(let length):
            guard possibleMillimetres.contains(length.millimetres) else { throw .length(length) }
        }
    }

    private static func refuse(_ pressure: Pressure) throws(Impossible) {
        guard possiblePressure.contains(pressure.mmHg) else { throw .pressure(pressure) }
    }

    private static func refuse(_ pulse: Pulse) throws(Impossible) {
        guard possiblePulse.contains(pulse.perMinute) else { throw .pulse(pulse) }
    }

    /// Source for these five: our own proposal; docs/clinical/plausibility.md
    private static let possiblePressure = 1...400
    private static let possiblePulse = 1...400
    private static let possibleGrams = 1...1_000_000
    private static let possibleSteps = 0...1_000_000
    private static let possibleGlucose = 1...100_000
    private static let possibleMillimetres = 1...3000
}
