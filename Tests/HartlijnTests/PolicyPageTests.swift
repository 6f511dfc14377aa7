import Foundation
import Identity
import Testing

@Suite struct PolicyPageTests {
    @Test func `the page of the privacy officer is the policy of the program`() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/security/policy.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(
            text.contains(Identity.Policy.standing.table),
            "put what `hartlijn policy` prints in docs/security/policy.md")
    }
}
