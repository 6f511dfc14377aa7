/// What a scanner tells while it reads; everything it hands over is gone when the call returns.
protocol XMLHandler {
    mutating func start(_ element: XMLElement) throws
    mutating func end(_ element: Bytes, line: Int) throws
}

/// Reads XML from front to back in bounded memory.
///
/// It knows elements and attributes, which is all a health export has; text between elements is passed over.
/// The document type is skipped and never acted on; a file that declares an entity is refused as a whole.
///
/// - Shape: UTF-8 with a root element; 64 levels, 256 attributes of at most 1 MB each, 1 MB of document type
/// - Source: XML 1.0 fifth edition, §2.3–2.8, §3.1
struct XMLScanner {
    static let deepest = 64
    static let longestMarkup = 1 << 20

    private enum Stop: Error { case early, malformed }

    private let window: Window
    private var tags = XMLTagReader()
    private var open = [UInt64]()
    private var line = 1
    private var rootSeen = false

    init(_ source: any ByteSource, progress: @escaping (Int, Int) -> Void) {
        window = Window(source, limit: XMLScanner.longestMarkup + 65_536, progress: progress)
    }

    /// - Returns: where and why reading stopped before the end, or `nil` when the document was whole
    mutating func scan(into handler: inout some XMLHandler) throws -> (line: Int, reason: RefusedRow)? {
        do {
            try skipByteOrderMark()
            while try skipText() { try markup(&handler) }
            return open.isEmpty && rootSeen ? nil : (line, .endsTooEarly)
        } catch let stop as Stop {
            return (line, stop == .early ? .endsTooEarly : .brokenXML)
        }
    }

    private func skipByteOrderMark() throws {
        try need(3)
        if window.unread.hasPrefix("\u{FEFF}") { window.start += 3 }
    }

    /// Passes over text up to the next `<`; `false` at the end of the file.
    private mutating func skipText() throws -> Bool {
        while true {
            let bytes = window.unread
            var place = 0
            while place < bytes.count, bytes[place] != UInt8(ascii: "<") {
                try checkText(bytes[place])
                place += 1
            }
            window.start += place
            if place < bytes.count { return true }
            guard try window.more() else { return false }
        }
    }

    private mutating func checkText(_ byte: UInt8) throws {
        switch byte {
        case 0x0A: line += 1
        case 0x09, 0x0D, 0x20: break
        case 0..<0x20: throw Stop.malformed
        default: guard !open.isEmpty else { throw Stop.malformed }
        }
    }

    private mutating func markup(_ handler: inout some XMLHandler) throws {
        try need(2)
        guard window.count >= 2 else { throw Stop.early }
        switch window.unread[1] {
        case UInt8(ascii: "/"): try endTag(&handler)
        case UInt8(ascii: "?"): try skip(past: "?>", opening: 2)
        case UInt8(ascii: "!"): try declaration()
        default: try startTag(&handler)
        }
    }

    private mutating func startTag(_ handler: inout some XMLHandler) throws {
        while true {
            switch try tags.read(window.unread) {
            case .malformed: throw Stop.malformed
            case .unfinished:
                guard try !window.more() else { continue }
                if window.isFull { throw ExportFailure.attributeTooLong }
                throw Stop.early
            case .whole(let length, let name, let isEmpty, let lines):
                guard !open.isEmpty || !rootSeen else { throw Stop.malformed }
                rootSeen = true
                try handler.start(tags.element(name, line: line))
                line += lines
                if isEmpty { try handler.end(name, line: line) } else { try push(name) }
                window.start += length
                return
            }
        }
    }

    private mutating func push(_ name: Bytes) throws {
        guard open.count < XMLScanner.deepest else { throw ExportFailure.tooDeep }
        open.append(XMLScanner.mark(of: name))
    }

