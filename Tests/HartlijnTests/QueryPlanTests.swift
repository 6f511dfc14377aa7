import Clinical
import Foundation
import Storage
import TestStores
import Testing

@testable import Hartlijn

/// Every statement in the house finds its rows by an index: a practice with ten thousand patients is as quick as one
/// with a hundred.
@Suite struct QueryPlanTests {
    /// One statement as it stands in the source, its values replaced by places.
    struct Statement: CustomTestStringConvertible, Sendable {
        let file: String
        let text: String
        var testDescription: String { "\(file): \(text.prefix(60))" }

        /// The table behind a name in the statement: `FROM worklist_item AS item`.
        func table(called name: String) -> String {
            let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
            let place = words.indices.first { $0 > 1 && words[$0] == name && words[$0 - 1] == "AS" }
            return place.map { words[$0 - 2] } ?? name
        }
    }

    static let statements: [Statement] = {
        let base = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let files = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
        return (files ?? []).filter { isOfQueries($0.lastPathComponent) }.flatMap { url in
            // A file that cannot be read gives no statements, and the first test counts them.
            literals(in: (try? String(contentsOf: url, encoding: .utf8)) ?? "").map {
                Statement(file: url.lastPathComponent, text: $0)
            }
        }
    }()

    private static func isOfQueries(_ name: String) -> Bool {
        ["+Queries.swift", "+Sessions.swift", "Frame.swift", "Lease.swift"].contains { name.hasSuffix($0) }
    }

    @Test func `the statements of the house are found`() {
        #expect(Self.statements.count > 80)
    }

    @Test func `no statement goes through a whole table of patients`() async throws {
        let home = try await TestStore(Schema.migrations)
        #expect(Self.tablesOfPatients.count > 8)
        for statement in Self.statements {
            let (tables, steps) = try await Self.wholeTables(statement, home.store)
            #expect(tables.isEmpty, "\(statement.file)\n\(statement.text)\n\(steps.joined(separator: "\n"))")
        }
    }

    @Test(arguments: [
        "SELECT id FROM portal_message WHERE sealed = $1", "DELETE FROM worklist_item WHERE sealed_quote = $1",
        "SELECT item.id FROM worklist_item AS item ORDER BY item.sealed_quote",
        "UPDATE measurements_reading SET status = 'final' WHERE device = $1",
    ])
    func `a statement that does is seen`(text: String) async throws {
        let home = try await TestStore(Schema.migrations)
        let (tables, _) = try await Self.wholeTables(Statement(file: "here", text: text), home.store)
        #expect(tables.count == 1)
    }

    private static func wholeTables(_ statement: Statement, _ store: Store) async throws -> ([String], [String]) {
        let steps = try await store.read { db in
            if TestStore.isOnPostgres { try db.run("SET LOCAL enable_seqscan = off") }
            return try db.plan(of: SQL(stringLiteral: statement.text))
        }
        let names = TestStore.isOnPostgres ? wholeInPostgres(steps) : wholeInSQLite(steps)
        return (names.map { statement.table(called: $0) }.filter(tablesOfPatients.contains), steps)
    }

    /// Tables with a patient in them, from the schema itself.
    private static var tablesOfPatients: Set<String> {
        var tables: Set<String> = ["identity_patient"]
        for migration in Schema.migrations {
            for piece in migration.sql.components(separatedBy: "CREATE TABLE ").dropFirst() {
                let name = String(piece.prefix { $0 != " " })
                let columns = piece.components(separatedBy: ";")[0]
                if columns.contains("patient_id") { tables.insert(name) }
            }
        }
        return tables
    }

    /// `SCAN item` names a table or its alias; `SEARCH` uses an index.
    private static func wholeInSQLite(_ steps: [String]) -> [String] {
        steps.filter { $0.hasPrefix("SCAN ") }.map { String($0.dropFirst(5).prefix { $0 != " " }) }
    }

    /// A scan of a table, or of an index without a condition on it.
    private static func wholeInPostgres(_ steps: [String]) -> [String] {
        steps.indices.compactMap { place -> String? in
            let step = steps[place]
            guard let range = step.range(of: "Scan using [a-z_0-9]+ on |Seq Scan on ", options: .regularExpression)
            else {
                return nil
            }
            let hasCondition = steps.dropFirst(place + 1).prefix(1).contains { $0.contains("Index Cond") }
            return hasCondition ? nil : String(step[range.upperBound...].prefix { $0 != " " })
        }
    }

    /// The statements among the literals of a file.
    static func literals(in source: String) -> [String] {
        var found: [String] = []
        var rest = Substring(source)
        while let start = rest.range(of: "\"") {
            let isLong = rest[start.lowerBound...].hasPrefix("\"\"\"")
            let quote = isLong ? "\"\"\"" : "\""
            rest = rest[start.lowerBound...].dropFirst(quote.count)
            found.append(literal(&rest, until: quote))
        }
        let verbs = ["SELECT", "INSERT", "UPDATE", "DELETE"]
        return found.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { text in verbs.contains { text.hasPrefix("\($0) ") } }
    }

    private static func literal(_ rest: inout Substring, until quote: String) -> String {
        var text = ""
        var places = 0
        while !rest.isEmpty, !rest.hasPrefix(quote) {
            if rest.hasPrefix("\\(") {
                places += 1
                text += "$\(places)"
                skipInterpolation(&rest)
            } else {
                text.append(rest.removeFirst())
            }
        }
        rest = rest.dropFirst(quote.count)
        return text
    }

    private static func skipInterpolation(_ rest: inout Substring) {
        rest = rest.dropFirst(2)
        var depth = 1
        while depth > 0, let character = rest.popFirst() {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
        }
    }
}
