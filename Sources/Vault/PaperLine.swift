import Crypto

/// One line of a key on paper, and whether it was typed over well.
///
/// - Shape: number, four groups of four letters that hold 10 bytes, one group that checks them:
///   `01 ABCD EFGH IJKL MNOP QRST`
/// - Source: letters of RFC 4648, section 6; the check is the first 20 bits of SHA-256 over number and bytes
struct PaperLine: Hashable, Sendable {
    static let length = 10
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    let number: Int
    let bytes: [UInt8]

    init(_ number: Int, _ bytes: [UInt8]) {
        self.number = number
        self.bytes = bytes
    }

    /// - Parameter typed: as on the paper; small letters and more spaces do no harm
    init(typed: some StringProtocol, at number: Int) throws(PaperFailure) {
        let words = typed.split(whereSeparator: \.isWhitespace)
        guard words.count == 6, words.dropFirst().allSatisfy({ $0.utf8.count == 4 }) else { throw .form(number) }
        guard let first = words.first, Int(first) == number else { throw .order(number) }
        let values = words.dropFirst().flatMap(\.utf8).compactMap(PaperLine.value)
        guard values.count == 20 else { throw .letter(number) }
        self.init(number, PaperLine.bytes(values.dropLast(4)))
        guard check.elementsEqual(values.suffix(4)) else { throw .mistyped(number) }
    }

    var text: String {
        let groups = stride(from: 0, to: values.count, by: 4).map { first in
            String(decoding: values[first..<first + 4].map { PaperLine.letters[Int($0)] }, as: UTF8.self)
        }
        return ([number < 10 ? "0\(number)" : "\(number)"] + groups).joined(separator: " ")
    }

    private var values: [UInt8] { PaperLine.values(bytes) + check }

    private var check: [UInt8] {
        var parts = Parts("hartlijn paper line 1")
        parts.add(UInt64(number).mostFirst)
        parts.add(bytes)
        return PaperLine.values(Array(SHA256.hash(data: parts.bytes).prefix(5))).dropLast(4)
    }

    /// Eight letters for each five bytes.
    private static func values(_ bytes: [UInt8]) -> [UInt8] {
        stride(from: 0, to: bytes.count, by: 5).flatMap { first in
            let bits = UInt64(mostFirst: bytes[first..<min(first + 5, bytes.count)])
            return (0..<8).map { UInt8(truncatingIfNeeded: bits >> (35 - 5 * $0) & 31) }
        }
    }

    private static func bytes(_ values: ArraySlice<UInt8>) -> [UInt8] {
        stride(from: values.startIndex, to: values.endIndex, by: 8).flatMap { first in
            let bits = values[first..<min(first + 8, values.endIndex)].reduce(UInt64(0)) { $0 << 5 | UInt64($1) }
            return (0..<5).map { UInt8(truncatingIfNeeded: bits >> (32 - 8 * $0)) }
        }
    }

    private static func value(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - UInt8(ascii: "a")
        case UInt8(ascii: "2")...UInt8(ascii: "7"): letter - UInt8(ascii: "2") + 26
        default: nil
        }
    }
}
