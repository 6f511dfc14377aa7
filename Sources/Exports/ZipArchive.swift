/// One file inside a zip archive, as the directory at the archive's end describes it.
struct ZipEntry {
    let name: String
    let flags: Int
    let method: Int
    let checksum: UInt32
    let packed: Int
    let size: Int
    let header: Int
}

/// Finds the health export in the archive a phone makes.
///
/// Sizes come from the directory, so that entries written while streaming (data descriptors) and entries
/// of more than 4 GB (zip64) are read too. No other entry is ever opened.
///
/// - Source: APPNOTE.TXT 6.3.10 §4.3 (PKWARE)
struct ZipArchive {
    /// What may come out: more than any phone has written, less than a disk.
    static let largestContent = 4 << 30
    private static let largestDirectory = 16 << 20

    private let file: OpenFile

    init(_ file: OpenFile) { self.file = file }

    func healthExport() throws(ExportFailure) -> ZipEntry {
        let entries = try self.entries()
        let found = entries.first { $0.name == "apple_health_export/export.xml" } ?? entries.first(where: isExport)
        guard let found else { throw .otherArchive }
        guard found.flags & 1 == 0 else { throw .archiveLocked }
        guard found.method == 0 || found.method == 8 else { throw .archiveMethod }
        guard found.size <= ZipArchive.largestContent else { throw .archiveBomb }
        return found
    }

    func content(of entry: ZipEntry) throws(ExportFailure) -> any ByteSource {
        let header = try file.bytes(at: entry.header, count: 30)
        guard header.whole(at: 0, bytes: 4) == 0x0403_4B50, let name = header.whole(at: 26, bytes: 2),
            let extra = header.whole(at: 28, bytes: 2)
        else { throw .archiveDamaged }
        let start = entry.header + 30 + name + extra
        guard start <= file.size else { throw .archiveDamaged }
        let packed = PlainBytes(file, from: start, count: min(entry.packed, file.size - start))
        return try UnpackedBytes(packed, of: entry)
    }

    /// Phones in other languages name the file in that language; the clinical document beside it is not it.
    private func isExport(_ entry: ZipEntry) -> Bool {
        let parts = entry.name.split(separator: "/")
        guard parts.count == 2, parts[0] == "apple_health_export" else { return entry.name == "export.xml" }
        return parts[1].hasSuffix(".xml") && !parts[1].contains("cda")
    }

    private func entries() throws(ExportFailure) -> [ZipEntry] {
        let (offset, size) = try directory()
        guard size <= ZipArchive.largestDirectory else { throw .archiveBomb }
        let bytes = try file.bytes(at: offset, count: size)
        var entries = [ZipEntry]()
        var place = 0
        while bytes.whole(at: place, bytes: 4) == 0x0201_4B50 {
            guard let (entry, length) = ZipArchive.entry(bytes, at: place) else { throw .archiveDamaged }
            if entry.name.hasSuffix(".xml") { entries.append(entry) }
            place += length
        }
        return entries
    }

    /// Where the directory is and how long, from the last bytes of the archive.
    private func directory() throws(ExportFailure) -> (offset: Int, size: Int) {
        let start = max(0, file.size - 22 - 65_535)
        let tail = try file.bytes(at: start, count: file.size - start)
        guard
            let end = stride(from: tail.count - 22, through: 0, by: -1).first(where: {
                tail[$0] == 0x50 && tail.whole(at: $0, bytes: 4) == 0x0605_4B50
            }),
            let size = tail.whole(at: end + 12, bytes: 4), let offset = tail.whole(at: end + 16, bytes: 4)
        else { throw .archiveDamaged }
        guard offset == 0xFFFF_FFFF || size == 0xFFFF_FFFF else { return (offset, size) }
        return try wideDirectory(locator: tail, at: end - 20)
    }

    private func wideDirectory(locator: [UInt8], at place: Int) throws(ExportFailure) -> (offset: Int, size: Int) {
        guard place >= 0, locator.whole(at: place, bytes: 4) == 0x0706_4B50,
            let record = locator.whole(at: place + 8, bytes: 8)
        else { throw .archiveDamaged }
        let bytes = try file.bytes(at: record, count: 56)
        guard bytes.whole(at: 0, bytes: 4) == 0x0606_4B50, let size = bytes.whole(at: 40, bytes: 8),
            let offset = bytes.whole(at: 48, bytes: 8)
        else { throw .archiveDamaged }
        return (offset, size)
    }

    private static func entry(_ bytes: [UInt8], at place: Int) -> (ZipEntry, length: Int)? {
        guard let flags = bytes.whole(at: place + 8, bytes: 2), let method = bytes.whole(at: place + 10, bytes: 2),
            let checksum = bytes.whole(at: place + 16, bytes: 4), var packed = bytes.whole(at: place + 20, bytes: 4),
            var size = bytes.whole(at: place + 24, bytes: 4), let nameLength = bytes.whole(at: place + 28, bytes: 2),
            let extraLength = bytes.whole(at: place + 30, bytes: 2),
            let noteLength = bytes.whole(at: place + 32, bytes: 2), var header = bytes.whole(at: place + 42, bytes: 4),
            place + 46 + nameLength + extraLength + noteLength <= bytes.count
        else { return nil }
        let names = place + 46
        let extra = Array(bytes[(names + nameLength)..<(names + nameLength + extraLength)])
        var wide = ZipArchive.wideFields(extra)[...]
        if size == 0xFFFF_FFFF { size = wide.popFirst() ?? size }
        if packed == 0xFFFF_FFFF { packed = wide.popFirst() ?? packed }
        if header == 0xFFFF_FFFF { header = wide.popFirst() ?? header }
        let entry = ZipEntry(
            name: String(decoding: bytes[names..<(names + nameLength)], as: UTF8.self), flags: flags, method: method,
            checksum: UInt32(checksum), packed: packed, size: size, header: header
        )
        return (entry, 46 + nameLength + extraLength + noteLength)
    }

    /// The 8-byte numbers of the zip64 extra field, in the order of the fields they replace.
    private static func wideFields(_ extra: [UInt8]) -> [Int] {
        var place = 0
        while let id = extra.whole(at: place, bytes: 2), let length = extra.whole(at: place + 2, bytes: 2) {
            if id == 1 { return (0..<(length / 8)).compactMap { extra.whole(at: place + 4 + $0 * 8, bytes: 8) } }
            place += 4 + length
        }
        return []
    }
}

extension [UInt8] {
    /// A whole number in little-endian order; `nil` when it lies outside or does not fit.
    func whole(at place: Int, bytes length: Int) -> Int? {
        guard place >= 0, length <= count, place <= count - length else { return nil }
        let value = self[place..<(place + length)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return value < 1 << 62 ? Int(value) : nil
    }
}
