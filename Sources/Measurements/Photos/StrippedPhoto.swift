/// A photograph without anything that is not the picture: where it was taken, with which device, by whom, a small copy.
///
/// The picture itself is not decoded: its segments are walked, and only those that draw it are written again. What does
/// not follow the format to the byte is refused. How the camera was held is kept of it, or the page would lie on its side.
///
/// - Shape: JPEG (baseline or progressive, ITU-T T.81) or PNG (ISO/IEC 15948); at most 8 MiB and 25 million points
/// - Throws: ``PhotoFailure``
struct StrippedPhoto: Hashable, Sendable {
    /// - Units: bytes
    /// - Source: our own proposal
    static let most = 8 * 1024 * 1024
    /// - Source: our own proposal: what a good telephone makes
    static let mostPoints = 25_000_000

    enum Kind: String, Hashable, Sendable, CaseIterable {
        case jpeg, png

        var type: String { "image/\(rawValue)" }
    }

    let kind: Kind
    let width: Int
    let height: Int
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) throws(PhotoFailure) {
        guard bytes.count <= Self.most else { throw .tooLarge }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = try JPEGSegments.stripped(bytes)
        } else if bytes.starts(with: PNGChunks.signature) {
            self = try PNGChunks.stripped(bytes)
        } else {
            throw .otherKind
        }
    }

    init(_ kind: Kind, _ width: Int, _ height: Int, _ bytes: [UInt8]) {
        self.kind = kind
        self.width = width
        self.height = height
        self.bytes = bytes
    }

    /// - Throws: ``PhotoFailure/tooManyPoints``, ``PhotoFailure/broken``
    static func check(_ width: Int, _ height: Int) throws(PhotoFailure) {
        guard width > 0, height > 0 else { throw .broken }
        guard width <= mostPoints / height else { throw .tooManyPoints }
    }
}

enum PhotoFailure: Error, Hashable, Sendable {
    case otherKind, tooLarge, tooManyPoints, broken
}

/// Bytes that are read from the front, with the end always in sight.
struct PhotoReader {
    let bytes: [UInt8]
    private(set) var place: Int

    init(_ bytes: [UInt8], from place: Int = 0) {
        self.bytes = bytes
        self.place = place
    }

    var left: Int { bytes.count - place }
    var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    mutating func byte() throws(PhotoFailure) -> UInt8 {
        guard let next else { throw .broken }
        place += 1
        return next
    }

    /// The most telling byte first.
    mutating func whole(_ count: Int) throws(PhotoFailure) -> Int {
        var number = 0
        for _ in 0..<count { number = number << 8 | Int(try byte()) }
        return number
    }

    mutating func take(_ count: Int) throws(PhotoFailure) -> ArraySlice<UInt8> {
        guard count >= 0, count <= left else { throw .broken }
        place += count
        return bytes[(place - count)..<place]
    }
}
