/// Any list that a spreadsheet writes: rows below a head, in which a cell is found by the name of its column.
///
/// - Shape: UTF-8 or Windows-1252; `,`, `;` or tab between cells; a row that cannot be read is told with its line
/// - Source: RFC 4180 §2
package struct ListTable {
    /// The names of the columns: small letters only, so that `Date of birth` and `date-of-birth` are one.
    package let columns: [String]
    private var reader: CSVReader

    /// One row below the head.
    package struct Row: Sendable {
        package let line: Int
        fileprivate let cells: [String: String]

        /// What stands in the first of these columns that is there and not empty.
        package subscript(_ names: String...) -> String? {
            names.lazy.compactMap { cells[$0] }.first { !$0.isEmpty }
        }
    }

    /// - Throws: ``ExportFailure`` when it is no list at all
    package init(path: String) throws(ExportFailure) {
        let file = try OpenFile(path: path)
        let head = try file.bytes(at: 0, count: ExportFormat.head)
        try ExportFormat.mustBeText(head)
        guard let form = TableForm(head: head), form.names.count > 1 else { throw .unknown }
        columns = form.names.map(Self.plain)
        reader = try CSVReader(PlainBytes(file, count: file.size), form, .withinLine) { _, _ in }
        _ = try reader.next()
    }

    /// - Returns: a row, or the line that cannot be read; `nil` at the end
    package mutating func next() throws(ExportFailure) -> Result<Row, Trouble>? {
        switch try reader.next() {
        case nil: return nil
        case .failure(let trouble): return .failure(Trouble(line: trouble.line))
        case .success(let row):
            var cells: [String: String] = [:]
            for (name, cell) in zip(columns, row.fields) where cells[name] == nil { cells[name] = cell }
            return .success(Row(line: row.line, cells: cells))
        }
    }

    /// A row of which the text or the quotes are broken.
    package struct Trouble: Error, Hashable, Sendable {
        package let line: Int
    }

    private static func plain(_ name: String) -> String { name.lowercased().filter(\.isLetter) }
}
