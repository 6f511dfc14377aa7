import ArgumentParser
import Foundation
import Storage
import Testing

@testable import Hartlijn

/// Which database a command touches: what is said on the command line wins over what stands in the environment, so that
/// nobody's server is filled with a demonstration.
@Suite(.serialized) struct DataFolderTests {
    private static let server = "postgres://nobody@localhost:1/production"

    @Test func `a folder that is named is used, also where a server stands in the environment`() throws {
        setenv("HARTLIJN_DATABASE", Self.server, 1)
        defer { unsetenv("HARTLIJN_DATABASE") }
        #expect(try !DataFolder.parse(["--data", "here"]).isServer)
        #expect(try DataFolder.parse([]).isServer)
    }

    @Test func `a folder and a server together are a mistake`() {
        #expect(throws: (any Error).self) { try DataFolder.parse(["--data", "here", "--database", Self.server]) }
        #expect(throws: (any Error).self) { try DataFolder.parse(["--database", "mysql://x"]) }
    }
}
