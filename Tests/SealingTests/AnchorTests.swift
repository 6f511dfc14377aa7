import Sealing
import Testing

@Suite struct AnchorTests {
    private let text = KnownAnswers.anchor

    @Test func `the line of text is the known one`() throws {
        #expect(Anchor.text(of: try KnownAnswers.head()) == text)
        #expect(try Anchor.head(in: Array(text.utf8)) == KnownAnswers.head())
    }

    @Test(arguments: [
        (0, "hartlijn-ancho", AnchorFailure.Reason.notAnAnchor), (0, "", .notAnAnchor), (1, "2", .version),
        (1, "01", .version), (2, String(repeating: "0", count: 31), .tenant), (2, "", .tenant),
        (2, String(repeating: "A", count: 32), .tenant), (3, "0", .sequence), (3, "03", .sequence),
        (3, "-3", .sequence), (3, "+3", .sequence), (3, "", .sequence), (3, "9223372036854775808", .sequence),
        (3, "99999999999999999999", .sequence), (4, String(repeating: "g", count: 64), .hash),
        (4, String(repeating: "0", count: 65), .hash), (5, "", .time), (5, "1e3", .time), (5, "007", .time),
        (5, "9223372036854775808", .time), (6, "", .keyID), (6, "é", .keyID),
        (6, String(repeating: "k", count: 41), .keyID),
        (7, "", .signature), (7, String(repeating: "0", count: 128) + "\r", .signature), (7, "0 0", .words(9)),
        (6, "a  b", .words(10)), (7, String(repeating: "0", count: 400), .tooLong),
    ])
    func `a word that is not right is named`(place: Int, word: String, reason: AnchorFailure.Reason) throws {
        var words = text.split(separator: " ").map(String.init)
        words[place] = word
        let bytes = Array(words.joined(separator: " ").utf8)
        #expect(throws: reason) { try Anchor.head(in: bytes) }
        #expect(AnchorFile(bytes + Array("\n\(text)\n".utf8)).failures == [AnchorFailure(line: 1, reason: reason)])
    }

    @Test func `a file gives its anchors and where they stand`() throws {
        let file = AnchorFile(Array("\(text)\nx\n\n\(text)\n".utf8))
        #expect(file.anchors == [Anchor(try KnownAnswers.head(), line: 1), Anchor(try KnownAnswers.head(), line: 4)])
        #expect(file.failures.map(\.line) == [2, 3])
        #expect(file.failures.map(\.reason) == [.notAnAnchor, .notAnAnchor])
        #expect(file.anchors(of: KnownAnswers.tenant).count == 2)
        #expect(file.anchors(of: Reference(high: 0, low: 0)).isEmpty && file.tenants == [KnownAnswers.tenant])
    }

    @Test func `a last line that was cut off hides no other`() throws {
        let whole = Array("\(text)\n\(text)".utf8)
        for length in (text.utf8.count + 2)..<whole.count {
            let file = AnchorFile(Array(whole.prefix(length)))
            #expect(file.anchors.count == 1)
            #expect(file.failures == [AnchorFailure(line: 2, reason: .cutOff)])
        }
        #expect(AnchorFile(whole).anchors.count == 2 && AnchorFile(whole).failures.isEmpty)
    }

    @Test func `after a line that was cut off the next begins on its own`() throws {
        let head = try KnownAnswers.head()
        var bytes = AnchorFile.bytes(for: head, after: nil)
        #expect(bytes == Array("\(text)\n".utf8))
        bytes += Array("hartlijn-anch".utf8)
        bytes += AnchorFile.bytes(for: head, after: bytes.last)
        bytes += AnchorFile.bytes(for: head, after: bytes.last)
        let file = AnchorFile(bytes)
        #expect(file.anchors.map(\.line) == [1, 3, 4])
        #expect(file.failures == [AnchorFailure(line: 2, reason: .notAnAnchor)])
        #expect(file.failures.first?.description == "Line 2 of the anchor file is not an anchor.")
    }

    @Test func `two thousand mutated files are read or refused`() throws {
        let keys = try SealKeys([KnownAnswers.keyID: try Seal(KnownAnswers.seed, named: KnownAnswers.keyID).publicKey])
        var refused = 0
        for seed in 0..<2000 {
            var chance = SplitMix64(UInt64(seed))
            let bytes = mutated(Array("\(text)\n\(text)\n\(text)\n".utf8), using: &chance)
            let file = AnchorFile(bytes)
            for anchor in file.anchors {
                let isOurs = anchor.head == (try KnownAnswers.head())
                #expect(isOurs || keys.judge(anchor.head) != .genuine)
            }
            refused += file.failures.count
        }
        print("2000 mutated anchor files read, \(refused) lines refused")
        #expect(refused > 1000)
    }

    private func mutated(_ bytes: [UInt8], using chance: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &chance) {
            let place = Int.random(in: 0...bytes.count, using: &chance)
            let end = min(bytes.count, place + Int.random(in: 0...40, using: &chance))
            switch Int.random(in: 0..<5, using: &chance) {
            case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &chance)
            case 1: bytes.insert(contentsOf: chance.bytes(Int.random(in: 1...8, using: &chance)), at: place)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 4: bytes.insert(contentsOf: Array(" \n0fF\r\0".utf8).shuffled(using: &chance).prefix(2), at: place)
            default: bytes.removeLast(bytes.count - place)
            }
        }
        return bytes
    }
}
