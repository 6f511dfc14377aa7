import Foundation
import Hummingbird
import NIOCore

/// A form with one file in it, read as it comes: the file goes to disk, never as a whole into memory.
///
/// - Shape: `multipart/form-data` (RFC 7578); at most 20 small fields before one file of at most 1 GB
/// - Throws: ``UnreadableForm``
package struct Upload: Sendable {
    package let form: Form
    /// What the sender calls the file, for nobody but the sender.
    package let fileName: String
    /// Where it stands now; ``discard()`` takes it away.
    package let path: String
    package let size: Int

    package func discard() {
        // A temporary file that is gone is gone.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Reads the form; the secret is checked by the caller before the file is believed.
    /// - Parameters:
    ///   - desk: how many files may come in at once; each may take a gigabyte of the disk
    ///   - isOurs: looks at the fields before the first byte of the file is kept
    package static func receive(
        _ request: Request, most: Int = 1 << 30, at desk: Desk, when isOurs: @escaping @Sendable (Form) -> Bool
    ) async throws -> Upload {
        guard await desk.enter() else { throw TooManyFiles() }
        do {
            let upload = try await receiveAlone(request, most, isOurs)
            await desk.leave()
            return upload
        } catch {
            await desk.leave()
            throw error
        }
    }

    private static func receiveAlone(
        _ request: Request, _ most: Int, _ isOurs: @escaping @Sendable (Form) -> Bool
    ) async throws -> Upload {
        guard let type = request.headers[.contentType], let boundary = boundary(in: type) else {
            throw UnreadableForm(.wrongKind)
        }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("hartlijn-\(UUID().uuidString)").path
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: path)
        else { throw UnreadableForm(.tooLarge) }
        let body = request.body
        let reader: MultipartReader
        do {
            reader = try await Deadline.within(Deadline.file) {
                try await read(body, boundary, most, isOurs, into: file)
            }
            try file.close()
        } catch {
            try? FileManager.default.removeItem(atPath: path)  // what is half received is not kept
            throw error
        }
        return Upload(form: Form(reader.fields), fileName: reader.fileName, path: path, size: reader.written)
    }

    private static func read(
        _ body: RequestBody, _ boundary: [UInt8], _ most: Int, _ isOurs: (Form) -> Bool, into file: FileHandle
    ) async throws -> MultipartReader {
        var reader = MultipartReader(boundary: boundary, most: most)
        for try await var buffer in body {
            let bytes = buffer.readBytes(length: buffer.readableBytes) ?? []
            guard let piece = try reader.take(bytes), !piece.isEmpty else { continue }
            guard isOurs(Form(reader.fields)) else { throw StaleForm() }
            try file.write(contentsOf: piece)
        }
        try reader.finish()
        return reader
    }

    private static func boundary(in type: String) -> [UInt8]? {
        guard type.lowercased().hasPrefix("multipart/form-data"),
            let found = type.range(of: "boundary=")
        else { return nil }
        let text = type[found.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" }
        return (1...70).contains(text.utf8.count) ? Array("\r\n--\(text)".utf8) : nil
    }
}

/// Finds the parts of a multipart body while its bytes pass.
struct MultipartReader {
    private static let longestHead = 4096
    private static let longestField = 4096
    private static let mostFields = 20

    private enum Place { case head, field, file, end }

    private let boundary: [UInt8]
    private let most: Int
    private var waiting: [UInt8] = Array("\r\n".utf8)
    private var place = Place.field
    private var isFirst = true
    private var name = ""
    private var value: [UInt8] = []

    private(set) var fields: [(name: String, value: String)] = []
    private(set) var fileName = ""
    private(set) var written = 0

    init(boundary: [UInt8], most: Int) {
        self.boundary = boundary
        self.most = most
    }

    /// - Returns: the bytes of the file among what was given, when there are any
    mutating func take(_ bytes: [UInt8]) throws -> [UInt8]? {
        waiting += bytes
        var file: [UInt8] = []
        while true {
            switch place {
            case .end:
                waiting = []
                return file
            case .head:
                guard waiting.count >= 2 else { return file }
                if waiting.starts(with: Array("--".utf8)) {
                    place = .end
                    continue
                }
                guard let end = waiting.firstRange(of: Array("\r\n\r\n".utf8)) else {
                    guard waiting.count <= Self.longestHead else { throw UnreadableForm(.tooLarge) }
                    return file
                }
                try open(head: Array(waiting[..<end.lowerBound]))
                waiting = Array(waiting[end.upperBound...])
            case .field, .file:
                guard let end = waiting.firstRange(of: boundary) else {
                    try pass(max(0, waiting.count - boundary.count), to: &file)
                    return file
                }
                try pass(end.lowerBound, to: &file)
                try close()
                waiting = Array(waiting.dropFirst(boundary.count))
                place = .head
            }
        }
    }

    func finish() throws {
        guard place == .end, written > 0 || !fileName.isEmpty else { throw UnreadableForm(.notText) }
    }

    private mutating func pass(_ count: Int, to file: inout [UInt8]) throws {
        let bytes = waiting.prefix(count)
        waiting = Array(waiting.dropFirst(count))
        if place == .file {
            written += count
            guard written <= most else { throw UnreadableForm(.tooLarge) }
            file += bytes
        } else {
            value += bytes
            guard value.count <= Self.longestField else { throw UnreadableForm(.tooLarge) }
        }
    }

    private mutating func close() throws {
        defer { value = [] }
        if isFirst {
            isFirst = false
            return
        }
        guard place == .field else { return }
        guard fields.count < Self.mostFields else { throw UnreadableForm(.tooManyFields) }
        guard let text = String(validating: value, as: UTF8.self) else { throw UnreadableForm(.notText) }
        fields.append((name, text))
    }

    private mutating func open(head: [UInt8]) throws {
        guard let text = String(validating: head, as: UTF8.self) else { throw UnreadableForm(.notText) }
        let disposition = text.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition") }
        guard let disposition, let found = Self.parameter("name", in: disposition) else {
            throw UnreadableForm(.notText)
        }
        name = found
        guard let file = Self.parameter("filename", in: disposition) else {
            place = .field
            return
        }
        guard fileName.isEmpty else { throw UnreadableForm(.tooManyFields) }
        fileName = file.isEmpty ? "-" : file
        place = .file
    }

    private static func parameter(_ name: String, in line: Substring) -> String? {
        guard let start = line.range(of: "; \(name)=\"") else { return nil }
        return String(line[start.upperBound...].prefix { $0 != "\"" })
    }
}
