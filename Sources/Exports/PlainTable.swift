/// A table that is no meter's: a list that somebody keeps in a spreadsheet. A cell is found by the name of its column.
///
/// - Shape: as ``CSVReader``, but no field runs over the end of a line; the first row names the columns
/// - Source: RFC 4180 §2
package struct PlainTable {
    /// The names of the columns: small letters only, so that `Date of birth` and `date-of-birth` are one.
    package let columns: Set<String>
    private let places: [String: Int]
    private var rows: CSVReader

    /// One row below the first.
    package struct Row {
        package let line: Int
        private let cells: [String]
        private let places: [String: Int]

        fileprivate init(_ row: CSVRow, _ places: [String: Int]) {
            line = row.line
            cells = row.fields
            self.places = places
        }

        /// What stands in the first of these columns that has something in it.
        package subscript(_ names: String...) -> String? { self[names] }

        package subscript(_ names: [String]) -> String? {
            names.lazy.compactMap { places[$0] }.filter { $0 < cells.count }.map { cells[$0] }.first { !$0.isEmpty }
        }
    }

    /// A row that cannot be read, and where it is.
    package struct Refused: Error {
        package let line: Int
        package let reason: RefusedRow
    }

    /// - Throws: ``ExportFailure`` when it is no table, or larger than it may be
    package init(path: String, most size: Int) throws(ExportFailure) {
        let file = try OpenFile(path: path)
        guard file.size <= size else { throw .tooLarge(megabytes: size >> 20) }
        let head = try file.bytes(at: 0, count: ExportFormat.head)
        try ExportFormat.mustBeText(head)
        guard let form = TableForm(head: head) else { throw .unknownTable }
        let names = form.names.map { $0.lowercased().filter(\.isLetter) }
        columns = Set(names)
        places = Dictionary(zip(names, names.indices)) { first, _ in first }
        rows = try CSVReader(PlainBytes(file, count: file.size), form, .withinLine) { _, _ in }
        _ = try rows.next()
    }

    /// - Returns: a row, or the line that cannot be read; `nil` at the end
    package mutating func next() throws(ExportFailure) -> Result<Row, Refused>? {
        switch try rows.next() {
        case nil: nil
        case .failure(let trouble): .failure(Refused(line: trouble.line, reason: trouble.reason))
        case .success(let row): .success(Row(row, places))
        }
    }
}
