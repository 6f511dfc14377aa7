import Clinical
import Identity
import Web

extension Devices {
    /// How the list is parted: who should have brought one back first.
    enum Group: String, Hashable, Sendable, CaseIterable {
        case late
        case callBack = "call-back"
        case check, lent, stock, away, retired

        var states: [State] {
            switch self {
            case .late: []
            case .callBack: [.recalledAtHome, .brokenAtHome]
            case .check: [.returned]
            case .lent: [.lent]
            case .stock: [.reserved, .inStock]
            case .away: [.broken, .recalled, .lost]
            case .retired: [.retired]
            }
        }
    }

    /// What the page of the practice shows.
    struct Overview: Hashable, Sendable {
        let counts: [State: Int]
        /// By the state in which they are at home.
        let overdue: [State: Int]
        let lines: [Listed]
        let kinds: [Kind]
        let today: Day

        func lines(of group: Group) -> [Listed] {
            lines.filter { line in
                let isLate = line.isOverdue(on: today)
                return group == .late ? isLate : !isLate && group.states.contains(line.kit.state)
            }
        }

        func count(of group: Group) -> Int {
            group == .late
                ? overdue.values.reduce(0, +)
                : group.states.reduce(0) { $0 + counts[$1, default: 0] - overdue[$1, default: 0] }
        }

        func name(of kind: String) -> String { kinds.first { $0.code == kind }?.name ?? kind }
    }

    /// One kit with everything about it.
    struct Card: Hashable, Sendable {
        let kit: Kit
        let kind: String
        let holder: Holder?
        let history: [Event]
        let validated: [String: ValidatedModel]

        /// What can be done with it now by a button on its own page.
        var steps: [Step] {
            Step.allCases.filter { step in
                guard ![.reserve, .lend, .recall].contains(step),
                    Devices.state(after: step, from: kit.state, for: kit.purpose) != nil
                else { return false }
                guard let before = mustFollow(step) else { return true }
                return history.first?.step == before && history.first?.loan != nil
            }
        }

        /// What is nearly always next.
        var mainStep: Step? {
            switch kit.state {
            case .lent, .brokenAtHome, .recalledAtHome: .takeBack
            case .returned: .check
            case .broken: .repair
            case .recalled: .clear
            case .lost: .find
            case .retired: .undoRetiring
            case .inStock, .reserved: nil
            }
        }
    }
}

/// Where kits are found.
enum KitPath {
    static let list = "/kits"
    static func card(_ number: KitNumber) -> String { "/kits/\(number)/card" }
    static func steps(_ number: KitNumber) -> String { "/kits/\(number)/steps" }
    static func parts(_ number: KitNumber) -> String { "/kits/\(number)/parts" }
    static func agreement(_ number: KitNumber) -> String { "/kits/\(number)/agreement" }
    /// What stands in the picture on the label: the number, and nothing of a patient.
    static func label(_ number: KitNumber) -> String { "/kits/\(number)" }
}
