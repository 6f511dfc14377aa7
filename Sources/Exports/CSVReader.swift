/// One row of a table.
struct CSVRow {
    let line: Int
    let fields: [String]
    /// `withoutLineEnd` when the file stopped without closing this row's line.
    let fileEnds: FileEnd

    enum FileEnd { case later, withoutLineEnd }
}

/// Reads a table from front to back, one row at a time.
///
/// A row that cannot be read is reported and the next one is read. Text is UTF-8; a file of which the head
/// is not, is read as Windows-1252 (which western spreadsheets write).
///
/// - Shape: fields between `,` or `;` or tab, quotes around fields that need them, lines ending in LF or CRLF
/// - Source: RFC 4180 §2
struct CSVReader {
    static let mostFields = 256
    static let longestLine = 1 << 20
    /// After so many rows with broken quotes, a quoted field may no longer run over the end of a line.
    private static let patience = 100

    enum Charset { case utf8, windows1252 }

    /// Whether a field between quotes may hold the end of a line. In a list of people it never does, and a stray quote
    /// would otherwise swallow every row up to the next one.
    enum Quotes { case overLines, withinLine }

    private let window: Window
    private let separator: UInt8
    private let charset: Charset
    private let quotes: Quotes
    private var line = 1
    private var brokenRows = 0

    init(
        _ source: any ByteSource, _ form: TableForm, _ quotes: Quotes = .overLines,
        progress: @escaping (Int, Int) -> Void
    ) throws(ExportFailure) {
        self.quotes = quotes
        window = Window(source, limit: CSVReader.longestLine, progress: progress)
        separator = form.separator
        charset = form.charset
        while window.count < 3, try window.more() {}
        if window.unread.hasPrefix("\u{FEFF}") { window.start += 3 }
    }

    /// - Returns: a row or why it cannot be read; `nil` at the end. Empty lines are passed over.
    mutating func next() throws(ExportFailure) -> Result<CSVRow, CSVTrouble>? {
        while true {
            let first = line
            guard let ending = try findEnd() else { return nil }
            switch ending {
            case .tooLong:
                try skipLine()
                return .failure(CSVTrouble(line: first, reason: .lineTooLong))
            case .brokenQuotes(let length):
                brokenRows += 1
                consume(length)
                return .failure(CSVTrouble(line: first, reason: .brokenQuotes))
            case .whole(let length):
                let row = Bytes(start: window.unread.start, count: length)
                let result = fields(of: row, line: first)
                consume(length)
                if let result { return result }
            }
        }
    }

    private enum Ending { case whole(Int), brokenQuotes(Int), tooLong }

    /// How long the next row is, with its line end.
    private func findEnd() throws(ExportFailure) -> Ending? {
        while true {
            let bytes = window.unread
            let search = CSVReader.end(of: bytes, quotesRunOn: mayRunOn, separator)
            if case .found(let length) = search { return .whole(length) }
            if try window.more() { continue }
            if case .open(let firstLine) = search, let firstLine { return .brokenQuotes(firstLine) }
            if window.isFull { return .tooLong }
            guard bytes.count > 0 else { return nil }
            return .whole(bytes.count)
        }
    }

    private var mayRunOn: Bool { quotes == .overLines && brokenRows < CSVReader.patience }

    private enum Search {
        case found(Int)
        /// No end yet; with the length of the row's first line when the row runs on inside quotes.
        case open(firstLine: Int?)
    }

    private enum Place { case start, plain, quoted, afterQuote }

    private static func end(of bytes: Bytes, quotesRunOn: Bool, _ separator: UInt8) -> Search {
        var state = Place.start
        var firstLine: Int?
        for place in 0..<bytes.count {
            let byte = bytes[place]
            if byte == 0x0A {
                if state != .quoted || !quotesRunOn { return .found(place + 1) }
                firstLine = firstLine ?? place + 1
            }
            state = next(state, byte, separator)
        }
        return .open(firstLine: state == .quoted ? firstLine : nil)
    }

