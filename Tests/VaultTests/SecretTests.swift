import Testing

@testable import Vault

@Suite struct SecretTests {
    private static let guesses: [[UInt8]] = [
        [UInt8](repeating: 0, count: 32), [UInt8](repeating: 0xA5, count: 32), [UInt8](0..<32),
        (0..<32).map { UInt8($0 * 7) }, (0..<32).map { UInt8(255 - $0 * 8) },
        Array("correct horse battery staple 2026".utf8.prefix(32)),
    ]

    @Test(arguments: guesses)
    func `what is no chance is no key`(_ bytes: [UInt8]) {
        #expect(throws: KeyFailure.weak) { try Secret(bytes) }
    }

    @Test(arguments: 1...16) func `a word said more than once is no key`(_ length: Int) throws {
        let word = try House.secret("word").bytes.prefix(length)
        let key = Array((0..<32).flatMap { _ in word }.prefix(32))
        #expect(throws: KeyFailure.weak) { try Secret(key) }
    }

    @Test(arguments: [0, 1, 16, 31, 33, 64]) func `a key of another length is refused`(_ count: Int) {
        #expect(throws: KeyFailure.length) { try Secret((0..<count).map { UInt8($0 * 37 % 251) }) }
    }

    @Test func `chance is never called weak`() throws {
        var chance = Chance(11)
        var ids = Set<KeyID>()
        for _ in 0..<20_000 { ids.insert(KeyID(of: try Secret(using: &chance).key)) }
        #expect(ids.count == 20_000)
    }

    @Test func `chance that stands still gives no key`() {
        struct Still: RandomNumberGenerator { mutating func next() -> UInt64 { 42 } }
        var chance = Still()
        #expect(throws: KeyFailure.weak) { try MasterKeys.new(using: &chance) }
        #expect(throws: KeyFailure.weak) {
            try PatientKey.new(of: House.patient, in: House.here, using: &chance)
        }
    }

    @Test func `no key comes along in a line of text`() throws {
        let house = try House()
        var written = "\(house.masters) \(house.key) \(String(reflecting: house)) \(house.key.fields.secret)"
        dump(house, to: &written)
        for secret in [house.masters.current.secret.bytes, house.key.fields.secret.bytes] {
            #expect(!written.contains(hex(secret.prefix(4))))
            #expect(!written.contains("\(secret[0]), \(secret[1])"))
            #expect(!written.contains("- \(secret[0])\n"))
        }
        #expect(written.contains("Secret"))
    }
}
