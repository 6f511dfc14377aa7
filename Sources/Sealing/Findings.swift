/// Findings in the order in which they were made.
///
/// A log that was renumbered has a finding at every line; so many of them tell enough, and the rest is counted.
struct Findings: Sendable {
    static let most = 1000

    private(set) var kept: [Finding] = []
    private(set) var leftOut = 0

    mutating func note(_ finding: Finding) {
        guard kept.count < Findings.most else { return leftOut += 1 }
        kept.append(finding)
    }

    /// It was not the line that was changed, but its link.
    mutating func blameLink(at place: UInt64) {
        guard leftOut == 0 else { return }
        let index = kept.lastIndex { if case .editedLine(place, _) = $0 { true } else { false } }
        if let index { kept[index] = .brokenLink(place) }
    }
}
