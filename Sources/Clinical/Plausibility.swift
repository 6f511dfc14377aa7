/// Asks "is this right?" about a reading that is hardly possible.
///
/// A doubtful reading is asked back, never silently dropped or changed. Confirmed by the person it is
/// kept as unconfirmed until the practice accepts it. Only what cannot exist in a body is refused.
///
/// - Shape: one measured value and what is known from before → the doubts about it, none when it is likely
/// - Source: our own proposal; docs/clinical/plausibility.md
package enum Plausibility {
    package static let rule = "plausibility"
    package static let version = "1"

    /// - Throws: ``Impossible`` when no body can have this value
    package static func doubts(
        about measured: Measured, taken: Instant, now: Instant, after history: MeasuringHistory = MeasuringHistory()
    ) throws(Impossible) -> [Doubt] {
        try refuseImpossible(measured)
        return doubts(about: measured, taken: taken, after: history) + doubts(aboutTime: taken, now: now)
    }

    private static func doubts(
        about measured: Measured, taken: Instant, after history: MeasuringHistory
    ) -> [Doubt] {
        switch measured {
        case .bloodPressure(let pressure, let pulse, _):
            doubts(about: pressure, average: history.averagePressure) + (pulse.map(doubts(about:)) ?? [])
        case .weight(let weight): doubts(about: weight, taken: taken, last: history.lastWeight)
        case .pulse(let pulse): doubts(about: pulse)
        case .steps(let steps): PlausibleRange.steps.holds(steps.count) ? [] : [.steps(steps)]
        case .glucose(let glucose, _):
            PlausibleRange.glucose.holds(glucose.micromolesPerLitre) ? [] : [.glucose(glucose)]
        case .height(let height): PlausibleRange.height.holds(height.millimetres) ? [] : [.height(height)]
        case .waist(let waist): PlausibleRange.waist.holds(waist.millimetres) ? [] : [.waist(waist)]
        }
    }

    private static func doubts(about pressure: BloodPressure, average: BloodPressure?) -> [Doubt] {
        if pressure.diastolic > pressure.systolic { return [.swapped(pressure)] }
        var doubts: [Doubt] = []
        if !PlausibleRange.systolic.holds(pressure.systolic.mmHg) { doubts.append(.systolic(pressure.systolic)) }
        if !PlausibleRange.diastolic.holds(pressure.diastolic.mmHg) { doubts.append(.diastolic(pressure.diastolic)) }
        if pressure.systolic.mmHg - pressure.diastolic.mmHg < smallestDifference.mmHg {
            doubts.append(.closeTogether(pressure))
        }
        if let usual = average?.systolic, abs(pressure.systolic.mmHg - usual.mmHg) > largestJump.mmHg {
            doubts.append(.jump(pressure.systolic, usual: usual))
        }
        return doubts
    }

    private static func doubts(about pulse: Pulse) -> [Doubt] {
        PlausibleRange.pulse.holds(pulse.perMinute) ? [] : [.pulse(pulse)]
    }

    private static func doubts(about weight: Weight, taken: Instant, last: DatedWeight?) -> [Doubt] {
        if !PlausibleRange.weight.holds(weight.grams) { return [.weight(weight)] }
        guard let last else { return [] }
        let change = abs(weight.grams - last.weight.grams)
        let soon = abs((taken - last.taken).wholeMilliseconds) <= Duration.hours(24).wholeMilliseconds
        let sudden = soon && change > largestChangeInADay.grams
        let large = change * 100 > last.weight.grams * largestChangeInHundredths
        return sudden || large ? [.weightChange(from: last.weight, to: weight)] : []
    }

    private static func doubts(aboutTime taken: Instant, now: Instant) -> [Doubt] {
        taken > now + clockTolerance ? [.future] : []
    }

    /// Upper and lower pressure closer than this are asked back.
    ///
    /// - Units: mmHg
    /// - Source: our own proposal; docs/clinical/plausibility.md
    package static let smallestDifference = Pressure.mmHg(10)

    /// An upper pressure further than this from the person's own average is asked back.
    ///
    /// - Units: mmHg
    /// - Source: our own proposal; docs/clinical/plausibility.md
    package static let largestJump = Pressure.mmHg(40)

    /// When the average of what a meter kept is further than this from the person's own: is it somebody else's?
    ///
    /// - Units: mmHg
    /// - Source: our own proposal; docs/clinical/plausibility.md
    package static let largestJumpOfMany = Pressure.mmHg(20)

    /// As many readings of one meter as make an average worth asking about.
    ///
    /// - Source: our own proposal; docs/clinical/plausibility.md
    package static let many = 3

    /// The readings that a meter gave at once are far from what is usual.
    ///
    /// - Returns: the average, when it has to be asked whose they are
    package static func strangeAverage(of pressures: [BloodPressure], usual: BloodPressure?) -> Pressure? {
        guard let usual, pressures.count >= many else { return nil }
        let sum = pressures.reduce(0) { $0 + $1.systolic.mmHg }
        let average = Pressure.mmHg(rounding: Double(sum) / Double(pressures.count))
        return abs(average.mmHg - usual.systolic.mmHg) > largestJumpOfMany.mmHg ? average : nil
    }

    /// More than this within 24 hours: is somebody else on the scale?
    ///
    /// - Units: g
    /// - Source: our own proposal; docs/clinical/plausibility.md
    package static let largestChangeInADay = Weight.kg(5)

    /// More than this part of the last weight, however long ago: is somebody else on the scale?
    ///
    /// - Units: hundredths of the last weight
    /// - Source: our own proposal; docs/clinical/plausibility.md
    package static let largestChangeInHundredths = 10

    /// How far the clock of a meter may run ahead before its time is asked back.
    ///
    /// - Source: our own proposal; docs/clinical/plausibility.md
    package static let clockTolerance = Duration.minutes(5)
}

/// What is known of a person from before, as far as it helps to doubt a new reading.
package struct MeasuringHistory: Hashable, Sendable {
    package var averagePressure: BloodPressure?
    package var lastWeight: DatedWeight?

    package init(averagePressure: BloodPressure? = nil, lastWeight: DatedWeight? = nil) {
        self.averagePressure = averagePressure
        self.lastWeight = lastWeight
    }
}

/// A weight and when it was taken.
package struct DatedWeight: Hashable, Sendable {
    package let weight: Weight
    package let taken: Instant

    package init(_ weight: Weight, taken: Instant) {
        self.weight = weight
        self.taken = taken
    }
}

/// One reason to ask "is this right?".
package enum Doubt: Hashable, Sendable {
    case systolic(Pressure)
    case diastolic(Pressure)
    /// The lower number is the higher one; see ``offer``.
    case swapped(BloodPressure)
    case closeTogether(BloodPressure)
    case jump(Pressure, usual: Pressure)
    case pulse(Pulse)
    case weight(Weight)
    case weightChange(from: Weight, to: Weight)
    case steps(Steps)
    case glucose(Concentration)
    case height(Length)
    case waist(Length)
    case future

    /// The two numbers the other way round, when they look swapped.
    package var offer: BloodPressure? {
        guard case .swapped(let typed) = self else { return nil }
        return BloodPressure(typed.diastolic, over: typed.systolic)
    }
}
