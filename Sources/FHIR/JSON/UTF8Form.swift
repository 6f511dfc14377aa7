/// Whether bytes are one character of UTF-8.
///
/// - Source: Unicode 15, table 3-7
enum UTF8Form {
    /// - Returns: how many bytes the character takes, or nothing when it is none
    static func length(of bytes: [UInt8], at place: Int) -> Int? {
        guard let (length, second) = lead(bytes[place]), place + length <= bytes.count,
            second.contains(bytes[place + 1])
        else { return nil }
        for offset in 2..<max(2, length) where !(0x80...0xBF).contains(bytes[place + offset]) { return nil }
        return length
    }

    private static func lead(_ byte: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
        switch byte {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: nil
        }
    }
}
