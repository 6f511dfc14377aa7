/// Why bytes are not the JSON that a browser may send.
package enum JSONFailure: Error, Hashable, Sendable {
    case endsTooEarly, bytesLeft
    case unexpected, notUTF8, controlCharacter, badEscape, badNumber
    case duplicateName, tooDeep, tooManyValues
    case notAnObject
}

/// Reads JSON strictly: one value, every name once, nothing before or after it.
///
/// - Shape: UTF-8 without a mark in front; 8 levels, 512 values, numbers of 32 characters
/// - Source: RFC 8259
package struct JSONReader {
    static let deepest = 8
    static let mostValues = 512
    static let longestNumber = 32

    private var rest: ArraySlice<UInt8>
    private var values = 0

    package static func only(_ bytes: [UInt8]) throws(JSONFailure) -> JSONValue {
        var reader = JSONReader(rest: bytes[...])
        let value = try reader.value(inside: 0)
        reader.skipSpace()
        guard reader.rest.isEmpty else { throw .bytesLeft }
        return value
    }

    private init(rest: ArraySlice<UInt8>) { self.rest = rest }

    private mutating func value(inside depth: Int) throws(JSONFailure) -> JSONValue {
        values += 1
        guard values <= JSONReader.mostValues else { throw .tooManyValues }
        guard depth <= JSONReader.deepest else { throw .tooDeep }
        skipSpace()
        guard let first = rest.first else { throw .endsTooEarly }
        switch first {
        case UInt8(ascii: "{"): return .object(try object(inside: depth + 1))
        case UInt8(ascii: "["): return .list(try list(inside: depth + 1))
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .truth(true))
        case UInt8(ascii: "f"): return try word("false", .truth(false))
        case UInt8(ascii: "n"): return try word("null", .nothing)
        default: return .number(try number())
        }
    }

    private mutating func object(inside depth: Int) throws(JSONFailure) -> [String: JSONValue] {
        var members = [String: JSONValue]()
        try expect("{")
        if take("}") { return members }
        repeat {
            skipSpace()
            let name = try text()
            try expect(":")
            let old = members.updateValue(try value(inside: depth), forKey: name)
            guard old == nil else { throw .duplicateName }
        } while take(",")
        try expect("}")
        return members
    }

    private mutating func list(inside depth: Int) throws(JSONFailure) -> [JSONValue] {
        var items = [JSONValue]()
        try expect("[")
        if take("]") { return items }
        repeat { items.append(try value(inside: depth)) } while take(",")
        try expect("]")
        return items
    }

    private mutating func text() throws(JSONFailure) -> String {
        guard let quote = rest.popFirst() else { throw .endsTooEarly }
        guard quote == UInt8(ascii: "\"") else { throw .unexpected }
        var bytes = [UInt8]()
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return try utf8(bytes)
            case UInt8(ascii: "\\"): bytes += String(try escape()).utf8
            case 0..<0x20: throw .controlCharacter
            default: bytes.append(byte)
            }
        }
        throw .endsTooEarly
    }

    private func utf8(_ bytes: [UInt8]) throws(JSONFailure) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    private mutating func escape() throws(JSONFailure) -> UnicodeScalar {
        guard let letter = rest.popFirst() else { throw .endsTooEarly }
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UnicodeScalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try scalar()
        default: throw .badEscape
        }
    }

    /// A scalar beyond 16 bits is written as two halves; a half alone is nothing.
    private mutating func scalar() throws(JSONFailure) -> UnicodeScalar {
        let high = try unit()
        if let scalar = UnicodeScalar(high) { return scalar }
        guard (0xD800..<0xDC00).contains(high), takeExactly("\\u") else { throw .badEscape }
        let low = try unit()
        guard (0xDC00..<0xE000).contains(low) else { throw .badEscape }
        let value = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
        guard let scalar = UnicodeScalar(value) else { throw .badEscape }
        return scalar
    }

    private mutating func unit() throws(JSONFailure) -> UInt32 {
        let digits = rest.prefix(4)
        rest = rest.dropFirst(4)
        guard digits.count == 4, digits.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw .badEscape }
        return value
    }

    private mutating func number() throws(JSONFailure) -> String {
        let digits = rest.prefix { "0123456789+-.eE".utf8.contains($0) }
        guard !digits.isEmpty else { throw .unexpected }
        guard digits.count <= JSONReader.longestNumber else { throw .badNumber }
        rest = rest.dropFirst(digits.count)
        let text = String(decoding: digits, as: UTF8.self)
        guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil else { throw .badNumber }
        return text
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONFailure) -> JSONValue {
        guard takeExactly(word) else { throw .unexpected }
        return value
    }

    private mutating func takeExactly(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    private mutating func take(_ mark: String) -> Bool {
        skipSpace()
        return takeExactly(mark)
    }

    private mutating func expect(_ mark: String) throws(JSONFailure) {
        guard !take(mark) else { return }
        throw rest.isEmpty ? .endsTooEarly : .unexpected
    }

    private mutating func skipSpace() {
        rest = rest.drop { [0x20, 0x09, 0x0D, 0x0A].contains($0) }
    }
}
