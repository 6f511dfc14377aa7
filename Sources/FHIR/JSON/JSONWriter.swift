/// JSON as bytes, appended to the end of one list.
///
/// - Source: RFC 8259; no space, and only the escapes that must be
package struct JSONWriter {
    package private(set) var bytes: [UInt8]

    package init(reserving count: Int = 1024) {
        bytes = []
        bytes.reserveCapacity(count)
    }

    /// The place before which nothing is taken back.
    var mark: Int { bytes.count }
    mutating func takeBack(to mark: Int) { bytes.removeLast(max(0, bytes.count - mark)) }

    mutating func open(_ byte: UInt8) { bytes.append(byte) }
    mutating func close(_ byte: UInt8) { bytes.append(byte) }

    /// A comma, unless something was just opened.
    mutating func separate() {
        switch bytes.last {
        case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): return
        default: bytes.append(UInt8(ascii: ","))
        }
    }

    mutating func name(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func name(_ name: String) {
        separate()
        text(name)
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func text(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        if let first = firstToEscape(from: start) { escape(text, from: first - start, at: first) }
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func value(_ value: JSONValue) {
        switch value {
        case .object(let members):
            open(UInt8(ascii: "{"))
            for member in members {
                name(member.name)
                self.value(member.value)
            }
            close(UInt8(ascii: "}"))
        case .array(let items):
            open(UInt8(ascii: "["))
            for item in items {
                separate()
                self.value(item)
            }
            close(UInt8(ascii: "]"))
        case .text(let text): self.text(text)
        case .number(let digits): raw(digits)
        case .truth(let truth): raw(truth ? "true" : "false")
        case .null: raw("null")
        }
    }

    private func firstToEscape(from start: Int) -> Int? {
        var place = start
        while place < bytes.count {
            if JSONWriter.needsEscape(bytes[place]) { return place }
            place += 1
        }
        return nil
    }

    private mutating func escape(_ text: String, from offset: Int, at first: Int) {
        bytes.removeLast(bytes.count - first)
        for byte in text.utf8.dropFirst(offset) {
            guard JSONWriter.needsEscape(byte) else {
                bytes.append(byte)
                continue
            }
            raw(JSONWriter.escape(for: byte))
        }
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func escape(for byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        default: "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))"
        }
    }
}
