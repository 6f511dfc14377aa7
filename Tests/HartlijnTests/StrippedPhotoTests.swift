import Foundation
import Testing

@testable import Measurements

/// A photograph loses everything that is not the picture, and what is no photograph is refused.
@Suite struct StrippedPhotoTests {
    private static func segment(_ mark: UInt8, _ contents: [UInt8]) -> [UInt8] {
        [0xFF, mark, UInt8((contents.count + 2) >> 8), UInt8((contents.count + 2) & 0xFF)] + contents
    }

    private static func frame(_ width: Int, _ height: Int, mark: UInt8 = 0xC0) -> [UInt8] {
        let size = [height, width].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        return segment(mark, [8] + size + [1, 1, 0x11, 0])
    }

    /// Exif in the byte order of a Macintosh: a maker, and how the camera was held.
    private static func exif(turn: UInt8) -> [UInt8] {
        segment(
            0xE1,
            Array("Exif".utf8) + [0, 0, 0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 2]
                + [0x01, 0x0F, 0, 2, 0, 0, 0, 4] + Array("LUMC".utf8)
                + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0] + [0, 0, 0, 0])
    }

    private static let scan = segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0, 0x34, 0xFF, 0xD0, 0x56]

    static func jpeg(_ before: [UInt8] = [], width: Int = 640, height: Int = 480, after: [UInt8] = []) -> [UInt8] {
        [0xFF, 0xD8] + segment(0xE0, Array("JFIF".utf8) + [0]) + before
            + segment(0xDB, [0] + Array(repeating: 1, count: 64)) + frame(width, height) + scan + [0xFF, 0xD9] + after
    }

    @Test func `a JPEG keeps what draws it, and nothing that tells of somebody`() throws {
        let secret = Array("52.1601 4.4970".utf8)
        let sent = Self.jpeg(
            Self.segment(0xE1, Array("http://ns.adobe.com/xap/1.0/".utf8) + [0] + secret) + Self.segment(0xFE, secret)
                + Self.segment(0xED, secret) + Self.segment(0xEE, secret), after: secret)
        let photo = try StrippedPhoto(sent)
        #expect(photo.kind == .jpeg)
        #expect((photo.width, photo.height) == (640, 480))
        #expect(photo.bytes.firstRange(of: secret) == nil)
        #expect(photo.bytes.firstRange(of: Array("JFIF".utf8)) == nil)
        #expect(photo.bytes.firstRange(of: Self.scan) != nil)
        #expect(photo.bytes.suffix(2) == [0xFF, 0xD9])
        #expect(try StrippedPhoto(photo.bytes) == photo, "stripped twice it is the same")
    }

    @Test(arguments: [1, 3, 6, 8] as [UInt8])
    func `how the camera was held stays, and its maker does not`(turn: UInt8) throws {
        let photo = try StrippedPhoto(Self.jpeg(Self.exif(turn: turn)))
        #expect(photo.bytes.firstRange(of: Array("LUMC".utf8)) == nil)
        #expect(photo.bytes.firstRange(of: [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn]) != nil)
        #expect(try StrippedPhoto(photo.bytes) == photo)
    }

    @Test func `an Exif that says something else about it is left out`() throws {
        for turn in [0, 9, 255] as [UInt8] {
            let photo = try StrippedPhoto(Self.jpeg(Self.exif(turn: turn)))
            #expect(photo.bytes.firstRange(of: Array("Exif".utf8)) == nil)
        }
        for broken in [[], [0x49, 0x49, 42, 0], [0x4D, 0x4D, 0, 42, 0xFF, 0xFF, 0xFF, 0xFF, 0, 9]] as [[UInt8]] {
            _ = try StrippedPhoto(Self.jpeg(Self.segment(0xE1, Array("Exif".utf8) + [0, 0] + broken)))
        }
    }

    private static let refused: [(PhotoFailure, [UInt8])] = [
        (.otherKind, []), (.otherKind, Array("GIF89a".utf8)), (.otherKind, Array("<svg onload=alert(1)>".utf8)),
        (.otherKind, Array("%PDF-1.7".utf8)), (.broken, [0xFF, 0xD8, 0xFF]), (.broken, [0xFF, 0xD8, 0xFF, 0xD9]),
        (.broken, jpeg(width: 0)), (.tooManyPoints, jpeg(width: 65_535, height: 65_535)),
        (.tooManyPoints, jpeg(width: 5001, height: 5000)), (.broken, jpeg(frame(640, 480))),
        (.broken, [0xFF, 0xD8] + scan + [0xFF, 0xD9]), (.broken, [0xFF, 0xD8] + frame(640, 480) + [0xFF, 0xD9]),
        (.broken, [0xFF, 0xD8] + frame(640, 480, mark: 0xC9) + scan + [0xFF, 0xD9]),
        (.broken, jpeg([0xFF, 0xFE, 0, 1])), (.broken, jpeg([0xFF, 0xE1, 0xFF, 0xFF])), (.broken, jpeg([0x00])),
        (.tooLarge, [0xFF, 0xD8, 0xFF] + [UInt8](repeating: 0, count: StrippedPhoto.most)),
    ]

    @Test(arguments: refused.indices)
    func `what is no whole photograph is refused`(place: Int) {
        let (why, bytes) = Self.refused[place]
        #expect(throws: why) { try StrippedPhoto(bytes) }
    }

    @Test func `cut anywhere it is refused or whole, and never a crash`() throws {
        let whole = Self.jpeg(Self.exif(turn: 6))
        for length in 0..<whole.count {
            #expect(throws: PhotoFailure.self, "\(length)") { try StrippedPhoto(Array(whole.prefix(length))) }
        }
        var chance = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &chance) {
                bytes[Int.random(in: 2..<bytes.count, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
            }
            // Whatever it says, it says it.
            _ = try? StrippedPhoto(bytes)
        }
    }

    // A PNG of one black point, made by hand; checks by the table of the standard.
    private static func chunk(_ name: String, _ contents: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + contents
        var value = UInt32.max
        for byte in body {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
        }
        return bytes(UInt32(contents.count)) + body + bytes(value ^ .max)
    }

    private static func bytes(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(number >> (24 - 8 * $0) & 0xFF) } }

    private static func head(_ width: UInt32, _ height: UInt32, _ rest: [UInt8] = [8, 0, 0, 0, 0]) -> [UInt8] {
        chunk("IHDR", bytes(width) + bytes(height) + rest)
    }

    private static let picture = chunk("IDAT", [0x78, 0x9C, 0x63, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01])

    static func png(_ head: [UInt8] = head(1, 1), _ before: [UInt8] = [], after: [UInt8] = []) -> [UInt8] {
        PNGChunks.signature + head + before + picture + chunk("IEND", []) + after
    }

    @Test func `a PNG keeps its critical chunks, and no text`() throws {
        let secret = Array("52.1601 4.4970".utf8)
        let sent = Self.png(
            Self.head(1, 1),
            Self.chunk("tEXt", secret) + Self.chunk("eXIf", secret) + Self.chunk("tIME", [7, 234, 11]),
            after: secret)
        let photo = try StrippedPhoto(sent)
        #expect(photo.bytes == Self.png())
        #expect(photo.kind == .png)
        #expect((photo.width, photo.height) == (1, 1))
    }

    private static let refusedPNG: [(PhotoFailure, [UInt8])] = [
        (.broken, PNGChunks.signature), (.broken, png(head(0, 1))), (.tooManyPoints, png(head(25_000_001, 1))),
        (.tooManyPoints, png(head(.max, .max))), (.broken, png(head(1, 1, [3, 0, 0, 0, 0]))),
        (.broken, png(head(1, 1, [8, 5, 0, 0, 0]))), (.broken, png(head(1, 1, [8, 0, 1, 0, 0]))),
        (.broken, png(head(1, 1, [8, 0, 0, 0, 2]))), (.broken, png(head(1, 1), chunk("ABCD", []))),
        (.broken, png(chunk("tEXt", []))), (.broken, png(head(1, 1), head(1, 1))),
        (.broken, PNGChunks.signature + head(1, 1) + chunk("IEND", [])),
        (.broken, Array(png().dropLast(1))), (.broken, Array(png().prefix(40)) + [0]),
    ]

    @Test(arguments: refusedPNG.indices)
    func `what is no whole PNG is refused`(place: Int) {
        let (why, bytes) = Self.refusedPNG[place]
        #expect(throws: why) { try StrippedPhoto(bytes) }
    }

    @Test func `a byte that was changed on the way is noticed`() throws {
        let whole = Self.png()
        for place in 8..<whole.count {
            var bytes = whole
            bytes[place] ^= 1
            #expect(throws: PhotoFailure.self, "\(place)") { try StrippedPhoto(bytes) }
        }
    }
}
