/// Bytes as they stand on paper: two digits each, in small letters.
///
/// Reading takes nothing else, so that one value has one way to be written.
enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.flatMap { [digit($0 >> 4), digit($0 & 15)] }, as: UTF8.self)
    }

    /// - Returns: `nil` when these are not twice as many digits as there must be bytes
    static func bytes(_ text: some Collection<UInt8>, count: Int) -> [UInt8]? {
        guard text.count == 2 * count else { return nil }
        var bytes = [UInt8]()
        bytes.reserveCapacity(count)
        var half: UInt8?
        for letter in text {
            guard let value = value(of: letter) else { return nil }
            if let high = half { bytes.append(high << 4 | value) }
            half = half == nil ? value : nil
        }
        return bytes
    }

    private static func digit(_ value: UInt8) -> UInt8 { digits[Int(value & 15)] }

    private static func value(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): letter - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
