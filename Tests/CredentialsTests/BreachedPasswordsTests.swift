import Crypto
import Foundation
import Testing

@testable import Credentials

/// A list in memory that counts how often it is read.
final class MemoryList: ListBytes, @unchecked Sendable {
    private let all: [UInt8]
    private(set) var reads = 0

    init(_ text: String) { all = Array(text.utf8) }

    var size: Int { all.count }

    func bytes(at offset: Int, count: Int) throws(BreachedListFailure) -> [UInt8] {
        reads += 1
        guard offset >= 0, count >= 0 else { throw .cannotRead }
        return Array(all.dropFirst(offset).prefix(count))
    }
}

@Suite struct BreachedPasswordsTests {
    private static func line(_ password: String, _ count: Int) -> String {
        let hash = Insecure.SHA1.hash(data: Array(password.utf8))
        return hash.map { String(format: "%02X", $0) }.joined() + ":\(count)"
    }

    private static func many(_ sign: String, _ count: Int) -> String { String(repeating: sign, count: count) }

    private static func list(_ count: Int, end: String = "\r\n") -> String {
        (0..<count).map { line("gestolen \($0)", $0 + 1) }.sorted().joined(separator: end) + (count > 0 ? end : "")
    }

    @Test(arguments: [0, 1, 2, 3, 7, 64, 1000]) func `every line is found, and nothing else`(_ count: Int) throws {
        for end in ["\r\n", "\n"] {
            let breached = BreachedPasswords(MemoryList(Self.list(count, end: end)))
            for place in 0..<count { #expect(try breached.count(of: "gestolen \(place)") == place + 1) }
            for place in 0..<200 { #expect(try breached.count(of: "eigen \(place)") == 0) }
        }
    }

    @Test func `the last line may have no end, and digits may be small`() throws {
        let text = Self.list(9).lowercased().trimmingCharacters(in: .whitespacesAndNewlines)
        let breached = BreachedPasswords(MemoryList(text))
        for place in 0..<9 { #expect(try breached.count(of: "gestolen \(place)") == place + 1) }
    }

    @Test(arguments: [[1, .max, 12, 9_999_999, 123], [.max], [0]])
    func `lines of any length are found`(_ counts: [Int]) throws {
        let expected = (0..<400).map { counts[$0 % counts.count] }
        let lines = expected.enumerated().map { Self.line("gestolen \($0.offset)", $0.element) }.sorted()
        let breached = BreachedPasswords(MemoryList(lines.joined(separator: "\r\n")))
        for (place, count) in expected.enumerated() {
            #expect(try breached.count(of: "gestolen \(place)") == count)
            #expect(try breached.count(of: "eigen \(place)") == 0)
        }
    }

    @Test func `the ends of the range are searched too`() throws {
        let breached = BreachedPasswords(MemoryList(Self.list(50)))
        #expect(try breached.count(ofHash: [UInt8](repeating: 0, count: 20)) == 0)
        #expect(try breached.count(ofHash: [UInt8](repeating: 255, count: 20)) == 0)
        #expect(try breached.count(ofHash: []) == 0)
    }

    @Test func `a search reads a few pieces, not the file`() throws {
        let list = MemoryList(Self.list(20_000))
        _ = try BreachedPasswords(list).count(of: "eigen")
        #expect(list.reads < 50)
    }

    @Test(arguments: [
        "geen lijst", "\n\n\n", ":", "ABC:1\n", many("A", 500), many("A", 40), many("A", 40) + ":",
        many("A", 40) + ":-1", many("A", 40) + ":99999999999999999999", many("A", 40) + ":1:2", many("G", 40) + ":1",
        many("é", 20) + ":1", many("\u{0}", 4096),
    ]) func `a file that is no list is refused`(_ text: String) {
        #expect(throws: BreachedListFailure.self) { try BreachedPasswords(MemoryList(text)).count(of: "eigen") }
    }

    @Test func `a file on disk is searched`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("list-\(getpid()).txt").path
        defer { unlink(path) }
        try Data(Self.list(500).utf8).write(to: URL(fileURLWithPath: path))
        let breached = BreachedPasswords(try ListFile(path: path))
        #expect(try breached.count(of: "gestolen 77") == 78)
        #expect(try breached.count(of: "eigen") == 0)
    }

    @Test func `a file that is not there, or is no file, is told`() {
        #expect(throws: BreachedListFailure.cannotOpen) { try ListFile(path: "/nergens/lijst.txt") }
        #expect(throws: BreachedListFailure.notAFile) { try ListFile(path: "/") }
    }

    @Test func `the rules ask the list`() throws {
        let list = [Self.line("vier kwade ezels", 3), Self.line("é van ver weg in Peru", 1)].sorted()
        let rules = PasswordRules(breached: BreachedPasswords(MemoryList(list.joined(separator: "\n"))))
        #expect(throws: PasswordFailure.breached) { try rules.check("vier kwade ezels", of: "jan") }
        #expect(throws: PasswordFailure.breached) { try rules.check("e\u{301} van ver weg in Peru", of: "jan") }
        #expect(throws: Never.self) { try rules.check("vijf kwade ezels", of: "jan") }
        let broken = PasswordRules(breached: BreachedPasswords(MemoryList("geen lijst")))
        #expect(throws: PasswordFailure.list(.notALine(offset: 0))) { try broken.check("vijf kwade ezels", of: "jan") }
    }
}
