import CZlib
import Clinical
import Exports
import Foundation

/// A file of one test, in a folder that disappears with it.
final class Scratch {
    let path: String

    init(_ bytes: [UInt8]) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("exports-\(UUID().uuidString)").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }

    deinit { try? FileManager.default.removeItem(atPath: path) }  // a leftover file harms nobody
}

/// Everything a file says.
struct Told {
    var format: ExportFormat
    var readings: [(reading: Reading, line: Int, details: ReadingDetails)] = []
    var refused: [(line: Int, reason: RefusedRow)] = []
    var skipped: [(line: Int, row: SkippedRow)] = []

    var measured: [Measured] { readings.map(\.reading.measured) }
    var json: [String] { readings.map { ExportJSON.reading($0.reading, line: $0.line, details: $0.details) } }
    var reasons: [RefusedRow] { refused.map(\.reason) }
    var passedOver: [SkippedRow] { skipped.map(\.row) }

    init(path: String, now: Instant? = nil) throws {
        let file = try ExportFile(path: path)
        format = file.format
        try file.read(now: now) { entry in
            switch entry {
            case .reading(let reading, let line, let details): readings.append((reading, line, details))
            case .refused(let line, let reason): refused.append((line, reason))
            case .skipped(let line, let row): skipped.append((line, row))
            }
        }
    }

    init(_ text: String, now: Instant? = nil) throws { try self.init(Array(text.utf8), now: now) }

    init(_ bytes: [UInt8], now: Instant? = nil) throws {
        let scratch = try Scratch(bytes)
        try self.init(path: scratch.path, now: now)
    }
}

/// Packs files as a phone does: sizes behind the bytes, not in front of them.
enum Zip {
    static func archive(
        _ files: [(name: String, content: [UInt8])], method: Int = 8, flags: Int = 8, checksumOff: UInt = 0
    ) -> [UInt8] {
        var bytes = [UInt8]()
        var directory = [UInt8]()
        for file in files {
            let packed = method == 8 ? deflated(file.content) : file.content
            let checksum = Int(crc32(0, file.content, UInt32(file.content.count)) ^ checksumOff)
            let start = bytes.count
            let name = Array(file.name.utf8)
            bytes += Array("PK\u{3}\u{4}".utf8) + little(20, 2) + little(flags, 2) + little(method, 2) + little(0, 4)
            bytes += little(0, 12) + little(name.count, 2) + little(0, 2) + name + packed
            bytes += Array("PK\u{7}\u{8}".utf8) + little(checksum, 4) + little(packed.count, 4)
            bytes += little(file.content.count, 4)
            directory += Array("PK\u{1}\u{2}".utf8) + little(20, 2) + little(20, 2) + little(flags, 2)
            directory += little(method, 2) + little(0, 4) + little(checksum, 4) + little(packed.count, 4)
            directory += little(file.content.count, 4) + little(name.count, 2) + little(0, 12) + little(start, 4) + name
        }
        let end = little(0, 4) + little(files.count, 2) + little(files.count, 2) + little(directory.count, 4)
        return bytes + directory + Array("PK\u{5}\u{6}".utf8) + end + little(bytes.count, 4) + little(0, 2)
    }

    /// The same as an archive of more than 4 GB is written: the real sizes stand in wider fields.
    static func wideHealth(_ xml: String) -> [UInt8] {
        let narrow = health(xml)
        let end = narrow.count - 22
        let start = Int(narrow[end + 16]) | Int(narrow[end + 17]) << 8
        var bytes = Array(narrow[..<start])
        var directory = [UInt8]()
        var place = start
        while place < end {
            let nameLength = Int(narrow[place + 28])
            var entry = Array(narrow[place..<(place + 46 + nameLength)])
            let wide = entry[24..<28] + little(0, 4) + entry[20..<24] + little(0, 4) + entry[42..<46] + little(0, 4)
            for field in [20, 24, 42] { entry.replaceSubrange(field..<(field + 4), with: little(0xFFFF_FFFF, 4)) }
            entry.replaceSubrange(30..<32, with: little(28, 2))
            directory += entry + little(1, 2) + little(24, 2) + wide
            place += 46 + nameLength
        }
        let record = start + directory.count
        bytes += directory + Array("PK\u{6}\u{6}".utf8) + little(44, 8) + little(0, 28)
        bytes += little(directory.count, 8) + little(start, 8)
        bytes += Array("PK\u{6}\u{7}".utf8) + little(0, 4) + little(record, 8) + little(1, 4)
        return bytes + Array("PK\u{5}\u{6}".utf8) + little(0, 8) + little(0xFFFF_FFFF, 4) + little(0xFFFF_FFFF, 4)
            + little(0, 2)
    }

    static func health(_ xml: String) -> [UInt8] {
        archive([
            ("apple_health_export/export_cda.xml", Array("<ClinicalDocument/>".utf8)),
            ("apple_health_export/export.xml", Array(xml.utf8)),
        ])
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
    }

    private static func deflated(_ content: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)
        )
        var input = content
        var output = [UInt8](repeating: 0, count: content.count + content.count / 100 + 1000)
        let room = output.count
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { place in
                (stream.next_in, stream.avail_in) = (source.baseAddress, UInt32(source.count))
                (stream.next_out, stream.avail_out) = (place.baseAddress, UInt32(place.count))
                deflate(&stream, Z_FINISH)
            }
        }
        deflateEnd(&stream)
        return Array(output.prefix(room - Int(stream.avail_out)))
    }
}
