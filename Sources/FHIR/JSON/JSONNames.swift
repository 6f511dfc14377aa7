/// The names of one object, of which no two may be the same.
struct JSONNames {
    /// From here on a set is quicker than comparing each with each.
    static let few = 16

    private let slots: [JSONDocument.Slot]
    private let bytes: [UInt8]

    init(_ slots: [JSONDocument.Slot], _ bytes: [UInt8]) {
        self.slots = slots
        self.bytes = bytes
    }

    /// - Returns: where the name stands that was there before
    func twice(from first: Int, count: Int) -> Int? {
        guard count > 1 else { return nil }
        return count > JSONNames.few ? twiceOfMany(from: first, count) : twiceOfFew(from: first, count)
    }

    private func twiceOfFew(from first: Int, _ count: Int) -> Int? {
        var name = first
        for position in 0..<count {
            if slots[name].hasEscapes { return twiceOfMany(from: first, count) }
            var earlier = first
            for _ in 0..<position {
                if isSame(slots[earlier], slots[name]) { return Int(slots[name].start) }
                earlier = next(earlier)
            }
            name = next(name)
        }
        return nil
    }

    private func twiceOfMany(from first: Int, _ count: Int) -> Int? {
        var seen = Set<[UInt8]>(minimumCapacity: count)
        var name = first
        for _ in 0..<count {
            guard seen.insert(plain(slots[name])).inserted else { return Int(slots[name].start) }
            name = next(name)
        }
        return nil
    }

    private func next(_ name: Int) -> Int { Int(slots[name + 1].next) }

    private func plain(_ slot: JSONDocument.Slot) -> [UInt8] {
        let plain = bytes[Int(slot.start)..<Int(slot.end)]
        return slot.hasEscapes ? Array(JSONEscapes.undone(plain).utf8) : Array(plain)
    }

    private func isSame(_ one: JSONDocument.Slot, _ other: JSONDocument.Slot) -> Bool {
        let length = one.end - one.start
        guard length == other.end - other.start else { return false }
        for offset in 0..<length where bytes[Int(one.start + offset)] != bytes[Int(other.start + offset)] {
            return false
        }
        return true
    }
}
