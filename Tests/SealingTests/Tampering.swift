import Sealing

/// Everything that somebody may try with a log.
enum Tampering: String, CaseIterable {
    case editValue, absentOrEmpty, renameField, dropField, swapFields, addField, moveByteToNextField
    case editTime, editNumber
    case editHash, shortenHash, editLineAndItsHash, pointElsewhere
    case deleteLine, deleteLineAndLink, deleteLink, deleteAndRenumber, deleteAndRechain
    case insert, insertWithAnyHash, insertAndRenumber, insertAndRechain
    case swapLines, swapRows, swapAndRechain
    case duplicateRow, duplicateLineAtEnd
    case truncate, truncateWithHeads, rollBack, rollBackAndGoOn
    case editAndRechain, editAndRechainWithoutHeads
    case rebuildUnderOurKeyName, rebuildUnderOwnKeyName, rebuildWithoutHeads
    case lineOfOther, rowOfOther, headOfOther, anchorOfOther
    case headTime, headTenant, headUnknownKey, headOtherKey, headSignature, headHash, headPlace
    case replayHead, replayHeadAsLast
    case anchorTime, anchorSignature, anchorPlace

    /// - Returns: where the first finding must be
    func apply(to log: inout Log, using chance: inout SplitMix64) throws -> ClosedRange<UInt64> {
        if rawValue.hasPrefix("head") || rawValue.hasPrefix("replay") { return try applyToHeads(&log, &chance) }
        if rawValue.hasPrefix("anchor") { return try applyToAnchors(&log, &chance) }
        let index = Int.random(in: 0..<log.signedLines, using: &chance)
        if let place = applyToOneLine(&log, &chance) { return place }
        if let place = try applyToRow(&log, at: index, &chance) { return place }
        return try applyToAll(&log, &chance)
    }

    /// One line or one link is another, signed or not: a line of the tail does not fit its link either.
    private func applyToOneLine(_ log: inout Log, _ chance: inout SplitMix64) -> ClosedRange<UInt64>? {
        let index = Int.random(in: 0..<log.rows.count, using: &chance)
        let field = Int.random(in: 0..<5, using: &chance)
        switch self {
        case .editValue:
            log.replaceLine(at: index) { fields in
                var value = fields[field].value ?? []
                value[value.count - 1] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
                fields[field] = .init(fields[field].name, value)
            }
        case .absentOrEmpty:
            log.replaceLine(at: index) { $0[5] = .init("reason", $0[5].value == nil ? [] : nil as [UInt8]?) }
        case .renameField: log.replaceLine(at: index) { $0[field] = .init($0[field].name + "s", $0[field].value) }
        case .dropField: log.replaceLine(at: index) { $0.remove(at: field) }
        case .swapFields: log.replaceLine(at: index) { $0.swapAt(field, 5) }
        case .addField: log.replaceLine(at: index) { $0.insert(.init("", nil as String?), at: field) }
        case .moveByteToNextField:
            log.replaceLine(at: index) { fields in
                var value = fields[field % 4].value ?? []
                let next = fields[field % 4 + 1]
                fields[field % 4 + 1] = .init(next.name, [value.removeLast()] + (next.value ?? []))
                fields[field % 4] = .init(fields[field % 4].name, value)
            }
        case .editTime:
            let change = Int64.random(in: 1...100_000, using: &chance)
            log.replaceLine(at: index, at: (log.rows[index].line?.at ?? 0) - change)
        case .editNumber: log.replaceLine(at: index, id: chance.reference())
        case .deleteLine: log.rows[index].line = nil
        case .editHash: log.replaceHash(at: index) { $0[$0.count - 1 - field] ^= 0x10 }
        case .shortenHash: log.replaceHash(at: index) { $0.removeLast(Int.random(in: 1...32, using: &chance)) }
        case .pointElsewhere:
            let link = log.rows[index].link
            log.rows[index].link = Link(link.sequence, to: chance.reference(), hash: link.hash)
        default: return nil
        }
        return log.rows[index].link.sequence...log.rows[index].link.sequence
    }
}
