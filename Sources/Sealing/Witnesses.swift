/// What signed heads tell of one chain, from the database and from the anchor file.
///
/// Only what the server signed for this organisation counts; the rest is a finding. Of each head the place and the
/// hash are held, not the head.
package struct Witnesses: Sendable {
    /// So the chain was, says this witness.
    struct Statement: Sendable {
        let sequence: UInt64
        let hash: [UInt8]
        let witness: Witness
    }

    let tenant: Reference
    private(set) var statements: [Statement] = []
    private(set) var findings = Findings()
    private(set) var heads = 0
    private(set) var anchors = 0
    /// The last place that a head of the database speaks of.
    private(set) var lastHead: UInt64 = 0

    private let keys: SealKeys

    /// - Shape: heads in the order of their place; anchors of this organisation in any order
    package init(
        of tenant: Reference, heads: some Sequence<Head>, anchors: some Sequence<Anchor>, keys: SealKeys
    ) {
        self.tenant = tenant
        self.keys = keys
        for head in heads { hear(head) }
        for anchor in anchors { hear(anchor) }
        statements.sort { $0.sequence < $1.sequence }
    }

    private mutating func hear(_ head: Head) {
        heads += 1
        guard believe(head, from: .storedHead) else { return }
        if head.sequence <= lastHead { findings.note(.headsBackwards(head.sequence, after: lastHead)) }
        lastHead = max(lastHead, head.sequence)
    }

    private mutating func hear(_ anchor: Anchor) {
        anchors += 1
        believe(anchor.head, from: .anchor(line: anchor.line))
    }

    @discardableResult
    private mutating func believe(_ head: Head, from witness: Witness) -> Bool {
        if let finding = finding(about: head, from: witness) {
            findings.note(finding)
            return false
        }
        statements.append(Statement(sequence: head.sequence, hash: head.hash, witness: witness))
        return true
    }

    private func finding(about head: Head, from witness: Witness) -> Finding? {
        guard head.tenant == tenant else { return .otherTenant(witness, at: head.sequence) }
        switch keys.judge(head) {
        case .genuine: return nil
        case .wrongSignature: return .wrongSignature(witness, at: head.sequence)
        case .unknownKey: return .unknownKey(witness, at: head.sequence, keyID: head.keyID)
        }
    }
}
