import Crypto

/// Goes once along the log of one organisation and tells what is not as it was sealed.
///
/// Lines come in one at a time and are not kept, only the 16 bytes of their number. A finding changes nothing in how
/// the rest is checked: each link is measured against the one that stands before it.
///
/// What cannot be seen: a change in lines after the last head and the last anchor, before their time is up.
///
/// - Shape: links in the order of their place, each with its line or without it; lines without a link in any order
package struct Verifier: Sendable {
    private let witnesses: Witnesses
    private let allowance: Allowance
    private let deadline: Int64

    private var lines = 0
    private var unsealed = 0
    private var findings = Findings()
    private var seen: Set<Reference> = []
    private var canonical = Canonical()

    private var last: UInt64 = 0
    /// The hash that stands before the next link; `nil` after a gap.
    private var previous: [UInt8]? = Link.beginning
    /// What the last hash should have been, when it was another.
    private var expected: [UInt8]?

    private var heard = 0
    private var agreedUntil: UInt64 = 0
    private var firstUnsigned: Int64?

    /// - Units: `now` in milliseconds since 1970
    package init(_ witnesses: Witnesses, allowing allowance: Allowance, at now: Int64) {
        self.witnesses = witnesses
        self.allowance = allowance
        deadline = allowance.deadline(at: now)
    }

    /// Checks the next link; the line is `nil` when it is gone.
    package mutating func check(_ link: Link, _ line: SealedLine?) {
        lines += 1
        guard link.sequence > last else { return findings.note(.wrongOrder(link.sequence, after: last)) }
        checkPlace(of: link)
        checkHash(of: link, line)
        if !seen.insert(line?.id ?? link.line).inserted { findings.note(.lineTwice(link.line, at: link.sequence)) }
        if let line, link.sequence > witnesses.lastHead { firstUnsigned = min(firstUnsigned ?? line.at, line.at) }
        hearWitnesses(of: link)
        previous = link.hash
        last = link.sequence
    }

    /// Counts a line that has no link yet.
    package mutating func check(unsealed line: Reference, since time: Int64) {
        unsealed += 1
        if time < deadline { findings.note(.unsealedTooLong(line, since: time)) }
    }

    /// What was found, when everything went by.
    package func report() -> Report {
        var found = findings
        noteTheEnd(in: &found)
        let all = (found.kept + witnesses.findings.kept).enumerated().sorted {
            ($0.element.place ?? .max, $0.offset) < ($1.element.place ?? .max, $1.offset)
        }
        return Report(
            findings: all.map(\.element), leftOut: found.leftOut + witnesses.findings.leftOut, lines: lines,
            heads: witnesses.heads, anchors: witnesses.anchors, unsealed: unsealed, agreedUntil: agreedUntil,
            chainEndsAt: last
        )
    }

    private mutating func checkPlace(of link: Link) {
        guard link.sequence - last > 1 else { return }
        findings.note(.gap(from: last + 1, to: link.sequence - 1))
        previous = nil
        expected = nil
    }

    /// The hash before may have been changed itself; then this link still fits what that one should have been.
    private mutating func checkHash(of link: Link, _ line: SealedLine?) {
        let earlier = expected
        expected = nil
        guard let line else { return findings.note(.missingLine(link.sequence, line: link.line)) }
        guard let previous else { return }
        let hash = hash(of: line, in: link, after: previous)
        if hash == link.hash {
            if line.id != link.line { findings.note(.brokenLink(link.sequence)) }
        } else if let earlier, self.hash(of: line, in: link, after: earlier) == link.hash {
            findings.blameLink(at: last)
        } else {
            findings.note(.editedLine(link.sequence, line: line.id))
            expected = Array(hash)
        }
    }

    private mutating func hash(of line: SealedLine, in link: Link, after previous: [UInt8]) -> SHA256.Digest {
        Link.hash(of: line, at: link.sequence, after: previous, of: witnesses.tenant, using: &canonical)
    }

    private mutating func hearWitnesses(of link: Link) {
        while heard < witnesses.statements.count, witnesses.statements[heard].sequence <= link.sequence {
            let statement = witnesses.statements[heard]
            heard += 1
            if statement.sequence == link.sequence { compare(statement, with: link) }
        }
    }

    private mutating func compare(_ statement: Witnesses.Statement, with link: Link) {
        if statement.hash == link.hash {
            agreedUntil = link.sequence
        } else if statement.hash == expected {
            findings.blameLink(at: link.sequence)
        } else {
            findings.note(.doesNotMatchChain(statement.witness, at: link.sequence, goodUntil: agreedUntil))
        }
    }

    private func noteTheEnd(in found: inout Findings) {
        for statement in witnesses.statements.dropFirst(heard) {
            found.note(.beyondChain(statement.witness, at: statement.sequence, chainEndsAt: last))
        }
        let unsigned = last - min(last, witnesses.lastHead)
        guard unsigned > allowance.lines || (firstUnsigned ?? .max) < deadline else { return }
        found.note(.headsMissing(after: witnesses.lastHead, chainEndsAt: last))
    }
}
