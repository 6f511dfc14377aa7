import Clinical

extension Measurements {
    package enum WeekMark {}

    /// One measuring week of a patient: asked for, measured, and judged once it is over or complete.
    package struct MeasuringWeek: Hashable, Sendable {
        package let id: ID<WeekMark>
        package let measuring: MeasuringProtocol
        package let startsOn: Day
        package let endsOn: Day
        package let judged: Judged?

        package struct Judged: Hashable, Sendable {
            package let at: Instant
            package let outcome: WeekJudgement.Outcome
            package let readings: Int
            package let moments: Int
            package let rule: String
            package let version: String
        }

        package init(id: ID<WeekMark>, measuring: MeasuringProtocol, startsOn: Day, judged: Judged? = nil) {
            self.id = id
            self.measuring = measuring
            self.startsOn = startsOn
            endsOn = startsOn.adding(measuring.days - 1)
            self.judged = judged
        }

        /// A week that was judged early leaves its last days free.
        func overlaps(_ other: MeasuringWeek) -> Bool {
            judged == nil && startsOn <= other.endsOn && other.startsOn <= endsOn
        }
    }
}
