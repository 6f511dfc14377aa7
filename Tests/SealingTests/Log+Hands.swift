import Sealing

/// What somebody does who can write in the database, but has no key.
extension Log {
    /// The place of the first head at or after this one.
    func firstHead(from place: UInt64) -> UInt64 { heads.first { $0.sequence >= place }?.sequence ?? .max }
    func firstAnchor(from place: UInt64) -> UInt64 {
        anchors.map(\.head.sequence).filter { $0 >= place }.min() ?? .max
    }

    var signedLines: Int { Int(heads.last?.sequence ?? 0) }
    var anchoredLines: Int { Int(anchors.map(\.head.sequence).max() ?? 0) }

    mutating func renumber() {
        for (place, row) in rows.enumerated() {
            rows[place].link = Link(UInt64(place) + 1, to: row.link.line, hash: row.link.hash)
        }
    }

    /// New fingerprints from here on, so that all links fit each other again.
    mutating func rechain(from index: Int) throws {
        var chain = Chain(of: tenant, after: index == 0 ? nil : rows[index - 1].link)
        for place in index..<max(index, rows.count) {
            if let line = rows[place].line { rows[place].link = try chain.append(line) }
        }
    }

    mutating func cut(after lines: Int) { rows.removeSubrange(lines...) }

    mutating func cutHeads(after lines: Int) { heads.removeAll { $0.sequence > UInt64(lines) } }

    mutating func replaceLine(
        at index: Int, id: Reference? = nil, at time: Int64? = nil,
        _ change: (inout [SealedLine.Field]) -> Void = { _ in }
    ) {
        guard let line = rows[index].line else { return }
        var fields = line.fields
        change(&fields)
        rows[index].line = SealedLine(id ?? line.id, at: time ?? line.at, fields)
    }

    mutating func replaceHash(at index: Int, _ change: (inout [UInt8]) -> Void) {
        var hash = rows[index].link.hash
        change(&hash)
        rows[index].link = Link(rows[index].link.sequence, to: rows[index].link.line, hash: hash)
    }

    /// A row for a line that nobody wrote, with a fingerprint that fits where it stands.
    func forgedRow(at index: Int, using chance: inout SplitMix64) throws -> Row {
        let line = Log.line(at: rows[index].line?.at ?? now, using: &chance)
        var chain = Chain(of: tenant, after: index == 0 ? nil : rows[index - 1].link)
        return Row(link: try chain.append(line), line: line)
    }
}

extension Head {
    func with(
        tenant: Reference? = nil, sequence: UInt64? = nil, hash: [UInt8]? = nil, sealedAt: Int64? = nil,
        keyID: String? = nil, signature: [UInt8]? = nil
    ) -> Head {
        Head(
            of: tenant ?? self.tenant, at: sequence ?? self.sequence, hash: hash ?? self.hash,
            sealedAt: sealedAt ?? self.sealedAt, keyID: keyID ?? self.keyID, signature: signature ?? self.signature
        )
    }
}
