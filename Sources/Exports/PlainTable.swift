/// A table that is no meter's: a list that somebody keeps in a spreadsheet.
///
/// - Shape: as ``CSVReader``; the first row names the columns
/// - Throws: ``ExportFailure`` when it is no table, and whatever `each` throws
package struct PlainTable {
    /// One row below the first.
    package struct Row {
        package let line: Int
        private let cells: [String]
        private let columns: [String: Int]

        fileprivate init(_ row: CSVRow, _ columns: [String: Int]) {
            line = row.line
            cells = row.fields
            self.columns = columns
        }

        /// What stands in the first of these columns that the table has; nothing in it is the same as no column.
        package subscript(_ names: String...) -> String? {
            let place = names.lazy.compactMap { columns[$0] }.first
            guard let place, place < cells.count, !cells[place].isEmpty else { return nil }
            return cells[place]
        }
    }

    /// Reads a file from front to back; a row that cannot be read is told and the next one is read.
    ///
    /// - Parameter needed: the table is none of ours without one of these names in its first row
    package static func read(
        path: String, most size: Int, needed: [String], each: (Result<Row, Refused>) throws -> Void
    ) throws {
        let file = try OpenFile(path: path)
        guard file.size > 0 else { throw ExportFailure.empty }
        guard file.size <= size else { throw ExportFailure.tooLarge(megabytes: size >> 20) }
        guard let form = TableForm(head: try file.bytes(at: 0, count: ExportFormat.head)) else {
            throw ExportFailure.unknownTable
        }
        var rows = try CSVReader(PlainBytes(file, count: file.size), form) { _, _ in }
        var columns: [String: Int]?
        while let row = try rows.next() {
            switch (row, columns) {
            case (.success(let row), .some(let columns)): try each(.success(Row(row, columns)))
            case (.failure(let trouble), .some): try each(.failure(Refused(line: trouble.line, reason: trouble.reason)))
            case (.success(let head), nil):
                let names = head.fields.map { $0.lowercased().filter(\.isLetter) }
                guard needed.contains(where: names.contains) else { throw ExportFailure.unknownTable }
                columns = Dictionary(zip(names, names.indices)) { first, _ in first }
            case (.failure, nil): throw ExportFailure.unknownTable
            }
        }
        guard columns != nil else { throw ExportFailure.unknownTable }
    }

    /// A row that cannot be read, and where it is.
    package struct Refused: Error {
        package let line: Int
        package let reason: RefusedRow
    }
}
