/// A JSON document that was found to be whole, as places in its own bytes.
///
/// Nothing is copied until somebody asks for a text, so a value that is not looked at costs nothing.
///
/// - Shape: the slots stand in the order of the document; an object is followed by its names and values in turn
package struct JSONDocument: Sendable {
    enum Kind: UInt8, Sendable { case object, array, text, number, yes, no, null }

    struct Slot: Sendable {
        var kind: Kind
        var hasEscapes = false
        /// Of a text: between the quotes.
        var start: Int32
        var end: Int32
        /// The slot after everything that this one holds; 0 as long as it is open.
        var next: Int32
    }

    /// What a document may weigh when nobody says otherwise.
    ///
    /// - Units: bytes
    /// - Source: our own proposal; a transaction of 10,000 Observations
    package static let usualLimit = 16 * 1024 * 1024
    /// - Source: our own proposal; FHIR itself stays under 20
    package static let deepest = 64

    let bytes: [UInt8]
    let slots: [Slot]

    package init(_ bytes: [UInt8], atMost limit: Int = usualLimit) throws(JSONFailure) {
        var scanner = JSONScanner(bytes)
        try scanner.scan(atMost: limit)
        self.bytes = bytes
        slots = scanner.slots
    }

    /// The whole of it as a value of its own.
    package var value: JSONValue { value(at: 0) }

    func text(at index: Int) -> String {
        let slot = slots[index]
        let plain = bytes[Int(slot.start)..<Int(slot.end)]
        return slot.hasEscapes ? JSONEscapes.undone(plain) : String(decoding: plain, as: UTF8.self)
    }

    func after(_ index: Int) -> Int { Int(slots[index].next) }

    /// The values in an array, or the names and values of an object in turn.
    func children(of index: Int) -> [Int] {
        var children = [Int]()
        var child = index + 1
        while child < after(index) {
            children.append(child)
            child = after(child)
        }
        return children
    }

    func value(at index: Int) -> JSONValue {
        switch slots[index].kind {
        case .object: .object(members(of: index))
        case .array: .array(children(of: index).map(value))
        case .text: .text(text(at: index))
        case .number: .number(text(at: index))
        case .yes: .truth(true)
        case .no: .truth(false)
        case .null: .null
        }
    }

    private func members(of index: Int) -> [JSONValue.Member] {
        let children = children(of: index)
        return stride(from: 0, to: children.count - 1, by: 2).map {
            JSONValue.Member(name: text(at: children[$0]), value: value(at: children[$0 + 1]))
        }
    }
}
