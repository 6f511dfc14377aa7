/// What `\n` and `\u00e9` stand for.
///
/// - Source: RFC 8259, section 7
enum JSONEscapes {
    /// The text of bytes that were found to be well escaped.
    static func undone(_ bytes: ArraySlice<UInt8>) -> String {
        var units = [UInt16]()
        var plain = [UInt8]()
        var text = ""
        var rest = bytes
        func settle() {
            text += String(decoding: plain, as: UTF8.self)
            text += String(decoding: units, as: UTF16.self)
            plain.removeAll(keepingCapacity: true)
            units.removeAll(keepingCapacity: true)
        }
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
                if !units.isEmpty { settle() }
                plain.append(byte)
                continue
            }
            guard escape == UInt8(ascii: "u") else {
                if !units.isEmpty { settle() }
                plain.append(short(escape) ?? escape)
                continue
            }
            if !plain.isEmpty { settle() }
            units.append(unit(rest.prefix(4)) ?? 0xFFFD)
            rest = rest.dropFirst(4)
        }
        settle()
        return text
    }

    static func short(_ escape: UInt8) -> UInt8? {
        switch escape {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): escape
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    /// Four hexadecimal digits.
    static func unit(_ digits: ArraySlice<UInt8>) -> UInt16? {
        guard digits.count == 4 else { return nil }
        var unit: UInt16 = 0
        for digit in digits {
            guard let value = hexadecimal(digit) else { return nil }
            unit = unit << 4 | value
        }
        return unit
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt16? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(digit &- UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(digit &- UInt8(ascii: "a") &+ 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(digit &- UInt8(ascii: "A") &+ 10)
        default: nil
        }
    }
}
