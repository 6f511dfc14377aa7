import FHIR
import Testing

@Suite struct FuzzTests {
    /// The same numbers every time.
    ///
    /// - Source: Sebastiano Vigna, SplitMix64
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    static let pieces = [
        "null", "[]", "{}", "\"\"", "{\"a\":1}", "\\ud800", "\"_id\":", "[null]", "-0", "1e400", "\u{0}", "\"", "\\",
        ",",
        "]", "}", "modifierExtension", "extension", "resourceType", "Bundle", "2026-02-30", "é", "\u{FEFF}",
        "contained",
    ].map { Array($0.utf8) }

    private func mutated(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
            guard !bytes.isEmpty else { return bytes }
            let place = Int.random(in: 0..<bytes.count, using: &dice)
            let end = min(bytes.count, place + Int.random(in: 1...12, using: &dice))
            switch Int.random(in: 0..<7, using: &dice) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &dice))
            case 4: bytes.removeLast(bytes.count - place)
            case 5: bytes.replaceSubrange(place..<end, with: FuzzTests.pieces.randomElement(using: &dice) ?? [])
            default: bytes.insert(contentsOf: FuzzTests.pieces.randomElement(using: &dice) ?? [], at: place)
            }
        }
        return bytes
    }

    @Test(arguments: 0..<10) func `50,000 broken resources end no process, and what is taken is written whole`(
        part: Int
    ) throws {
        var dice = Dice(state: UInt64(part))
        var taken = 0
        for _ in 0..<5000 {
            let bytes = mutated(Array((Examples.all.randomElement(using: &dice) ?? "").utf8), &dice)
            let received = Resource.receive(bytes, handling: part.isMultiple(of: 2) ? .strict : .lenient)
            guard let resource = received.resource else {
                #expect(!received.issues.isEmpty)
                continue
            }
            taken += 1
            let written = resource.write()
            let again = Resource.receive(written)
            if again.resource != resource || !resource.check().isEmpty {
                Testing.Issue.record("\(String(decoding: bytes, as: UTF8.self)) \(again.issues)")
            }
        }
        #expect(taken > 50)
    }
}
