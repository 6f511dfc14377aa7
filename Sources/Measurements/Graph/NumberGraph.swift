import Clinical

extension Measurements {
    /// Everything the graph of a weight, the steps or a glucose shows: the newest number, a picture, a table.
    struct NumberGraph: Sendable {
        let kind: AlsoMeasured
        let period: Period
        let today: Day
        /// In the order in which they were taken; of one day only the highest count of steps.
        let points: [Point]
        /// What else can be looked at.
        let kinds: [AlsoMeasured]

        struct Point: Hashable, Sendable {
            let measured: Measured
            let taken: Moment

            /// As it is kept: g, steps, µmol/L.
            var number: Int { measured.numbers.first }
        }
    }
}
