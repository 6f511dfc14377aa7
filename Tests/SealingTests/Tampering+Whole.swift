import Sealing

extension Tampering {
    /// The end is gone, or the whole log is another.
    func applyToAll(_ log: inout Log, _ chance: inout SplitMix64) throws -> ClosedRange<UInt64> {
        let anchored = Int.random(in: 0..<log.anchoredLines, using: &chance)
        let end = UInt64(anchored) + 1
        switch self {
        case .truncate:
            let left = Int.random(in: 0..<log.signedLines, using: &chance)
            log.cut(after: left)
            return (UInt64(left) + 1)...(UInt64(left) + 1)
        case .truncateWithHeads:
            log.cut(after: anchored)
            log.cutHeads(after: anchored)
            return end...end
        case .rollBack:
            let left = rollBack(&log, &chance)
            return (left + 1)...(left + 1)
        case .rollBackAndGoOn:
            let lines = log.rows.count
            let left = rollBack(&log, &chance)
            while log.rows.count < lines { try log.write(using: &chance) }
            try log.sign(with: Log.seals[1])
            return log.firstAnchor(from: left + 1)...log.firstAnchor(from: left + 1)
        case .editAndRechainWithoutHeads:
            log.replaceLine(at: anchored) { $0[2] = .init("action", "changed") }
            try log.rechain(from: anchored)
            log.cutHeads(after: anchored)
            return log.firstAnchor(from: end)...log.firstAnchor(from: end)
        case .rebuildUnderOurKeyName, .rebuildUnderOwnKeyName, .rebuildWithoutHeads:
            return try rebuild(&log, &chance)
        default:
            throw NotTold(tampering: self)
        }
    }

    /// Everything as it was when an older head was signed, except what is not in the database.
    private func rollBack(_ log: inout Log, _ chance: inout SplitMix64) -> UInt64 {
        let older = log.heads.filter { $0.sequence < UInt64(log.anchoredLines) }.randomElement(using: &chance)
        let left = older?.sequence ?? 0
        log.cut(after: Int(left))
        log.cutHeads(after: Int(left))
        log.now = older?.sealedAt ?? log.now
        return left
    }

    private func rebuild(_ log: inout Log, _ chance: inout SplitMix64) throws -> ClosedRange<UInt64> {
        log.replaceLine(at: 0) { $0[2] = .init("action", "changed") }
        try log.rechain(from: 0)
        let name = self == .rebuildUnderOurKeyName ? Log.seals[0].keyID : "mine"
        let own = try Seal(chance.bytes(32), named: name)
        let places = self == .rebuildWithoutHeads ? [] : log.heads.map { (Int($0.sequence), $0.sealedAt) }
        log.heads = try places.map { place, time in
            try own.sign(Chain(of: log.tenant, after: log.rows[place - 1].link), at: time)
        }
        let first = log.heads.first?.sequence ?? log.firstAnchor(from: 1)
        return first...first
    }

    /// A kind of tampering without code would otherwise be a tampering that changes nothing.
    struct NotTold: Error {
        let tampering: Tampering
    }
}
