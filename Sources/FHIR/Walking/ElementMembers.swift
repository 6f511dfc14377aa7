/// The members of the objects that are open, so that each is taken once and what is left is known.
struct ElementMembers {
    enum Role { case itself, sibling }

    private struct Member {
        let start: Int32
        let length: Int32
        let role: Role
        let isEscaped: Bool
        var value: Int32
    }

    /// Where the outer object goes on when the inner one is done.
    struct Outer {
        fileprivate let first: Int
        fileprivate let next: Int
        fileprivate let hasSiblings: Bool
        fileprivate let marks: UInt64
    }

    private static let taken: Int32 = -1

    let document: JSONDocument
    private var members = [Member]()
    private var first = 0
    /// The member after the one last taken: elements nearly always come in FHIR's order.
    private var next = 0
    private(set) var hasSiblings = false
    /// One bit for each length and first letter, so that most of what is not there is known without a look.
    private var marks: UInt64 = 0

    init(_ document: JSONDocument) {
        self.document = document
        members.reserveCapacity(64)
    }

    func kind(of slot: Int) -> JSONDocument.Kind { document.slots[slot].kind }

    var isEmpty: Bool { members.count == first }

    mutating func opened(_ slot: Int) -> Outer {
        let outer = Outer(first: first, next: next, hasSiblings: hasSiblings, marks: marks)
        first = members.count
        next = first
        hasSiblings = false
        marks = 0
        var name = slot + 1
        while name < document.after(slot) {
            append(document.slots[name], value: name + 1)
            name = document.after(name + 1)
        }
        return outer
    }

    private mutating func append(_ name: JSONDocument.Slot, value: Int) {
        let isSibling = name.start < name.end && document.bytes[Int(name.start)] == UInt8(ascii: "_")
        if isSibling { hasSiblings = true }
        let start = isSibling ? name.start + 1 : name.start
        let lead = start < name.end ? document.bytes[Int(start)] : 0
        marks |= ElementMembers.mark(Int(name.end - start), lead)
        members.append(
            Member(
                start: start, length: name.end - start, role: isSibling ? .sibling : .itself,
                isEscaped: name.hasEscapes, value: Int32(truncatingIfNeeded: value)))
    }

    mutating func close(to outer: Outer) {
        members.removeLast(members.count - first)
        first = outer.first
        next = outer.next
        hasSiblings = outer.hasSiblings
        marks = outer.marks
    }

    private static func mark(_ length: Int, _ lead: UInt8) -> UInt64 {
        1 << UInt64(truncatingIfNeeded: (length &* 7 &+ Int(lead)) & 63)
    }

    private func isMarked(_ name: StaticString) -> Bool {
        let lead = name.withUTF8Buffer { $0.first ?? 0 }
        return marks & ElementMembers.mark(name.utf8CodeUnitCount, lead) != 0
    }

    /// - Returns: the slot of the value
    mutating func take(_ name: StaticString, _ role: Role) -> Int? {
        guard isMarked(name) else { return nil }
        let length = Int32(truncatingIfNeeded: name.utf8CodeUnitCount)
        var index = next
        for _ in first..<members.count {
            if index >= members.count { index = first }
            let member = members[index]
            if member.length == length, member.role == role, member.value != ElementMembers.taken, isSame(member, name)
            {
                members[index].value = ElementMembers.taken
                next = index + 1
                return Int(member.value)
            }
            index += 1
        }
        return nil
    }

    /// A name that was written with escapes is none of ours.
    private func isSame(_ member: Member, _ name: StaticString) -> Bool {
        guard !member.isEscaped else { return false }
        return name.withUTF8Buffer { wanted in
            var place = Int(member.start)
            for byte in wanted {
                guard document.bytes[place] == byte else { return false }
                place += 1
            }
            return true
        }
    }

    /// Whether it, or what stands beside it, is there.
    func hold(_ name: StaticString) -> Bool {
        isMarked(name) && members[first...].contains { $0.length == name.utf8CodeUnitCount && isSame($0, name) }
    }

    var areLeft: Bool { members[first...].contains { $0.value != ElementMembers.taken } }

    var left: [String] {
        guard areLeft else { return [] }
        return members[first...].filter { $0.value != ElementMembers.taken }
            .map { document.text(at: Int($0.value) - 1) }
    }
}
