/// One thing that was measured, once, and everything needed to trust it.
///
/// - Shape: what was measured, when, in which setting, how it reached us, and whether it counts
/// - Units: whole numbers in canonical units, see ``Measured``
package struct Reading: Hashable, Sendable {
    package var measured: Measured
    package var taken: Moment
    package var setting: Setting
    package var source: Source
    package var status: Status
    /// The name of the meter, when the sender told it.
    package var device: String?
    /// What the sender calls this reading; the same one sent twice is one reading.
    package var externalID: String?

    package init(
        _ measured: Measured, taken: Moment, setting: Setting = .home, source: Source, status: Status = .final,
        device: String? = nil, externalID: String? = nil
    ) {
        self.measured = measured
        self.taken = taken
        self.setting = setting
        self.source = source
        self.status = status
        self.device = device
        self.externalID = externalID
    }
}

/// What can be measured at home or in the practice.
package enum Measured: Hashable, Sendable {
    case bloodPressure(BloodPressure, pulse: Pulse?, rhythm: Rhythm?)
    case weight(Weight)
    case pulse(Pulse)
    case steps(Steps)
    case glucose(Concentration, GlucoseMoment)
    case height(Length)
    case waist(Length)
}

/// When in the day a glucose was taken; the limits differ.
package enum GlucoseMoment: String, Hashable, Sendable, CaseIterable {
    case fasting, afterMeal, random
}

/// Home and practice values have different codes and different limits, so every reading says where it was taken.
package enum Setting: String, Hashable, Sendable, CaseIterable {
    case home, practice
}

/// How the reading reached us.
package enum Source: String, Hashable, Sendable, CaseIterable {
    case typed, bluetooth, file, fhir, hl7, paper
}

/// Whether a reading counts.
///
/// *Unconfirmed* was implausible and confirmed by the person; it waits for the practice and is not averaged.
package enum Status: String, Hashable, Sendable, CaseIterable {
    case final, unconfirmed
    case enteredInError = "entered-in-error"
}
