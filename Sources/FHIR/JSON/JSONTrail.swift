/// The way to the place where reading stopped, told by what is still open.
struct JSONTrail {
    private let slots: [JSONDocument.Slot]
    private let bytes: [UInt8]

    init(_ slots: [JSONDocument.Slot], _ bytes: [UInt8]) {
        self.slots = slots
        self.bytes = bytes
    }

    /// - Returns: such as `Bundle.entry[3].resource`; without a `resourceType` it begins with the first name
    var path: String {
        var path = ""
        var container: Int? = 0
        while let index = container, index < slots.count, slots[index].next == 0 {
            let isObject = slots[index].kind == .object
            if index == 0, isObject { path = rootName }
            let (count, last) = contents(of: index)
            let isUnfinished = last.map { slots[$0].next == 0 } ?? false
            if !isObject {
                path += "[\(isUnfinished ? max(0, count - 1) : count)]"
            } else if let name = openName(count, last, in: index) {
                path += path.isEmpty ? name : ".\(name)"
            }
            container = isUnfinished ? last : nil
        }
        return path
    }

    private var rootName: String {
        var name = 1
        while name + 1 < slots.count, slots[name].next != 0 {
            if text(name) == "resourceType" { return slots[name + 1].kind == .text ? text(name + 1) : "" }
            guard slots[name + 1].next != 0 else { return "" }
            name = Int(slots[name + 1].next)
        }
        return ""
    }

    private func contents(of index: Int) -> (count: Int, last: Int?) {
        var count = 0
        var last: Int?
        var child = index + 1
        while child < slots.count {
            last = child
            count += 1
            guard slots[child].next != 0 else { break }
            child = Int(slots[child].next)
        }
        return (count, last)
    }

    /// The name whose value is not finished: it is the last slot, or the one before.
    private func openName(_ count: Int, _ last: Int?, in index: Int) -> String? {
        guard let last else { return nil }
        if count % 2 == 1 { return text(last) }
        return slots[last].next == 0 ? text(last - 1) : nil
    }

    private func text(_ index: Int) -> String {
        String(decoding: bytes[Int(slots[index].start)..<Int(slots[index].end)], as: UTF8.self)
    }
}
