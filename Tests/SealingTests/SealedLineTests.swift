import Sealing
import Testing

@Suite struct SealedLineTests {
    private let id = Reference(high: 1, low: 2)

    @Test func `the bytes of a line are the known ones`() {
        #expect(KnownAnswers.lines.map { KnownAnswers.hexadecimal($0.canonical) } == KnownAnswers.canonical)
    }

    @Test func `lines that differ never give the same bytes`() {
        let other = Reference(high: 2, low: 1)
        let lines = [
            SealedLine(id, at: 5, []), SealedLine(other, at: 5, []), SealedLine(id, at: 6, []),
            SealedLine(id, at: 5, [.init("a", nil as String?)]), SealedLine(id, at: 5, [.init("a", "")]),
            SealedLine(id, at: 5, [.init("", "a")]), SealedLine(id, at: 5, [.init("a", "b")]),
            SealedLine(id, at: 5, [.init("ab", "")]), SealedLine(id, at: 5, [.init("a", "b"), .init("c", "d")]),
            SealedLine(id, at: 5, [.init("c", "d"), .init("a", "b")]),
            SealedLine(id, at: 5, [.init("a", "bc"), .init("", "d")]),
            SealedLine(id, at: 5, [.init("a", "b"), .init("c", "d"), .init("c", "d")]),
            SealedLine(id, at: 5, [.init("a", [UInt8](repeating: 0, count: 9))]),
        ]
        #expect(Set(lines.map(\.canonical)).count == lines.count)
    }

    @Test func `a number of sixteen bytes comes back as it was`() {
        let bytes = (0..<16).map { UInt8($0 * 16 + 3) }
        #expect(Reference(bytes: bytes)?.bytes == bytes)
        #expect(Reference(bytes: bytes)?.description == KnownAnswers.hexadecimal(bytes))
    }

    @Test(arguments: [0, 15, 17]) func `a number of another length is none`(count: Int) {
        #expect(Reference(bytes: [UInt8](repeating: 1, count: count)) == nil)
    }
}
