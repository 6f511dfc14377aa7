import Sealing
import Testing

@Suite struct VerifierTests {
    private var chance = SplitMix64(7)

    @Test mutating func `an empty log is a clean log`() throws {
        let report = try Log(of: chance.reference()).verified()
        #expect(report.isClean && report.chainEndsAt == 0)
    }

    @Test mutating func `a whole log has no finding and tells how far it is signed`() throws {
        let log = try Log(lines: 100, of: chance.reference(), using: &chance)
        let report = try log.verified()
        let signed = log.signedLines
        #expect(report.isClean && report.chainEndsAt == 100 && report.agreedUntil == UInt64(signed))
        #expect(
            report.description == """
                100 lines, \(log.heads.count) heads and \(log.anchors.count) anchors checked; signed until line \(signed); 0 lines not sealed yet.
                Nothing was found.
                """
        )
    }

    /// The limit of it all, stated so that nobody thinks otherwise.
    @Test mutating func `what comes after the last head and anchor can be cut off or changed unseen`() throws {
        var log = try Log(lines: 60, of: chance.reference(), using: &chance)
        try log.sign(with: Log.seals[1])
        for _ in 0..<10 { try log.write(using: &chance) }
        var cut = log
        cut.cut(after: 60)
        #expect(try cut.verified().isClean)
        var edited = log
        edited.replaceLine(at: 65) { $0[2] = .init("action", "changed") }
        try edited.rechain(from: 65)
        #expect(try edited.verified().isClean)

        try log.sign(with: Log.seals[1])
        log.cut(after: 60)
        #expect(try log.verified().findings == [.beyondChain(.storedHead, at: 70, chainEndsAt: 60)])
        log.anchor()
        log.cutHeads(after: 60)
        let anchor = Witness.anchor(line: log.anchors.count)
        #expect(try log.verified().findings == [.beyondChain(anchor, at: 70, chainEndsAt: 60)])
    }

    @Test mutating func `a line that waits for its link is found when it waits too long`() throws {
        var log = try Log(lines: 60, of: chance.reference(), using: &chance)
        let line = chance.reference()
        log.waiting = [.init(line: line, since: log.now - Log.allowance.milliseconds)]
        #expect(try log.verified().isClean && log.verified().unsealed == 1)
        log.now += 1
        let late = Finding.unsealedTooLong(line, since: log.now - 1 - Log.allowance.milliseconds)
        #expect(try log.verified().findings.contains(late))
    }

    @Test mutating func `links that wait for their head are found after so much time or so many lines`() throws {
        var log = Log(of: chance.reference())
        for _ in 0..<5 { try log.write(using: &chance) }
        try log.sign(with: Log.seals[0])
        for _ in 0..<5 { try log.write(using: &chance) }
        let missing = [Finding.headsMissing(after: 5, chainEndsAt: 10)]
        // The first of the five was written four seconds ago.
        #expect(try log.verified(allowing: Allowance(milliseconds: 4000, lines: 5)).isClean)
        #expect(try log.verified(allowing: Allowance(milliseconds: 3999, lines: 5)).findings == missing)
        #expect(try log.verified(allowing: Allowance(milliseconds: 4000, lines: 4)).findings == missing)
    }

    @Test mutating func `a changed fingerprint is told apart from a changed line`() throws {
        var log = try Log(lines: 60, of: chance.reference(), using: &chance)
        log.replaceHash(at: 11) { $0[0] ^= 1 }
        #expect(try log.verified().findings == [.brokenLink(12)])
        log = try Log(lines: 60, of: chance.reference(), using: &chance)
        log.replaceLine(at: 11, at: 0)
        #expect(try log.verified().findings == [.editedLine(12, line: log.rows[11].link.line)])
    }

    @Test mutating func `what is gone casts no doubt on what comes after`() throws {
        let log = try Log(lines: 60, of: chance.reference(), using: &chance)
        var without = log
        without.rows.removeSubrange(10...11)
        #expect(try without.verified().findings == [.gap(from: 11, to: 12)])
        without = log
        without.rows[10].line = nil
        #expect(try without.verified().findings == [.missingLine(11, line: log.rows[10].link.line)])
    }

    @Test mutating func `a changed last fingerprint is told by its head`() throws {
        var log = Log(of: chance.reference())
        for _ in 0..<3 { try log.write(using: &chance) }
        try log.sign(with: Log.seals[0])
        log.replaceHash(at: 2) { $0[0] ^= 1 }
        #expect(try log.verified().findings == [.brokenLink(3)])
    }

    @Test mutating func `a log that was renumbered does not fill the memory with findings`() throws {
        var log = Log(of: chance.reference())
        for _ in 0..<1500 { try log.write(using: &chance) }
        log.rows.removeFirst()
        log.renumber()
        let report = try log.verified(allowing: Allowance(milliseconds: .max, lines: .max))
        #expect(report.findings.count == 1000 && report.leftOut == 499 && report.findings.first?.place == 1)
        #expect(report.description.hasSuffix("\nAnd 499 more."))
    }

    @Test(arguments: [0, 1, UInt64(Int64.max), .max], [Int64.min, -1, 0, .max])
    func `numbers at the end of all numbers stop nothing`(sequence: UInt64, time: Int64) throws {
        var chance = SplitMix64(1)
        var log = try Log(lines: 50, of: chance.reference(), using: &chance)
        let line = SealedLine(chance.reference(), at: time, [])
        log.rows.append(.init(link: Link(sequence, to: line.id, hash: []), line: line))
        log.rows.append(.init(link: Link(sequence, to: line.id, hash: [1]), line: nil))
        log.heads.append(log.heads[0].with(sequence: sequence, sealedAt: time))
        log.heads.append(
            try Log.seals[0].sign(Chain(of: log.tenant, after: Link(.max, to: line.id, hash: [])), at: time))
        log.waiting = [.init(line: line.id, since: time)]
        for now in [Int64.min, 0, .max] {
            log.now = now
            #expect(try !log.verified(allowing: Allowance(milliseconds: .max, lines: 0)).description.isEmpty)
        }
    }

    @Test mutating func `every finding is one sentence that names its place`() throws {
        let line = Reference(high: 1, low: 2)
        let findings: [Finding] = [
            .editedLine(8, line: line), .brokenLink(8), .missingLine(8, line: line), .gap(from: 8, to: 8),
            .gap(from: 8, to: 9), .wrongOrder(8, after: 9), .lineTwice(line, at: 8), .otherTenant(.storedHead, at: 8),
            .unknownKey(.anchor(line: 3), at: 8, keyID: "2019"), .wrongSignature(.storedHead, at: 8),
            .headsBackwards(8, after: 9), .doesNotMatchChain(.anchor(line: 3), at: 8, goodUntil: 4),
            .beyondChain(.storedHead, at: 8, chainEndsAt: 7), .headsMissing(after: 7, chainEndsAt: 9),
            .unsealedTooLong(line, since: 8),
        ]
        for finding in findings {
            let text = finding.description
            #expect(text.contains("8") && text.hasSuffix(".") && !text.contains("\n"), "\(text)")
        }
        let evil = Finding.unknownKey(.storedHead, at: 8, keyID: "\u{1B}[2J")
        #expect(evil.description == "The head of line 8 was signed with a key that is not known here.")
    }
}
