/// Bytes as the browser's passkey functions write them.
///
/// - Shape: A-Z a-z 0-9 - _, without padding; reading takes nothing else, and no bits that no byte can have given
/// - Source: RFC 4648, section 5
package enum Base64URL {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

    package static func text(_ bytes: [UInt8]) -> String {
        var text = ""
        var bits = 0
        var held: UInt32 = 0
        for byte in bytes {
            held = (held << 8 | UInt32(byte)) & 0xFFFF
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(letter(held >> UInt32(bits)))
            }
        }
        if bits > 0 { text.append(letter(held << UInt32(6 - bits))) }
        return text
    }

    /// - Returns: `nil` when this is not strictly base64url
    package static func bytes(_ text: String) -> [UInt8]? {
        var bytes = [UInt8]()
        var bits = 0
        var held: UInt32 = 0
        for digit in text.utf8 {
            guard let value = value(of: digit) else { return nil }
            held = (held << 6 | value) & 0xFFFF
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: held >> UInt32(bits)))
        }
        let isWhole = bits < 6 && held & ((1 << UInt32(bits)) - 1) == 0
        return isWhole ? bytes : nil
    }

    private static func letter(_ held: UInt32) -> Character {
        letters.dropFirst(Int(held & 63)).first ?? "A"
    }

    private static func value(of digit: UInt8) -> UInt32? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
