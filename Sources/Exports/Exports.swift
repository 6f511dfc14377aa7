import Clinical

/// A file that a meter or a phone wrote, ready to be read.
///
/// - Shape: any of ``ExportFormat``; `size` in bytes
package struct ExportFile: Sendable {
    private static let largestXML = 4 << 30
    private static let largestJSON = 64 << 20

    package let format: ExportFormat
    package let size: Int
    private let file: OpenFile
    private let head: [UInt8]
    private let entry: ZipEntry?

    /// Opens a file and sees what it is; nothing of it is stored or believed yet.
    package init(path: String) throws(ExportFailure) {
        file = try OpenFile(path: path)
        size = file.size
        head = try file.bytes(at: 0, count: ExportFormat.head)
        format = try ExportFormat.recognise(head)
        entry = format == .appleHealthZip ? try ZipArchive(file).healthExport() : nil
        if let entry { try checkContent(of: entry) } else { try checkSize() }
    }

    /// Reads the whole file from the start; it can be done again.
    ///
    /// A row that cannot be used is told and the rest is read. A file that stops too early ends with one refused
    /// row. Whoever gets an error stores nothing of the file.
    ///
    /// - Shape: `progress` hears how many bytes are behind us and how many there are, at every quarter of a megabyte
    /// - Throws: ``ExportFailure`` when the file must not be read further, and whatever `each` throws
    package func read(
        now: Instant? = nil, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
        each: (ExportEntry) throws -> Void
    ) throws {
        try withoutActuallyEscaping(each) { each in
            try withoutActuallyEscaping(progress) { progress in
                try read(into: Intake(now: now, each: each), progress: progress)
            }
        }
    }

    private func read(into intake: Intake, progress: @escaping (Int, Int) -> Void) throws {
        switch format {
        case .appleHealth, .appleHealthZip:
            try AppleHealth.read(try content(), into: intake, progress: progress)
        case .withingsCSVPressure, .withingsCSVWeight, .omronCSV:
            guard let form = TableForm(head: head) else { throw ExportFailure.unknownTable }
            try MeterTable.read(try content(), form, into: intake, progress: progress)
        case .withingsJSON: try readJSON(into: intake, progress, WithingsJSON.read)
        case .fitbitJSON: try readJSON(into: intake, progress, FitbitJSON.read)
        case .googleFitJSON: try readJSON(into: intake, progress, GoogleFitJSON.read)
        case .iHealthJSON: try readJSON(into: intake, progress, IHealthJSON.read)
        }
    }

    private func readJSON(
        into intake: Intake, _ progress: (Int, Int) -> Void, _ take: (JSONPiece, Intake) throws -> Void
    ) throws {
        let (root, trouble) = try JSONReader.read(try file.bytes(at: 0, count: size))
        progress(size, size)
        if let root { try take(root, intake) }
        if let trouble { try intake.refuse(trouble.reason, line: trouble.line) }
    }

    private func content() throws(ExportFailure) -> any ByteSource {
        guard let entry else { return PlainBytes(file, count: size) }
        return try ZipArchive(file).content(of: entry)
    }

    private func checkSize() throws(ExportFailure) {
        let isJSON = [.withingsJSON, .fitbitJSON, .googleFitJSON, .iHealthJSON].contains(format)
        let largest = isJSON ? ExportFile.largestJSON : ExportFile.largestXML
        guard size <= largest else { throw .tooLarge(megabytes: largest >> 20) }
    }

    /// A file called `export.xml` may still be something else.
    private func checkContent(of entry: ZipEntry) throws(ExportFailure) {
        let source = try ZipArchive(file).content(of: entry)
        var bytes = [UInt8](repeating: 0, count: ExportFormat.head)
        var outcome: Result<Int, ExportFailure> = .success(0)
        bytes.withUnsafeMutableBytes { place in
            do throws(ExportFailure) { outcome = .success(try source.read(into: place)) } catch {
                outcome = .failure(error)
            }
        }
        let inside = Array(bytes.prefix(try outcome.get()))
        guard try ExportFormat.recognise(inside) == .appleHealth else { throw .otherArchive }
    }
}