    private mutating func endTag(_ handler: inout some XMLHandler) throws {
        let length = try distance(to: UInt8(ascii: ">"), from: 2)
        let bytes = window.unread
        var nameLength = length - 1 - 2
        while nameLength > 0, bytes[1 + nameLength] <= 0x20 { nameLength -= 1 }
        let name = Bytes(start: bytes.start + 2, count: nameLength)
        guard nameLength > 0, open.popLast() == XMLScanner.mark(of: name) else { throw Stop.malformed }
        try handler.end(name, line: line)
        consume(length)
    }

    /// A number for a name, so that an end tag can be held against its start tag (FNV-1a).
    private static func mark(of name: Bytes) -> UInt64 {
        name.buffer.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private mutating func declaration() throws {
        try need(9)
        if window.unread.hasPrefix("<!--") { return try skip(past: "-->", opening: 4) }
        if window.unread.hasPrefix("<![CDATA["), !open.isEmpty { return try skip(past: "]]>", opening: 9) }
        guard window.unread.hasPrefix("<!DOCTYPE"), !rootSeen else {
            throw window.count < 9 ? Stop.early : Stop.malformed
        }
        try documentType()
    }

    /// Passes over a stretch of any length.
    private mutating func skip(past end: StaticString, opening: Int) throws {
        try need(opening)
        guard window.count >= opening else { throw Stop.early }
        window.start += opening
        while true {
            let bytes = window.unread
            if let length = bytes.place(behind: end) { return consume(length) }
            consume(max(0, bytes.count - end.utf8CodeUnitCount + 1))
            guard try window.more() else { throw Stop.early }
        }
    }

    private mutating func documentType() throws {
        while true {
            switch XMLDocumentType.read(window.unread) {
            case .whole(let length): return consume(length)
            case .declaresEntity: throw ExportFailure.entityDeclared
            case .unfinished:
                guard try !window.more() else { continue }
                if window.isFull { throw ExportFailure.documentTypeTooLong }
                throw Stop.early
            }
        }
    }

    private mutating func consume(_ length: Int) {
        for place in 0..<length where window.unread[place] == 0x0A { line += 1 }
        window.start += length
    }

    /// How many bytes up to and including the first such byte.
    private func distance(to byte: UInt8, from first: Int) throws -> Int {
        while true {
            if let found = window.unread.place(of: byte, from: first) { return found + 1 }
            guard try !window.more() else { continue }
            throw window.isFull ? Stop.malformed : Stop.early
        }
    }

    private func need(_ count: Int) throws {
        while window.count < count, try window.more() {}
    }
}

/// Finds the end of a document type without obeying anything in it.
///
/// Phones have written subsets that break the grammar, so only quotes, comments and brackets are followed.
enum XMLDocumentType {
    enum Outcome: Equatable { case whole(Int), unfinished, declaresEntity }

    static func read(_ bytes: Bytes) -> Outcome {
        var place = 9
        var inSubset = false
        while place < bytes.count {
            let rest = bytes.dropFirst(place)
            switch bytes[place] {
            case UInt8(ascii: "<"):
                if rest.count < 8 { return .unfinished }
                if rest.hasPrefix("<!ENTITY") { return .declaresEntity }
                guard rest.hasPrefix("<!--") else { break }
                guard let length = rest.place(behind: "-->", from: 4) else { return .unfinished }
                place += length - 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let end = bytes.place(of: bytes[place], from: place + 1) else { return .unfinished }
                place = end
            case UInt8(ascii: "["): inSubset = true
            case UInt8(ascii: "]"): inSubset = false
            case UInt8(ascii: "%") where inSubset && refersToEntity(rest): return .declaresEntity
            case UInt8(ascii: ">") where !inSubset: return .whole(place + 1)
            default: break
            }
            place += 1
        }
        return .unfinished
    }

    /// `%name;` pulls declarations in from elsewhere.
    private static func refersToEntity(_ bytes: Bytes) -> Bool {
        bytes.count > 1 && XMLTagReader.isNameByte(bytes[1])
    }
}
