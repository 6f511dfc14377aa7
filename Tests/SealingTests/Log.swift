import Sealing

/// A log of one organisation as the database and the anchor file hold it, with everything that is done to it honestly.
struct Log {
    struct Row {
        var link: Link
        var line: SealedLine?
    }

    struct Waiting {
        let line: Reference
        let since: Int64
    }

    /// Two seals, because a key is renewed once in a while.
    static let seals = [0, 1].compactMap { number in
        // A test seal that cannot be made is missed in the tests that count them.
        try? Seal([UInt8](repeating: UInt8(40 + number), count: 32), named: "2026-\(number)")
    }
    static let allowance = Allowance(milliseconds: 45_000, lines: 41)

    let tenant: Reference
    var rows: [Row] = []
    var heads: [Head] = []
    var anchors: [Anchor] = []
    var waiting: [Waiting] = []
    var now: Int64 = 1_790_000_000_000

    init(of tenant: Reference) { self.tenant = tenant }

    /// A log with a head every so many lines, some of them anchored, and a tail that is not signed yet.
    init(lines: Int, of tenant: Reference, using chance: inout SplitMix64) throws {
        self.init(of: tenant)
        let perHead = Int.random(in: 8...40, using: &chance)
        let perAnchor = Int.random(in: 1...4, using: &chance)
        for number in 1...lines {
            try write(using: &chance)
            guard number % perHead == 0 else { continue }
            try sign(with: Log.seals[number > lines / 2 ? 1 : 0])
            if heads.count % perAnchor == 1 % perAnchor { anchor() }
        }
        if heads.isEmpty { try sign(with: Log.seals[0]) }
        if anchors.isEmpty { anchor() }
    }

    var chain: Chain { Chain(of: tenant, after: rows.last?.link) }

    /// One line is written and sealed, a second later.
    mutating func write(using chance: inout SplitMix64) throws {
        now += 1000
        let line = Log.line(at: now, using: &chance)
        var chain = chain
        rows.append(Row(link: try chain.append(line), line: line))
    }

    mutating func sign(with seal: Seal) throws { heads.append(try seal.sign(chain, at: now)) }

    mutating func anchor() {
        guard let head = heads.last else { return }
        anchors.append(Anchor(head, line: anchors.count + 1))
    }

    static func keys() throws -> SealKeys {
        try SealKeys(Dictionary(uniqueKeysWithValues: seals.map { ($0.keyID, $0.publicKey) }))
    }

    func verified(allowing allowance: Allowance = Log.allowance) throws -> Report {
        let witnesses = Witnesses(of: tenant, heads: heads, anchors: anchors, keys: try Log.keys())
        var verifier = Verifier(witnesses, allowing: allowance, at: now)
        for row in rows { verifier.check(row.link, row.line) }
        for line in waiting { verifier.check(unsealed: line.line, since: line.since) }
        return verifier.report()
    }

    static func line(at time: Int64, using chance: inout SplitMix64) -> SealedLine {
        let reasons: [[UInt8]?] = [nil, [], chance.bytes(5)]
        return SealedLine(
            chance.reference(), at: time,
            [
                .init("actor", "worker"), .init("actor_id", chance.bytes(16)), .init("action", "looked"),
                .init("patient_id", chance.bytes(16)), .init("object", "dossier"),
                .init("reason", reasons.randomElement(using: &chance) ?? nil),
            ]
        )
    }
}
