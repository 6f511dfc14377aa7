/// What the check of one log came to.
package struct Report: Hashable, Sendable, CustomStringConvertible {
    /// In the order of their place; the first one is where to look.
    package let findings: [Finding]
    /// How many more there were than are kept.
    package let leftOut: Int

    package let lines: Int
    package let heads: Int
    package let anchors: Int
    package let unsealed: Int

    /// The last line that a signed head agrees with. What comes after it is not yet protected.
    package let agreedUntil: UInt64
    package let chainEndsAt: UInt64

    package var isClean: Bool { findings.isEmpty }

    /// What the command line prints.
    package var description: String {
        let checked = "\(lines) lines, \(heads) heads and \(anchors) anchors checked; signed until line \(agreedUntil)"
        let waiting = "; \(unsealed) lines not sealed yet."
        let rest = leftOut == 0 ? [] : ["And \(leftOut) more."]
        return ([checked + waiting] + (isClean ? ["Nothing was found."] : findings.map(\.description)) + rest)
            .joined(separator: "\n")
    }
}
