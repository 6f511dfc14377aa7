/// How long the end of a log may stay unsigned before that is a finding of its own.
///
/// A line that was just written has no link yet, and a link that was just made has no head yet. Until it has one,
/// whoever can write in the database can still change it unseen.
///
/// - Units: milliseconds; lines
package struct Allowance: Hashable, Sendable {
    package let milliseconds: Int64
    package let lines: UInt64

    package init(milliseconds: Int64, lines: UInt64) {
        self.milliseconds = milliseconds
        self.lines = lines
    }

    /// What happened before this has waited too long.
    func deadline(at now: Int64) -> Int64 {
        let (deadline, isTooEarly) = now.subtractingReportingOverflow(milliseconds)
        return isTooEarly ? .min : deadline
    }
}
