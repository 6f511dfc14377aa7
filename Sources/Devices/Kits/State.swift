extension Devices {
    /// Where a kit is in its life.
    package enum State: String, Hashable, Sendable, CaseIterable {
        case inStock = "in stock"
        case reserved, lent, returned
        case brokenAtHome = "broken at home"
        case broken
        case recalledAtHome = "recalled at home"
        case recalled, lost, retired

        /// Somebody has it, or will have it.
        package var isTaken: Bool { self == .reserved || isAtHome }
        package var isAtHome: Bool { [.lent, .brokenAtHome, .recalledAtHome].contains(self) }
    }

    /// What can be done with a kit.
    package enum Step: String, Hashable, Sendable, CaseIterable {
        case reserve, release, lend
        case undoLending = "undo lending"
        case extend
        case takeBack = "take back"
        case undoTakingBack = "undo taking back"
        case check
        case checkAgain = "check again"
        case breakDown = "break"
        case repair, lose, find
        case findAtHome = "find at home"
        case recall, clear, retire
        case undoRetiring = "undo retiring"
    }

    /// Every step from every state in which it makes sense; what does not stand here cannot be done.
    ///
    /// docs/running/kits.md prints it, and a test holds the two against each other.
    static let steps: [Step: [State: State]] = [
        .reserve: [.inStock: .reserved],
        .release: [.reserved: .inStock],
        .lend: [.inStock: .lent, .reserved: .lent],
        .undoLending: [.lent: .inStock],
        .extend: [.lent: .lent],
        .takeBack: [.lent: .returned, .brokenAtHome: .broken, .recalledAtHome: .recalled],
        .undoTakingBack: [.returned: .lent, .broken: .brokenAtHome, .recalled: .recalledAtHome],
        .check: [.returned: .inStock],
        .checkAgain: [.inStock: .returned],
        .breakDown: [.inStock: .broken, .reserved: .broken, .returned: .broken, .lent: .brokenAtHome],
        .repair: [.broken: .returned, .brokenAtHome: .lent],
        .lose: [
            .inStock: .lost, .reserved: .lost, .returned: .lost, .broken: .lost, .recalled: .lost, .lent: .lost,
            .brokenAtHome: .lost, .recalledAtHome: .lost,
        ],
        .find: [.lost: .returned],
        .findAtHome: [.lost: .lent],
        .recall: [
            .inStock: .recalled, .reserved: .recalled, .returned: .recalled, .broken: .recalled,
            .lent: .recalledAtHome, .brokenAtHome: .recalledAtHome,
        ],
        .clear: [.recalled: .returned, .recalledAtHome: .lent],
        .retire: [.inStock: .retired, .returned: .retired, .broken: .retired, .recalled: .retired, .lost: .retired],
        .undoRetiring: [.retired: .returned],
    ]

    /// - Returns: nothing when this cannot be done now
    package static func state(after step: Step, from state: State, for purpose: Purpose) -> State? {
        if purpose == .demonstration, [.reserve, .lend, .findAtHome, .undoTakingBack].contains(step) { return nil }
        return steps[step]?[state]
    }

    /// A step that only takes back the last one, or gives back what it ended.
    package static func mustFollow(_ step: Step) -> Step? {
        switch step {
        case .undoTakingBack: .takeBack
        case .findAtHome: .lose
        default: nil
        }
    }

    /// The table as it stands in the documentation.
    package static var stateTable: String {
        let rows = Step.allCases.map { step in
            let ways = State.allCases.compactMap { from in
                steps[step]?[from].map { "\(from.rawValue) → \($0.rawValue)" }
            }
            let condition = mustFollow(step).map { "only right after *\($0.rawValue)*" } ?? ""
            return "| \(step.rawValue) | \(ways.joined(separator: "<br>")) | \(condition) |"
        }
        return (["| step | from → to | |", "|---|---|---|"] + rows).joined(separator: "\n")
    }
}
