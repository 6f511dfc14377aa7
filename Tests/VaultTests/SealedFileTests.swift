import Crypto
import Testing

@testable import Vault

/// A backup is closed for the house, and opens only whole.
@Suite struct SealedFileTests {
    private static func parts(_ text: [String]) -> [[UInt8]] { text.map { Array($0.utf8) } }

    private static func close(_ parts: [[UInt8]], with keys: MasterKeys) throws -> (front: [UInt8], sealed: [[UInt8]]) {
        var chance = SystemRandomNumberGenerator()
        var closing = keys.closing(using: &chance)
        var sealed: [[UInt8]] = []
        for (place, part) in parts.enumerated() {
            sealed.append(try closing.seal(part, place == parts.count - 1 ? .last : .more))
        }
        return (closing.front, sealed)
    }

    private static func open(_ front: [UInt8], _ sealed: [[UInt8]], with keys: MasterKeys) throws -> [[UInt8]] {
        var opening = try keys.opening(front: front)
        return try sealed.enumerated().map { place, part in
            try opening.open(part, place == sealed.count - 1 ? .last : .more)
        }
    }

    private static func keys() throws -> MasterKeys {
        var chance = SystemRandomNumberGenerator()
        return try MasterKeys.new(using: &chance)
    }

    @Test(arguments: [[""], ["een"], ["een", "twee"], ["een", "twee", ""]])
    func `a file comes out as it went in, also under a key of before`(text: [String]) throws {
        let keys = try Self.keys()
        let (front, sealed) = try Self.close(Self.parts(text), with: keys)
        #expect(front.count == SealedFile.frontLength)
        #expect(zip(sealed, text).allSatisfy { $0.count == $1.utf8.count + 16 })
        var chance = SystemRandomNumberGenerator()
        #expect(try Self.open(front, sealed, with: try keys.rotated(using: &chance)) == Self.parts(text))
    }

    @Test func `two files of the same have nothing in common`() throws {
        let keys = try Self.keys()
        let (one, other) = (
            try Self.close(Self.parts(["een"]), with: keys), try Self.close(Self.parts(["een"]), with: keys)
        )
        #expect(one.front != other.front && one.sealed != other.sealed)
    }

    @Test func `a file that was cut, changed, put in another order or joined does not open`() throws {
        let keys = try Self.keys()
        let (front, sealed) = try Self.close(Self.parts(["een", "twee", "drie"]), with: keys)
        let (_, other) = try Self.close(Self.parts(["een", "twee", "drie"]), with: keys)
        let wrong: [[[UInt8]]] = [
            Array(sealed.dropLast()), Array(sealed.dropFirst()), [sealed[1], sealed[0], sealed[2]],
            sealed + [sealed[2]], [sealed[0], other[1], sealed[2]],
            sealed.map { part in [part[0] ^ 1] + part.dropFirst() }, [Array(sealed[0].dropLast())], [[]],
        ]
        for parts in wrong { #expect(throws: SealFailure.refused) { try Self.open(front, parts, with: keys) } }
    }

    @Test func `another house, and what is no sealed file, is told apart`() throws {
        let keys = try Self.keys()
        let (front, sealed) = try Self.close(Self.parts(["een"]), with: keys)
        #expect(throws: SealFailure.otherKey(keys.currentID)) { try Self.open(front, sealed, with: try Self.keys()) }
        #expect(throws: SealFailure.tooShort) { try keys.opening(front: []) }
        #expect(throws: SealFailure.tooShort) { try keys.opening(front: Array(front.dropLast())) }
        #expect(throws: SealFailure.contents) { try keys.opening(front: [0] + front.dropFirst()) }
        // The salt is part of it.
        let salted = front.dropLast() + [front[front.count - 1] ^ 1]
        #expect(throws: SealFailure.refused) { try Self.open(Array(salted), sealed, with: keys) }
    }

    @Test func `what is kept under a pepper follows from the key, the subject and the value`() throws {
        let (keys, others) = (try Self.keys(), try Self.keys())
        let hash = [UInt8](repeating: 5, count: 32)
        let kept = keys.peppered(hash, for: .password)
        #expect(kept.bytes.count == Peppered.length)
        #expect(Peppered(kept.bytes) == kept)
        #expect(keys.peppered(hash, for: .password) == kept)
        #expect(keys.peppered(hash, for: .letter) != kept)
        #expect(keys.peppered([0] + hash.dropFirst(), for: .password) != kept)
        #expect(others.peppered(hash, for: .password) != kept)
        var chance = SystemRandomNumberGenerator()
        let rotated = try keys.rotated(using: &chance)
        #expect(rotated.peppered(hash, for: .password) != kept)
        #expect(rotated.everyPeppered(hash, for: .password).contains(kept))
        #expect(try rotated.peppered(hash, for: .password, under: keys.currentID) == kept)
        #expect(throws: KeyFailure.notHeld(keys.currentID)) {
            try others.peppered(hash, for: .password, under: keys.currentID)
        }
        #expect(Peppered(hash) == nil)
    }
}
