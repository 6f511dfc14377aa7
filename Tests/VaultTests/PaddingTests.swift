import Testing

@testable import Vault

@Suite struct PaddingTests {
    private let fields: FieldKey

    init() throws {
        fields = try House().key.fields
    }

    @Test func `ten thousand texts come back as they went in`() throws {
        var chance = Chance(1)
        for _ in 0..<10_000 {
            let text = randomText(using: &chance)
            let padding = try #require(Padding.allCases.randomElement(using: &chance))
            let blob = try fields.seal(text: text, at: House.place, padded: padding)
            let read = try fields.text(in: try Blob(blob.bytes), at: House.place)
            #expect(read.utf8.elementsEqual(text.utf8))
        }
    }

    @Test(arguments: Padding.allCases) func `nothing at all and a long text come back`(_ padding: Padding) throws {
        for text in ["", String(repeating: "é", count: 32 * 1024), "\u{80}", "0\0\0", "\0"] {
            let blob = try fields.seal(text: text, at: House.place, padded: padding)
            #expect(try fields.text(in: blob, at: House.place).utf8.elementsEqual(text.utf8))
        }
    }

    @Test func `bytes that are no text come back as bytes, and not as text`() throws {
        let blob = try fields.seal([0xFF, 0x80, 0], at: House.place)
        #expect(try fields.open(blob, at: House.place) == [0xFF, 0x80, 0])
        #expect(throws: SealFailure.notText) { try fields.text(in: blob, at: House.place) }
    }

    @Test func `more than a field holds is refused`() throws {
        let most = [UInt8](repeating: 1, count: FieldKey.longest)
        #expect(try fields.open(try fields.seal(most, at: House.place), at: House.place) == most)
        #expect(throws: SealFailure.tooLong) { try fields.seal(most + [1], at: House.place) }
    }

    @Test(arguments: [
        (Padding.exact, [0: 1, 1: 2, 31: 32, 127: 128]), (.by8, [0: 8, 7: 8, 8: 16]),
        (.by32, [0: 32, 31: 32, 32: 64]), (.by128, [0: 128, 127: 128, 128: 256]),
    ])
    func `the length of a blob tells only the step`(_ padding: Padding, lengths: [Int: Int]) throws {
        for (contents, padded) in lengths {
            let blob = try fields.seal([UInt8](repeating: 65, count: contents), at: House.place, padded: padding)
            #expect(blob.bytes.count == 1 + 8 + 12 + padded + 16)
        }
    }

    @Test func `contents without a mark are refused`() throws {
        let nonce = try Nonces.one()
        for whole: [UInt8] in [[0, 0], [65, 66]] {
            let blob = try fields.seal(whole: whole, at: House.place, nonce: nonce)
            #expect(throws: SealFailure.contents) { try fields.open(blob, at: House.place) }
        }
    }

    private func randomText(using chance: inout Chance) -> String {
        let length = Int.random(in: 0...200, using: &chance)
        var text = String.UnicodeScalarView()
        for _ in 0..<length {
            let largest: UInt32 = [0x7F, 0x7FF, 0xFFFF, 0x10FFFF].randomElement(using: &chance) ?? 0x7F
            text.append(UnicodeScalar(UInt32.random(in: 0...largest, using: &chance)) ?? "\u{FFFD}")
        }
        return String(text)
    }
}
