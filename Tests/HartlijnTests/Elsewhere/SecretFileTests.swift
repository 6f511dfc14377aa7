import Federation
import Foundation
import Testing

@testable import Identity

@Suite struct SecretFileTests {
    @Test(arguments: [0o600, 0o400]) func `a file that only we read is read`(_ mode: Int) throws {
        let folder = try SecretFolder()
        let file = try folder.keep("geheim", as: "secret", mode: mode)
        #expect(try SecretFile.read(file) == Array("geheim".utf8))
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o644, 0o610]) func `a file that others can open is not`(_ mode: Int) throws
    {
        let folder = try SecretFolder()
        let file = try folder.keep("geheim", as: "secret", mode: mode)
        #expect(throws: SecretFileFailure.open) { try SecretFile.read(file) }
    }

    @Test func `what is no file, points at one, or is too long is not`() throws {
        let folder = try SecretFolder()
        let file = try folder.keep("geheim", as: "secret")
        try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/link", withDestinationPath: file)
        let long = try folder.keep(String(repeating: "a", count: 4097), as: "long")
        #expect(throws: SecretFileFailure.cannotOpen) { try SecretFile.read("\(folder.path)/link") }
        #expect(throws: SecretFileFailure.notAFile) { try SecretFile.read(folder.path) }
        #expect(throws: SecretFileFailure.cannotOpen) { try SecretFile.read("\(folder.path)/nothing") }
        #expect(throws: SecretFileFailure.tooLong) { try SecretFile.read(long) }
    }
}