    private static func next(_ state: Place, _ byte: UInt8, _ separator: UInt8) -> Place {
        let isQuote = byte == UInt8(ascii: "\"")
        if state == .quoted { return isQuote ? .afterQuote : .quoted }
        if isQuote { return state == .plain ? .plain : .quoted }
        return byte == separator ? .start : .plain
    }

    private mutating func skipLine() throws(ExportFailure) {
        repeat {
            let bytes = window.unread
            if let found = bytes.place(of: 0x0A) { return consume(found + 1) }
            consume(bytes.count)
        } while try window.more()
    }

    private mutating func consume(_ length: Int) {
        for byte in window.unread.buffer.prefix(length) where byte == 0x0A { line += 1 }
        window.start += length
    }

    private func fields(of bytes: Bytes, line: Int) -> Result<CSVRow, CSVTrouble>? {
        guard let text = CSVReader.decoded(bytes.buffer, charset), !text.utf8.contains(0) else {
            return .failure(CSVTrouble(line: line, reason: .unreadableText))
        }
        do throws(RefusedRow) {
            let fields = try CSVReader.split(text, separator)
            let fileEnds = bytes.buffer.last == 0x0A ? CSVRow.FileEnd.later : .withoutLineEnd
            return fields.allSatisfy(\.isEmpty) ? nil : .success(CSVRow(line: line, fields: fields, fileEnds: fileEnds))
        } catch {
            return .failure(CSVTrouble(line: line, reason: error))
        }
    }

    static func split(_ text: String, _ separator: UInt8) throws(RefusedRow) -> [String] {
        var fields = [String]()
        var rest = Substring(text).utf8
        while let last = rest.last, last == 0x0A || last == 0x0D { rest.removeLast() }
        while true {
            guard fields.count < mostFields else { throw .tooManyFields }
            fields.append(try field(&rest, separator).trimmed)
            guard rest.popFirst() != nil else { return fields }
        }
    }

    private static func field(_ rest: inout Substring.UTF8View, _ separator: UInt8) throws(RefusedRow) -> String {
        let quote = UInt8(ascii: "\"")
        guard rest.first == quote else { return cut(&rest) { $0 != separator } }
        rest.removeFirst()
        var out = cut(&rest) { $0 != quote }
        guard rest.popFirst() != nil else { throw .brokenQuotes }
        while rest.first == quote {
            rest.removeFirst()
            out += "\"" + cut(&rest) { $0 != quote }
            guard rest.popFirst() != nil else { throw .brokenQuotes }
        }
        guard rest.isEmpty || rest.first == separator else { throw .brokenQuotes }
        return out
    }

    private static func cut(_ rest: inout Substring.UTF8View, while belongs: (UInt8) -> Bool) -> String {
        let part = rest.prefix(while: belongs)
        rest = rest[part.endIndex...]
        return String(Substring(part))
    }

    static func decoded(_ bytes: UnsafeBufferPointer<UInt8>, _ charset: Charset) -> String? {
        if charset == .utf8 { return String(validating: bytes, as: UTF8.self) }
        var text = ""
        for byte in bytes { text.unicodeScalars.append(windows1252(byte)) }
        return text
    }

    /// Windows-1252 differs from Latin-1 only between 0x80 and 0x9F.
    ///
    /// - Source: WHATWG Encoding standard, index-windows-1252
    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        let table: [UInt16] = [
            0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
            0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
            0x0153, 0x9D, 0x017E, 0x0178,
        ]
        return Unicode.Scalar(table[Int(byte) - 0x80]) ?? "?"
    }
}

/// A row that cannot be read, and where it is.
struct CSVTrouble: Error {
    let line: Int
    let reason: RefusedRow
}

extension StringProtocol {
    /// Without spaces at either end.
    var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
