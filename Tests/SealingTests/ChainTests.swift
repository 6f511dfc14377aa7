import Sealing
import Testing

@Suite struct ChainTests {
    @Test func `the links are the known ones`() throws {
        var chain = Chain(of: KnownAnswers.tenant)
        let links = try KnownAnswers.lines.map { try chain.append($0) }
        #expect(links.map { KnownAnswers.hexadecimal($0.hash) } == KnownAnswers.hashes)
        #expect(links.map(\.sequence) == [1, 2, 3])
        #expect(links.map(\.line) == KnownAnswers.lines.map(\.id))
    }

    @Test func `a chain goes on after the link that was stored last`() throws {
        var whole = Chain(of: KnownAnswers.tenant)
        var last: Link?
        for line in KnownAnswers.lines {
            var stored = Chain(of: KnownAnswers.tenant, after: last)
            last = try stored.append(line)
            #expect(last == (try whole.append(line)))
        }
    }

    @Test func `the same line has another fingerprint in another organisation`() throws {
        var one = Chain(of: KnownAnswers.tenant)
        var other = Chain(of: Reference(high: 0, low: 0))
        #expect(try one.append(KnownAnswers.lines[0]).hash != other.append(KnownAnswers.lines[0]).hash)
    }

    @Test func `a chain that cannot count further says so`() {
        let link = Link(UInt64.max, to: KnownAnswers.tenant, hash: [])
        var chain = Chain(of: KnownAnswers.tenant, after: link)
        #expect(throws: SealingFailure.chainIsFull) { try chain.append(KnownAnswers.lines[0]) }
    }
}
