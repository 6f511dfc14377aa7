import Foundation
import Testing

/// docs/security/asvs.md against the sources: what it names is there, and what it counts is right.
@Suite struct AsvsLedgerTests {
    private enum State: String, CaseIterable {
        case met, partly, notMet = "not met", notOurs = "not ours", notApplicable = "not applicable"
    }

    /// One requirement, as the cells of its row.
    private struct Row {
        let chapter: String
        let cells: [String]

        var number: String { cells.first ?? "" }
        var level: String { cells.count > 2 ? cells[2] : "" }
        var state: State? { cells.count > 3 ? State(rawValue: cells[3]) : nil }
        var places: [String] { cells.count > 4 ? AsvsLedgerTests.quoted(cells[4]) : [] }
        var tests: [String] { cells.count > 5 ? AsvsLedgerTests.quoted(cells[5]) : [] }
        /// `3.4.10` as three numbers; -1 for what is none.
        var order: [Int] { number.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) ?? -1 } }
    }

    private static func lines() throws -> [String] {
        try text("docs/security/asvs.md").split(separator: "\n").map(String.init)
    }

    private static func rows() throws -> [Row] {
        var chapter = ""
        var rows: [Row] = []
        for line in try lines() {
            if line.hasPrefix("## ") { chapter = String(line.dropFirst(3).prefix { $0 != " " }) }
            guard chapter.hasPrefix("V"), line.hasPrefix("|") else { continue }
            let cells = cells(of: line)
            if cells.first != "number", !line.hasPrefix("|---") { rows.append(Row(chapter: chapter, cells: cells)) }
        }
        return rows
    }

    private static func cells(of line: String) -> [String] {
        line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// What stands between backticks.
    private static func quoted(_ cell: String) -> [String] {
        let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
        return parts.indices.filter { !$0.isMultiple(of: 2) }.map { String(parts[$0]) }
    }

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: House.root.appendingPathComponent(path), encoding: .utf8)
    }

    @Test func `the ledger is whole`() throws {
        let rows = try Self.rows()
        #expect(rows.count > 240)
        #expect(rows.count { ["1", "2"].contains($0.level) } == 246, "levels 1 and 2 without WebRTC")
        #expect(Set(rows.map(\.chapter)) == Set((1...16).map { "V\($0)" }))
    }

    @Test func `every row of the ledger has six cells, a level and one of five states`() throws {
        for row in try Self.rows() {
            #expect(row.cells.count == 6, "\(row.number)")
            #expect(row.cells.dropLast().allSatisfy { !$0.isEmpty }, "\(row.number) has an empty cell")
            #expect(["1", "2", "3"].contains(row.level), "\(row.number) has level \(row.level)")
            #expect(row.state != nil, "\(row.number) has no state that we know")
        }
    }

    @Test func `the numbers of the ledger stand once, in their order, under their chapter`() throws {
        let rows = try Self.rows()
        for row in rows {
            #expect(row.order.count == 3 && row.order.allSatisfy { (1...99).contains($0) }, "\(row.number)")
            #expect("V\(row.order[0])" == row.chapter, "\(row.number) stands under \(row.chapter)")
            #expect(row.order.map(String.init).joined(separator: ".") == row.number, "\(row.number)")
        }
        for (one, next) in zip(rows, rows.dropFirst()) {
            #expect(one.order.lexicographicallyPrecedes(next.order), "\(one.number) and then \(next.number)")
        }
    }

    @Test func `what the ledger calls met has a test`() throws {
        for row in try Self.rows() where row.state == .met { #expect(!row.tests.isEmpty, "\(row.number)") }
    }

    @Test func `what the ledger calls partly says what is missing`() throws {
        for row in try Self.rows() where row.state == .partly {
            let words = ["missing: ", "no route uses it yet"]
            #expect(words.contains { row.cells[4].contains($0) }, "\(row.number)")
        }
    }

    @Test func `every test that the ledger names exists`() throws {
        let sentences = Set(House.tests.flatMap(\.lines).compactMap(Self.sentence))
        let checks = try Self.text("Tests/http/face.py").split(separator: "\n").filter { $0.contains("check(") }
        let behaviours = try Self.text("Tests/behaviours/behaviours.test.mjs")
        let steps = try Self.text("bin/test")
        for row in try Self.rows() {
            for test in row.tests {
                let parts = test.split(separator: ": ", maxSplits: 1).map(String.init)
                let isThere =
                    switch parts.count > 1 ? parts[0] : "" {
                    case "face.py": checks.contains { $0.contains(parts[1]) }
                    case "behaviours": behaviours.contains("test(\"\(parts[1])\"")
                    case "bin/test": steps.contains("\nstep \(parts[1]) ")
                    default: sentences.contains(test)
                    }
                #expect(isThere, "\(row.number) names a test that is not there: \(test)")
            }
        }
    }

    /// The sentence that a test has for a name, when one begins on this line.
    private static func sentence(_ line: Substring) -> String? {
        let mark = "func " + "`"  // apart, or this line would look like a test
        guard let start = line.range(of: mark) else { return nil }
        return String(line[start.upperBound...].prefix { $0 != "`" })
    }

    @Test func `every file that the ledger names exists`() throws {
        let modules = Set(House.sources.map(\.module))
        for row in try Self.rows() {
            for place in row.places where place.contains("/") {
                let module = String(place.prefix { $0 != "/" })
                guard modules.contains(module), !place.contains(".") else { continue }
                let path = "Sources/\(place)"
                let isThere = House.sources.contains { $0.path == "\(path).swift" || $0.path.hasPrefix("\(path)/") }
                #expect(isThere, "\(row.number) names \(place)")
            }
        }
    }

    @Test func `the ledger counts what it holds`() throws {
        let rows = try Self.rows()
        let told = try Self.lines().filter { $0.hasPrefix("| ") }.map(Self.cells).filter { $0.count == 5 }
        for state in State.allCases {
            let levels = ["1", "2", "3"].map { level in rows.count { $0.state == state && $0.level == level } }
            let cells = [state.rawValue] + levels.map(String.init) + [String(levels.reduce(0, +))]
            #expect(told.contains(cells), "\(cells)")
        }
        let levels = ["1", "2", "3"].map { level in rows.count { $0.level == level } }
        let all = ["all"] + levels.map(String.init) + [String(rows.count)]
        #expect(told.contains(all), "\(all)")
    }

    @Test func `the ten that weigh most are open`() throws {
        let states = Dictionary(try Self.rows().map { ($0.number, $0.state) }, uniquingKeysWith: { first, _ in first })
        let most = try Self.lines().compactMap { $0.wholeMatch(of: #/\d+\. \*\*([\d.]+)\*\* \(([a-z ]+)\) .+/#) }
        #expect(most.count == 10)
        for found in most {
            let state = State(rawValue: String(found.2))
            #expect(state == .partly || state == .notMet, "\(found.1)")
            #expect(states[String(found.1)] == state, "\(found.1) is something else in its row")
        }
    }
}
