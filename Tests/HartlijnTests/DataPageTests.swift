import Foundation
import Testing

@testable import Hartlijn
@testable import Storage

/// docs/security/data.md against the tables: nothing about a patient stands somewhere that nobody thought about.
@Suite struct DataPageTests {
    @Test func `every column about a patient is on the page of data`() throws {
        let page = try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appendingPathComponent("docs/security/data.md"), encoding: .utf8)
        let tables = Table.all(in: Schema.migrations).filter { table in
            !table.name.hasSuffix("_before")
                && (table.name == "identity_patient" || table.columns.contains { $0.name == "patient_id" })
        }
        #expect(tables.count > 25)
        for table in tables {
            for column in table.columns where column.type != .whole && !Self.isNumber(column.name) {
                let name = "`\(table.name).\(column.name)`"
                let isTold = page.contains(name)
                #expect(isTold, "\(name): say on the page how this stands there")
            }
        }
    }

    /// Who, which row and which organisation: they say nothing else.
    private static func isNumber(_ column: String) -> Bool {
        column == "id" || ["_id", "_by"].contains { column.hasSuffix($0) }
    }
}
