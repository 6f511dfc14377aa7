import Foundation
import Testing

@testable import Devices

/// Every step from every state, written down a second time by hand: by state, where the code has it by step.
@Suite struct StateTests {
    private typealias State = Devices.State
    private typealias Step = Devices.Step

    private static let table: [State: [Step: State]] = [
        .inStock: [
            .reserve: .reserved, .lend: .lent, .checkAgain: .returned, .breakDown: .broken, .lose: .lost,
            .recall: .recalled, .retire: .retired,
        ],
        .reserved: [
            .release: .inStock, .lend: .lent, .breakDown: .broken, .lose: .lost, .recall: .recalled,
        ],
        .lent: [
            .undoLending: .inStock, .extend: .lent, .takeBack: .returned, .breakDown: .brokenAtHome, .lose: .lost,
            .recall: .recalledAtHome,
        ],
        .returned: [
            .undoTakingBack: .lent, .check: .inStock, .breakDown: .broken, .lose: .lost, .recall: .recalled,
            .retire: .retired,
        ],
        .brokenAtHome: [.takeBack: .broken, .repair: .lent, .lose: .lost, .recall: .recalledAtHome],
        .broken: [
            .undoTakingBack: .brokenAtHome, .repair: .returned, .lose: .lost, .recall: .recalled, .retire: .retired,
        ],
        .recalledAtHome: [.takeBack: .recalled, .lose: .lost, .clear: .lent],
        .recalled: [.undoTakingBack: .recalledAtHome, .lose: .lost, .clear: .returned, .retire: .retired],
        .lost: [.find: .returned, .findAtHome: .lent, .retire: .retired],
        .retired: [.undoRetiring: .returned],
    ]

    @Test(arguments: Devices.State.allCases)
    func `from every state every step leads where it should, or nowhere`(state: Devices.State) {
        for step in Step.allCases {
            let expected = Self.table[state]?[step]
            #expect(Devices.state(after: step, from: state, for: .lending) == expected, "\(state) \(step)")
        }
    }

    @Test(arguments: Devices.State.allCases)
    func `a demonstration kit never comes into the hands of a patient`(state: Devices.State) {
        for step in Step.allCases where !state.isTaken {
            let next = Devices.state(after: step, from: state, for: .demonstration)
            #expect(next?.isTaken != true, "\(state) \(step)")
            let forOthers = Self.table[state]?[step]
            #expect(next == (forOthers?.isTaken == true ? nil : forOthers), "\(state) \(step)")
        }
    }

    @Test func `no state is a dead end, and every state can be reached`() {
        for state in State.allCases { #expect(Self.table[state]?.isEmpty == false, "\(state)") }
        var reached: Set<State> = [.inStock]
        for _ in State.allCases {
            for state in reached { reached.formUnion(Self.table[state].map { Set($0.values) } ?? []) }
        }
        #expect(reached == Set(State.allCases))
    }

    @Test func `nothing goes to the shelf without a check, but what never left it`() {
        let ways = Devices.steps.flatMap { step, ways in
            ways.filter { $0.value == .inStock }.map { (step, $0.key) }
        }
        #expect(Set(ways.map(\.0)) == [.check, .release, .undoLending])
    }

    @Test func `the page for the practice has the table of the code`() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/running/kits.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(text.contains(Devices.stateTable), "put this in docs/running/kits.md:\n\(Devices.stateTable)")
    }
}
