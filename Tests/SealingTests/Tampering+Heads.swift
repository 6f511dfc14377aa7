import Sealing

extension Tampering {
    func applyToHeads(_ log: inout Log, _ chance: inout SplitMix64) throws -> ClosedRange<UInt64> {
        let index = Int.random(in: 0..<log.heads.count, using: &chance)
        let head = log.heads[index]
        switch self {
        case .replayHead:
            log.heads.append(head)
            return head.sequence...head.sequence
        case .replayHeadAsLast:
            let last = log.heads.count - 1
            let old = last == 0 ? log.heads[0].with(sequence: 1) : log.heads[Int.random(in: 0..<last, using: &chance)]
            log.heads[last] = old.with(sequence: log.heads[last].sequence, sealedAt: log.now)
            return log.heads[last].sequence...log.heads[last].sequence
        default:
            let changed = try change(head, of: log, &chance)
            log.heads[index] = changed
            return changed.sequence...changed.sequence
        }
    }

    func applyToAnchors(_ log: inout Log, _ chance: inout SplitMix64) throws -> ClosedRange<UInt64> {
        let index = Int.random(in: 0..<log.anchors.count, using: &chance)
        let changed = try change(log.anchors[index].head, of: log, &chance)
        log.anchors[index] = Anchor(changed, line: index + 1)
        return changed.sequence...changed.sequence
    }

    private func change(_ head: Head, of log: Log, _ chance: inout SplitMix64) throws -> Head {
        switch self {
        case .headTime, .anchorTime: return head.with(sealedAt: head.sealedAt + 1)
        case .headTenant: return head.with(tenant: chance.reference())
        case .headUnknownKey: return head.with(keyID: "2019")
        case .headOtherKey: return head.with(keyID: Log.seals.map(\.keyID).first { $0 != head.keyID })
        case .headSignature, .anchorSignature:
            var signature = head.signature
            signature[Int.random(in: 0..<64, using: &chance)] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
            return head.with(signature: signature)
        case .headHash:
            var hash = head.hash
            hash[Int.random(in: 0..<32, using: &chance)] ^= 1
            return head.with(hash: hash)
        case .headPlace, .anchorPlace: return head.with(sequence: head.sequence + 1)
        case .headOfOther, .anchorOfOther:
            return try foreign(log, &chance).heads.randomElement(using: &chance) ?? head
        default: throw NotTold(tampering: self)
        }
    }
}
