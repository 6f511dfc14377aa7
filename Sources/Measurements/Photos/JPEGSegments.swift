/// Walks the segments of a JPEG and writes those again that draw the picture.
///
/// - Source: ITU-T T.81, annex B; the way the camera was held: Exif 2.3, tag 0x0112
enum JPEGSegments {
    private enum Mark {
        static let start: UInt8 = 0xD8
        static let end: UInt8 = 0xD9
        static let scan: UInt8 = 0xDA
        static let exif: UInt8 = 0xE1
        static let comment: UInt8 = 0xFE
        static let applications: ClosedRange<UInt8> = 0xE0...0xEF
        static let restarts: ClosedRange<UInt8> = 0xD0...0xD7
        /// Baseline, extended and progressive, with Huffman codes: what browsers draw.
        static let frames: ClosedRange<UInt8> = 0xC0...0xC2
        /// Tables of quantities and codes, and how often a scan restarts.
        static let tables: Set<UInt8> = [0xDB, 0xC4, 0xDD]
    }

    static func stripped(_ bytes: [UInt8]) throws(PhotoFailure) -> StrippedPhoto {
        var reader = PhotoReader(bytes, from: 2)
        var (kept, turn): ([UInt8], UInt8?) = ([], nil)
        var size: (width: Int, height: Int)?
        var scans = 0
        kept.reserveCapacity(bytes.count)
        while true {
            let mark = try mark(&reader)
            if mark == Mark.end { break }
            let length = try reader.whole(2)
            let contents = try reader.take(length - 2)
            switch mark {
            case Mark.frames:
                guard size == nil else { throw .broken }
                size = try frame(contents)
                write(mark, contents, to: &kept)
            case Mark.scan:
                guard size != nil else { throw .broken }
                scans += 1
                write(mark, contents, to: &kept)
                kept += try drawn(&reader)
            case Mark.exif: turn = turn ?? Self.turn(contents)
            case Mark.applications, Mark.comment: break
            case _ where Mark.tables.contains(mark): write(mark, contents, to: &kept)
            default: throw .broken
            }
        }
        guard let size, scans > 0 else { throw .broken }
        let whole = [0xFF, Mark.start] + (turn.map(held) ?? []) + kept + [0xFF, Mark.end]
        return StrippedPhoto(.jpeg, size.width, size.height, whole)
    }

    /// A mark is 0xFF, as often as one likes, and one byte.
    private static func mark(_ reader: inout PhotoReader) throws(PhotoFailure) -> UInt8 {
        guard try reader.byte() == 0xFF else { throw .broken }
        var mark = try reader.byte()
        while mark == 0xFF { mark = try reader.byte() }
        return mark
    }

    private static func frame(_ contents: ArraySlice<UInt8>) throws(PhotoFailure) -> (width: Int, height: Int) {
        var reader = PhotoReader(Array(contents))
        guard try reader.byte() == 8 else { throw .broken }
        let (height, width) = (try reader.whole(2), try reader.whole(2))
        let parts = try reader.whole(1)
        guard (1...4).contains(parts), reader.left == parts * 3 else { throw .broken }
        try StrippedPhoto.check(width, height)
        return (width, height)
    }

    /// The bytes of a scan, up to the next mark that is not part of it.
    private static func drawn(_ reader: inout PhotoReader) throws(PhotoFailure) -> ArraySlice<UInt8> {
        let (bytes, first) = (reader.bytes, reader.place)
        var place = first
        while true {
            guard place + 1 < bytes.count else { throw .broken }
            if bytes[place] == 0xFF, bytes[place + 1] != 0, !Mark.restarts.contains(bytes[place + 1]) { break }
            place += 1
        }
        return try reader.take(place - first)
    }

    private static func write(_ mark: UInt8, _ contents: ArraySlice<UInt8>, to kept: inout [UInt8]) {
        let length = contents.count + 2
        kept += [0xFF, mark, UInt8(length >> 8), UInt8(length & 0xFF)]
        kept += contents
    }

    /// How the camera was held, from 1 to 8, when the first directory of an Exif segment says so.
    private static func turn(_ contents: ArraySlice<UInt8>) -> UInt8? {
        let exif = Array("Exif".utf8) + [0, 0]
        guard contents.starts(with: exif) else { return nil }
        let tiff = Array(contents.dropFirst(exif.count))
        guard tiff.count >= 10 else { return nil }
        let isLittle = tiff.starts(with: [0x49, 0x49, 42, 0])
        guard isLittle || tiff.starts(with: [0x4D, 0x4D, 0, 42]) else { return nil }
        func number(_ place: Int, _ count: Int) -> Int? {
            guard place >= 0, place <= tiff.count - count else { return nil }
            let bytes = tiff[place..<(place + count)]
            return (isLittle ? Array(bytes.reversed()) : Array(bytes)).reduce(0) { $0 << 8 | Int($1) }
        }
        guard let directory = number(4, 4), let entries = number(directory, 2) else { return nil }
        for entry in 0..<entries {
            let place = directory + 2 + entry * 12
            guard let tag = number(place, 2) else { return nil }
            guard tag == 0x0112 else { continue }
            guard number(place + 2, 2) == 3, number(place + 4, 4) == 1, let turn = number(place + 8, 2) else {
                return nil
            }
            return (1...8).contains(turn) ? UInt8(turn) : nil
        }
        return nil
    }

    /// An Exif segment of our own, with nothing in it but how the camera was held.
    private static func held(_ turn: UInt8) -> [UInt8] {
        let tiff: [UInt8] = [
            0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0,
        ]
        let contents = Array("Exif".utf8) + [0, 0] + tiff
        return [0xFF, Mark.exif, 0, UInt8(contents.count + 2)] + contents
    }
}
