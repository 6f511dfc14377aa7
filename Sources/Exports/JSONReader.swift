/// A piece of JSON that still knows on which line it began.
struct JSONPiece {
    enum Content {
        case object([String: JSONPiece])
        case array([JSONPiece])
        case text(String)
        case number(String)
        case truth(String)
        case nothing
    }

    let line: Int
    let content: Content

    subscript(_ name: String) -> JSONPiece? {
        guard case .object(let members) = content else { return nil }
        return members[name]
    }

    var items: [JSONPiece] {
        guard case .array(let items) = content else { return [] }
        return items
    }

    var text: String? {
        guard case .text(let text) = content, !text.isEmpty else { return nil }
        return text
    }

    /// A number, or a text that holds one, as some makers write it.
    var number: Double? { digits.flatMap(Number.read) }
    var whole: Int? { digits.flatMap(Number.whole) }

    var digits: String? {
        switch content {
        case .number(let digits), .text(let digits): digits
        default: nil
        }
    }
}

extension JSONPiece {
    /// A number that has to be there.
    func number(_ name: String) throws(RefusedRow) -> Double {
        guard let piece = self[name] else { throw .missing(name) }
        guard let value = piece.number else { throw .notANumber(name) }
        return value
    }
}

/// Reads a JSON document of which the end may be missing.
///
/// What is whole before the trouble is kept: an item that is not finished is dropped from its list, because half
/// an item could be read as something it is not.
///
/// - Shape: UTF-8; 64 levels, 4,000,000 values
/// - Source: RFC 8259
struct JSONReader {
    static let deepest = 64
    static let mostValues = 4_000_000

    private let bytes: [UInt8]
    private var place = 0
    private var line = 1
    private var depth = 0
    private var values = 0
    private var trouble: (line: Int, reason: RefusedRow)?

    /// - Returns: what could be read, and where and why reading stopped before the end
    static func read(
        _ bytes: [UInt8]
    ) throws(ExportFailure) -> (root: JSONPiece?, trouble: (line: Int, reason: RefusedRow)?) {
        var reader = JSONReader(bytes: bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.place = 3 }
        let root = try reader.piece()
        reader.skipSpace()
        if reader.trouble == nil, reader.place < bytes.count { reader.stop() }
        return (root, reader.trouble)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func piece() throws(ExportFailure) -> JSONPiece? {
        skipSpace()
        values += 1
        guard values <= JSONReader.mostValues else { throw .tooManyValues }
        let first = line
        guard place < bytes.count else { return stopped() }
        let content: JSONPiece.Content? =
            switch bytes[place] {
            case UInt8(ascii: "{"): try nested { (reader) throws(ExportFailure) in try reader.object() }
            case UInt8(ascii: "["): try nested { (reader) throws(ExportFailure) in try reader.array() }
            case UInt8(ascii: "\""): text().map { .text($0) }
            case UInt8(ascii: "t"): word("true").map { .truth($0) }
            case UInt8(ascii: "f"): word("false").map { .truth($0) }
            case UInt8(ascii: "n"): word("null").map { _ in .nothing }
            default: number().map { .number($0) }
            }
        return content.map { JSONPiece(line: first, content: $0) }
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(ExportFailure) -> JSONPiece.Content
    ) throws(ExportFailure) -> JSONPiece.Content {
        depth += 1
        guard depth <= JSONReader.deepest else { throw .tooDeep }
        place += 1
        let content = try read(&self)
        depth -= 1
        return content
    }

    private mutating func object() throws(ExportFailure) -> JSONPiece.Content {
        var members = [String: JSONPiece]()
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipSpace()
            guard let name = name(), let value = try piece() else { return .object(members) }
            members[name] = value
        } while take(UInt8(ascii: ","))
        if trouble == nil, !take(UInt8(ascii: "}")) { stop() }
        return .object(members)
    }

    private mutating func name() -> String? {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\""), let name = text() else { return stopped() }
        return take(UInt8(ascii: ":")) ? name : stopped()
    }

    private mutating func array() throws(ExportFailure) -> JSONPiece.Content {
        var items = [JSONPiece]()
        if take(UInt8(ascii: "]")) { return .array(items) }
        repeat {
            guard let item = try piece(), trouble == nil else { return .array(items) }
            items.append(item)
        } while take(UInt8(ascii: ","))
        if trouble == nil, !take(UInt8(ascii: "]")) { stop() }
        return .array(items)
    }

    private mutating func text() -> String? {
        let first = place + 1
        var end = first
        var hasEscapes = false
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            guard bytes[end] >= 0x20 else { return stopped() }
            if bytes[end] == UInt8(ascii: "\\") {
                hasEscapes = true
                end += 1
            }
            end += 1
        }
        if end >= bytes.count {
            place = bytes.count
            return stopped()
        }
        guard let text = String(validating: bytes[first..<end], as: UTF8.self) else {
            return stopped()
        }
        guard let plain = hasEscapes ? JSONReader.unescaped(text) : text else { return stopped() }
        place = end + 1
        return plain
    }

    private static func unescaped(_ text: String) -> String? {
        var units = [UInt16]()
        var rest = Array(text.utf16)[...]
        while let unit = rest.popFirst() {
            guard unit == 0x5C else {
                units.append(unit)
                continue
            }
            guard let escaped = rest.popFirst(), let value = value(of: escaped, &rest) else { return nil }
            units.append(value)
        }
        return String(validating: units, as: UTF16.self)
    }

    private static func value(of escaped: UInt16, _ rest: inout ArraySlice<UInt16>) -> UInt16? {
        switch escaped {
        case 0x22, 0x5C, 0x2F: return escaped
        case 0x62: return 0x08
        case 0x66: return 0x0C
        case 0x6E: return 0x0A
        case 0x72: return 0x0D
        case 0x74: return 0x09
        case 0x75:
            let digits = String(decoding: rest.prefix(4), as: UTF16.self)
            rest = rest.dropFirst(4)
            return digits.utf8.count == 4 && digits.allSatisfy(\.isHexDigit) ? UInt16(digits, radix: 16) : nil
        default: return nil
        }
    }

    /// A number that touches the end of the file may be half a number, so it is not taken.
    private mutating func number() -> String? {
        let first = place
        var end = place
        while end < bytes.count, "0123456789+-.eE".utf8.contains(bytes[end]) { end += 1 }
        place = end
        guard end > first, end < bytes.count else { return stopped() }
        return String(decoding: bytes[first..<end], as: UTF8.self)
    }

    private mutating func word(_ word: StaticString) -> String? {
        let end = place + word.utf8CodeUnitCount
        guard end <= bytes.count else {
            place = bytes.count
            return stopped()
        }
        let text = String(decoding: bytes[place..<end], as: UTF8.self)
        guard text == "\(word)" else { return stopped() }
        place = end
        return text
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard trouble == nil, place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func skipSpace() {
        while place < bytes.count, [0x20, 0x09, 0x0D, 0x0A].contains(bytes[place]) {
            if bytes[place] == 0x0A { line += 1 }
            place += 1
        }
    }

    private mutating func stopped<Value>() -> Value? {
        stop()
        return nil
    }

    private mutating func stop() {
        guard trouble == nil else { return }
        trouble = (line, place >= bytes.count ? .endsTooEarly : .brokenJSON)
    }
}
