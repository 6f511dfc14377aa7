import Clinical

extension Measurements {
    /// What a practice and a patient agreed: how to measure, and below which numbers they want to stay.
    package struct Plan: Hashable, Sendable {
        package let measuring: MeasuringProtocol
        /// An average at or above either number is above the goal.
        package let goal: BloodPressure
        package let startedOn: Day
        package let heartFailureSince: Day?
        /// What they measure besides blood pressure, as it was agreed.
        package let also: Set<AlsoMeasured>
        /// The last day on which we asked the patient to measure again; `nil` when they measure.
        package let remindedOn: Day?

        package init(
            measuring: MeasuringProtocol = .sevenDays, goal: BloodPressure = HomeBloodPressure.raisedFrom,
            startedOn: Day, heartFailureSince: Day? = nil, also: Set<AlsoMeasured> = [],
            remindedOn: Day? = nil
        ) {
            self.measuring = measuring
            self.goal = goal
            self.startedOn = startedOn
            self.heartFailureSince = heartFailureSince
            self.also = also
            self.remindedOn = remindedOn
        }

        /// What they are asked for besides blood pressure.
        package var alsoAsked: [AlsoMeasured] { AlsoMeasured.asked(agreed: also, heartFailure: heartFailureSince) }
    }

    package enum AgreementMark {}

    /// A plan as it was agreed at some time: what came later does not change it.
    struct Agreement: Hashable, Sendable {
        let plan: Plan
        let at: Instant
        /// The name of who agreed on it for the practice.
        let by: String
    }
}
