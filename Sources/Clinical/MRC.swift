/// How much breathlessness stands in a person's way, in five grades.
///
/// - Shape: one choice, 1 (only with great effort) to 5 (too breathless to leave the house)
/// - Source: Medical Research Council dyspnoea scale, BMJ 1959;2:257–266; our own wording; to be
///   confirmed by a clinician; docs/clinical/mrc.md
package enum MRC: Int, Hashable, Sendable, CaseIterable {
    package static let rule = "mrc"
    package static let version = "1"

    case one = 1, two, three, four, five

    /// - Throws: ``OutsideRange`` when it is not 1 to 5
    package init(grade: Int) throws(OutsideRange) {
        guard let found = MRC(rawValue: grade) else {
            throw OutsideRange(input: .item, given: Double(grade), lowest: 1, highest: 5)
        }
        self = found
    }

    /// The modified scale counts from 0 to 4.
    package var modified: Int { rawValue - 1 }
}
