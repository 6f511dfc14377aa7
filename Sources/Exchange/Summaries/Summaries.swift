import Clinical

extension Exchange {
    package enum SummaryMark {}
    package enum ApprovalMark {}

    /// What one patient measured at home of one kind in one period, as one average for the record of the practice.
    ///
    /// It is made from what was measured, shown to the practice, and goes nowhere before somebody approved it. What was
    /// approved stays as it is: when a reading in it turns out to be a mistake, a new version says that it replaces the former.
    ///
    /// - Source: averages go to the record once in three months: Stevit (VitaValley 2022); docs/clinical/period-average.md
    package struct Summary: Hashable, Sendable {
        package let id: ID<SummaryMark>
        package let patient: ID<Patient>
        package let period: SummaryPeriod
        /// 1, and one more for each correction.
        package let version: Int
        /// The number that all its versions share, by which another system knows that it is the same.
        let series: ID<SummaryMark>
        package let state: SummaryState
        package let judgement: PeriodJudgement
        let remark: SummaryRemark
        let madeAt: Instant
        let approved: Approved?
        let placedAt: Instant?
        /// When the version before this one was approved.
        let formerApprovedAt: Instant?
        let givenName: String
        let familyName: String
        let bornOn: Day

        struct Approved: Hashable, Sendable {
            let at: Instant
            let by: String
        }

        package var kind: PeriodAverage.Kind { judgement.kind }

        /// After a correction too little was left: what stands in the record does not hold any more.
        var isLapsed: Bool {
            if case .tooFew = judgement.outcome { version > 1 } else { false }
        }

        /// Nothing about it asks for a look by somebody.
        var isPlain: Bool { state == .ready && version == 1 && remark == .none }

        /// Whether it tells the same of what was measured.
        func tells(_ other: PeriodJudgement) -> Bool {
            judgement.outcome == other.outcome && judgement.way == other.way
                && judgement.counted.used == other.counted.used && judgement.counted.days == other.counted.days
                && judgement.counted.firstDay == other.counted.firstDay
                && judgement.counted.lastDay == other.counted.lastDay
        }
    }

    /// How far a summary is. *Placed* stands in the record; *replaced* has a newer version that was approved.
    package enum SummaryState: String, Hashable, Sendable, CaseIterable {
        case ready, approved, placed
        case tooFew = "too-few"
        case replaced
    }

    /// Why somebody has to look before it is approved.
    enum SummaryRemark: String, Hashable, Sendable, CaseIterable {
        case none
        /// The meter marked readings as irregular; they were left out.
        case irregular
        /// A reading in this period waits for the practice to say whether it counts.
        case unconfirmed
    }

    /// From a day up to and with another: mostly a quarter.
    package struct SummaryPeriod: Hashable, Sendable {
        package let from: Day
        package let through: Day

        package init(from: Day, through: Day) {
            self.from = from
            self.through = through
        }

        package init(_ quarter: Quarter) { self.init(from: quarter.firstDay, through: quarter.lastDay) }

        var quarter: Quarter? {
            let quarter = Quarter(of: from)
            return SummaryPeriod(quarter) == self ? quarter : nil
        }

        /// Longer than a year is no period but a life.
        static let mostDays = 366

        /// - Returns: what is wrong with the days that somebody chose
        static func problem(from: Day, through: Day, today: Day) -> PeriodProblem? {
            if through < from { return .turned }
            if through > today { return .future }
            return through.days(since: from) >= mostDays ? .tooLong : nil
        }
    }

    enum PeriodProblem: Hashable, Sendable { case turned, future, tooLong }
}
