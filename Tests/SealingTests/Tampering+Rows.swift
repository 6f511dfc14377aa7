import Sealing

extension Tampering {
    /// Rows go, come or change places; none of them is after the last head.
    func applyToRow(_ log: inout Log, at index: Int, _ chance: inout SplitMix64) throws -> ClosedRange<UInt64>? {
        let place = UInt64(index) + 1
        let head = log.firstHead(from: place)
        let other = (index + Int.random(in: 1..<log.rows.count, using: &chance)) % log.rows.count
        let (first, second) = (min(index, other), max(index, other))
        switch self {
        case .editLineAndItsHash:
            log.replaceLine(at: index) { $0[2] = .init("action", "changed") }
            log.rows[index].link = try log.forgedLink(at: index)
            return place...(place + 1)
        case .deleteLineAndLink:
            log.rows.remove(at: index)
        case .deleteLink:
            let row = log.rows.remove(at: index)
            log.waiting.append(.init(line: row.link.line, since: log.now - 1))
        case .deleteAndRenumber:
            log.rows.remove(at: index)
            log.renumber()
        case .deleteAndRechain:
            log.rows.remove(at: index)
            log.renumber()
            try log.rechain(from: index)
            return head...head
        case .insert:
            log.rows.insert(try log.forgedRow(at: index, using: &chance), at: index)
        case .insertWithAnyHash:
            let line = Log.line(at: log.now, using: &chance)
            let link = Link(place, to: line.id, hash: chance.bytes(32))
            log.rows.insert(.init(link: link, line: line), at: index)
            log.renumber()
        case .insertAndRenumber:
            log.rows.insert(try log.forgedRow(at: index, using: &chance), at: index)
            log.renumber()
            return place...(place + 1)
        case .insertAndRechain:
            log.rows.insert(try log.forgedRow(at: index, using: &chance), at: index)
            try log.rechain(from: index)
            return head...head
        case .swapLines:
            swapLines(&log, first, second)
            return (UInt64(first) + 1)...(UInt64(first) + 1)
        case .swapRows:
            log.rows.swapAt(first, second)
            return (UInt64(first) + 1)...(UInt64(first) + 1)
        case .swapAndRechain:
            swapLines(&log, first, second)
            try log.rechain(from: first)
            return log.firstHead(from: UInt64(first) + 1)...log.firstHead(from: UInt64(first) + 1)
        case .duplicateRow:
            log.rows.insert(log.rows[index], at: index)
        case .duplicateLineAtEnd:
            var chain = log.chain
            guard let line = log.rows[index].line else { return nil }
            log.rows.append(.init(link: try chain.append(line), line: line))
            return chain.sequence...chain.sequence
        case .editAndRechain:
            log.replaceLine(at: index) { $0[2] = .init("action", "changed") }
            try log.rechain(from: index)
            return head...head
        case .lineOfOther:
            log.rows[index].line = try foreign(log, &chance).rows[index].line
        case .rowOfOther:
            log.rows[index] = try foreign(log, &chance).rows[index]
        default: return nil
        }
        return place...place
    }

    private func swapLines(_ log: inout Log, _ first: Int, _ second: Int) {
        let (one, two) = (log.rows[first], log.rows[second])
        log.rows[first] = .init(link: Link(one.link.sequence, to: two.link.line, hash: one.link.hash), line: two.line)
        log.rows[second] = .init(link: Link(two.link.sequence, to: one.link.line, hash: two.link.hash), line: one.line)
    }

    /// The log of another organisation on the same server, of the same length.
    func foreign(_ log: Log, _ chance: inout SplitMix64) throws -> Log {
        try Log(lines: log.rows.count, of: chance.reference(), using: &chance)
    }
}

extension Log {
    fileprivate func forgedLink(at index: Int) throws -> Link {
        guard let line = rows[index].line else { return rows[index].link }
        var chain = Chain(of: tenant, after: index == 0 ? nil : rows[index - 1].link)
        return try chain.append(line)
    }
}
