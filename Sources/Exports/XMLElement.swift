/// A start tag with its attributes, still lying where it was read.
struct XMLElement {
    let name: Bytes
    let line: Int
    let attributes: UnsafeBufferPointer<XMLAttribute>

    func attribute(_ name: StaticString) -> XMLAttribute? {
        attributes.first { $0.name.equals(name) }
    }

    func text(_ name: StaticString) throws(RefusedRow) -> String? {
        guard let found = attribute(name) else { return nil }
        guard let text = found.text else { throw .unreadableText }
        return text
    }
}

struct XMLAttribute {
    let name: Bytes
    let value: Bytes
    let hasReferences: Bool

    /// The value with its references replaced; `nil` when it is not UTF-8 or refers to something undeclared.
    var text: String? {
        guard let text = value.text else { return nil }
        return hasReferences ? XMLAttribute.resolved(text) : text
    }

    private static func resolved(_ text: String) -> String? {
        var out = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            guard let end = rest[mark...].firstIndex(of: ";"),
                let scalar = scalar(named: rest[rest.index(after: mark)..<end])
            else { return nil }
            out += rest[..<mark]
            out.unicodeScalars.append(scalar)
            rest = rest[rest.index(after: end)...]
        }
        return out + rest
    }

    private static func scalar(named name: Substring) -> Unicode.Scalar? {
        switch name {
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "apos": "'"
        default: numbered(name)
        }
    }

    private static func numbered(_ name: Substring) -> Unicode.Scalar? {
        guard name.first == "#", name.utf8.count <= 9 else { return nil }
        let digits = name.dropFirst()
        let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    }
}

/// Reads one start tag.
final class XMLTagReader {
    static let mostAttributes = 256

    enum Outcome {
        case whole(length: Int, name: Bytes, isEmpty: Bool, lines: Int)
        case unfinished, malformed
    }

    private let attributes = UnsafeMutablePointer<XMLAttribute>.allocate(capacity: mostAttributes)
    private var count = 0
    private var lines = 0

    deinit { attributes.deallocate() }

    func element(_ name: Bytes, line: Int) -> XMLElement {
        XMLElement(name: name, line: line, attributes: UnsafeBufferPointer(start: attributes, count: count))
    }

    func read(_ bytes: Bytes) throws(ExportFailure) -> Outcome {
        (count, lines) = (0, 0)
        var place = 1
        let name = name(in: bytes, at: &place)
        guard name.count > 0 else { return place < bytes.count ? .malformed : .unfinished }
        while true {
            let before = place
            skipSpace(in: bytes, at: &place)
            guard place < bytes.count else { return .unfinished }
            if bytes[place] == UInt8(ascii: ">") {
                return .whole(length: place + 1, name: name, isEmpty: false, lines: lines)
            }
            if bytes[place] == UInt8(ascii: "/") {
                guard place + 1 < bytes.count else { return .unfinished }
                guard bytes[place + 1] == UInt8(ascii: ">") else { return .malformed }
                return .whole(length: place + 2, name: name, isEmpty: true, lines: lines)
            }
            guard place > before else { return .malformed }
            if let trouble = try attribute(in: bytes, at: &place) { return trouble }
        }
    }

    private func attribute(in bytes: Bytes, at place: inout Int) throws(ExportFailure) -> Outcome? {
        let name = name(in: bytes, at: &place)
        skipSpace(in: bytes, at: &place)
        guard place < bytes.count else { return .unfinished }
        guard name.count > 0, bytes[place] == UInt8(ascii: "=") else { return .malformed }
        place += 1
        skipSpace(in: bytes, at: &place)
        guard place < bytes.count else { return .unfinished }
        let quote = bytes[place]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return .malformed }
        place += 1
        return try value(of: name, in: bytes, at: &place, endingIn: quote)
    }

    private func value(
        of name: Bytes, in bytes: Bytes, at place: inout Int, endingIn quote: UInt8
    ) throws(ExportFailure) -> Outcome? {
        let first = place
        var hasReferences = false
        while place < bytes.count, bytes[place] != quote {
            let byte = bytes[place]
            if byte < 0x40 {
                if byte == UInt8(ascii: "<") || byte < 0x20 && !isSpace(byte) { return .malformed }
                if byte == UInt8(ascii: "&") { hasReferences = true }
                if byte == 0x0A { lines += 1 }
            }
            place += 1
        }
        guard place - first <= XMLScanner.longestMarkup else { throw .attributeTooLong }
        guard place < bytes.count else { return .unfinished }
        let value = Bytes(start: bytes.start + first, count: place - first)
        place += 1
        return try add(XMLAttribute(name: name, value: value, hasReferences: hasReferences))
    }

    private func add(_ attribute: XMLAttribute) throws(ExportFailure) -> Outcome? {
        for other in 0..<count where attributes[other].name.equals(attribute.name) { return .malformed }
        guard count < XMLTagReader.mostAttributes else { throw .tooManyAttributes }
        (attributes + count).initialize(to: attribute)
        count += 1
        return nil
    }

    private func name(in bytes: Bytes, at place: inout Int) -> Bytes {
        let first = place
        while place < bytes.count, XMLTagReader.isNameByte(bytes[place]) { place += 1 }
        let digit = place > first && (UInt8(ascii: "-")...UInt8(ascii: "9")).contains(bytes[first])
        return Bytes(start: bytes.start + first, count: digit ? 0 : place - first)
    }

    private func skipSpace(in bytes: Bytes, at place: inout Int) {
        while place < bytes.count, isSpace(bytes[place]) {
            if bytes[place] == 0x0A { lines += 1 }
            place += 1
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
        default: byte >= 0x80
        }
    }
}
