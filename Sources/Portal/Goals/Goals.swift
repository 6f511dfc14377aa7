import Clinical

extension Portal {
    package enum GoalMark {}

    /// Something the patient wants, in their own words, with the days on which it worked out.
    package struct Goal: Hashable, Sendable {
        package let id: ID<GoalMark>
        package let text: String
        package let setOn: Day
        package let reachedOn: Day?
        /// The days of this week on which it worked out.
        package let days: [Day]
    }
}
