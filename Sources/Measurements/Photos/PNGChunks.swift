/// Walks the chunks of a PNG and writes those again that draw the picture.
///
/// - Source: ISO/IEC 15948, chapters 5 and 11
enum PNGChunks {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// What can be drawn: for each way of colouring, how many bits a part of a point has.
    private static let depths: [Int: Set<Int>] = [
        0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
    ]

    static func stripped(_ bytes: [UInt8]) throws(PhotoFailure) -> StrippedPhoto {
        var reader = PhotoReader(bytes, from: signature.count)
        var kept = signature
        kept.reserveCapacity(bytes.count)
        var size: (width: Int, height: Int)?
        var hasPicture = false
        while true {
            let first = reader.place
            let length = try reader.whole(4)
            let name = try reader.take(4)
            let contents = try reader.take(length)
            guard try reader.whole(4) == Int(CRC.of(name, contents)) else { throw .broken }
            let kind = String(decoding: name, as: UTF8.self)
            switch (kind, size == nil) {
            case ("IHDR", true): size = try head(contents)
            case ("IDAT", false): hasPicture = true
            case ("PLTE", false), ("IEND", false): break
            // A small first letter says that the picture can be drawn without it.
            case (_, false) where kind.utf8.first.map { $0 & 0x20 != 0 } == true: continue
            default: throw .broken
            }
            kept += bytes[first..<reader.place]
            if kind == "IEND" { break }
        }
        guard let size, hasPicture else { throw .broken }
        return StrippedPhoto(.png, size.width, size.height, kept)
    }

    private static func head(_ contents: ArraySlice<UInt8>) throws(PhotoFailure) -> (width: Int, height: Int) {
        var reader = PhotoReader(Array(contents))
        guard reader.left == 13 else { throw .broken }
        let (width, height) = (try reader.whole(4), try reader.whole(4))
        let (depth, colour) = (try reader.whole(1), try reader.whole(1))
        guard depths[colour]?.contains(depth) == true, try reader.whole(2) == 0, try reader.whole(1) <= 1 else {
            throw .broken
        }
        try StrippedPhoto.check(width, height)
        return (width, height)
    }

    /// - Source: ISO/IEC 15948, annex D
    private enum CRC {
        private static let table: [UInt32] = (0..<256).map { number in
            (0..<8).reduce(UInt32(number)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
        }

        static func of(_ parts: ArraySlice<UInt8>...) -> UInt32 {
            var value = UInt32.max
            for part in parts { for byte in part { value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ value >> 8 } }
            return value ^ .max
        }
    }
}
