/// The letters in which an authenticator app takes a secret that is typed over.
///
/// - Shape: A to Z and 2 to 7, without padding; reading also takes spaces and small letters
/// - Source: RFC 4648, section 6
package enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    package static func text(_ bytes: [UInt8]) -> String {
        var text = ""
        var bits = 0
        var held: UInt32 = 0
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(letter(held >> UInt32(bits)))
            }
        }
        if bits > 0 { text.append(letter(held << UInt32(5 - bits))) }
        return text
    }

    /// - Returns: `nil` when a character does not belong, or when bits are left over that no byte can have given
    package static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.utf8.filter { $0 != UInt8(ascii: " ") }
        var bytes = [UInt8]()
        var bits = 0
        var held: UInt32 = 0
        for digit in digits {
            guard let value = value(of: digit) else { return nil }
            held = (held << 5 | value) & 0xFFF
            bits += 5
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: held >> UInt32(bits)))
        }
        let isWhole = bits < 5 && held & ((1 << UInt32(bits)) - 1) == 0
        return isWhole ? bytes : nil
    }

    private static func letter(_ held: UInt32) -> Character {
        letters.dropFirst(Int(held & 31)).first ?? "A"
    }

    private static func value(of digit: UInt8) -> UInt32? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a"))
        case UInt8(ascii: "2")...UInt8(ascii: "7"): UInt32(digit - UInt8(ascii: "2")) + 26
        default: nil
        }
    }
}
