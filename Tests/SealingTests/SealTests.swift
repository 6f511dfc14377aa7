import Sealing
import Testing

@Suite struct SealTests {
    private let seed = KnownAnswers.seed

    @Test func `the bytes under the signature are the known ones`() throws {
        #expect(KnownAnswers.hexadecimal(try KnownAnswers.head().signedBytes) == KnownAnswers.signedBytes)
    }

    @Test func `the public key is the known one`() throws {
        let seal = try Seal(seed, named: KnownAnswers.keyID)
        #expect(KnownAnswers.hexadecimal(seal.publicKey) == KnownAnswers.publicKey)
    }

    @Test func `what one seal signed its key finds genuine`() throws {
        let seal = try Seal(seed, named: "a")
        let other = try Seal(seed.reversed(), named: "b")
        let keys = try SealKeys(["a": seal.publicKey, "b": other.publicKey])
        let chain = Chain(of: KnownAnswers.tenant, after: Link(7, to: KnownAnswers.tenant, hash: seed))
        #expect(keys.judge(try seal.sign(chain, at: 1)) == .genuine)
        #expect(keys.judge(try other.sign(chain, at: 1)) == .genuine)
        #expect(keys.judge(try seal.sign(chain, at: 1).with(keyID: "b")) == .wrongSignature)
        #expect(keys.judge(try seal.sign(chain, at: 1).with(keyID: "c")) == .unknownKey)
    }

    @Test(arguments: [0, 1, 63, 65, 128]) func `a signature of another length is wrong`(length: Int) throws {
        let keys = try SealKeys([KnownAnswers.keyID: try Seal(seed, named: KnownAnswers.keyID).publicKey])
        let head = try KnownAnswers.head().with(signature: [UInt8](repeating: 1, count: length))
        #expect(keys.judge(head) == .wrongSignature)
    }

    @Test func `an empty chain is not signed`() throws {
        let seal = try Seal(seed, named: "a")
        #expect(throws: SealingFailure.nothingToSeal) { try seal.sign(Chain(of: KnownAnswers.tenant), at: 1) }
    }

    @Test func `a seal does not come along in a line of text`() throws {
        #expect("\(try Seal(seed, named: "a"))" == "Seal a")
        #expect(String(reflecting: [try Seal(seed, named: "a")]) == "[Seal a]")
    }

    @Test(arguments: ["", "a b", "a\n", "é", String(repeating: "a", count: 41)])
    func `a key has a short and plain name`(name: String) {
        #expect(throws: SealingFailure.keyID) { try Seal(seed, named: name) }
        #expect(throws: SealingFailure.keyID) { try SealKeys([name: seed]) }
    }

    @Test(arguments: [0, 31, 33]) func `a key has 32 bytes`(length: Int) {
        let bytes = [UInt8](repeating: 1, count: length)
        #expect(throws: SealingFailure.keyLength) { try Seal(bytes, named: "a") }
        #expect(throws: SealingFailure.keyLength) { try SealKeys(["a": bytes]) }
    }
}
