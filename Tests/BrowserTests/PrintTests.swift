import Foundation
import Testing

extension InTheBrowser {
    @Suite(.enabled(if: Workplace.hasPDFTools, "needs the Debian package poppler-utils")) struct PrintTests {
        @Test(.timeLimit(.minutes(1)), arguments: [Look.desk, .desk.dark])
        func `the graph comes out of the printer on one sheet of A4`(look: Look) async throws {
            let screen = Screen(role: .patient, name: "graph-print", path: "/graph")
            let file = try await screen.open(in: look).printOut(screen.name(in: look))

            let facts = try output(of: Workplace.pdfinfo, [file.path])
            #expect(facts.contains(/Pages:\s+1\n/), "\(facts)")
            let size = try #require(facts.firstMatch(of: /Page size:\s+([\d.]+) x ([\d.]+)/), "\(facts)")
            #expect(abs(try #require(Double(size.1)) - 594.96) < 1)
            #expect(abs(try #require(Double(size.2)) - 841.92) < 1)

            let text = try output(of: Workplace.pdftotext, ["-layout", file.path, "-"]).evened
            #expect(text.contains(Words.keySentence), "\(text)")
        }
    }
}
