/// Bytes as people and logs write them.
///
/// Spaces, tabs and colons may stand between bytes, not inside one; `0x` may stand in front.
enum HexText {
    /// - Throws: ``MeterFailure`` with the place of the first sign that does not belong (counted from 0)
    static func bytes(_ text: String) throws(MeterFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var high: UInt8?
        let signs = Array(text.utf8)
        let start = signs.starts(with: [48, 120]) || signs.starts(with: [48, 88]) ? 2 : 0
        for place in start..<signs.count {
            if [32, 9, 58].contains(signs[place]) {
                guard high == nil else { throw failure(.cutByte, at: place) }
                continue
            }
            guard let digit = digit(signs[place]) else { throw failure(.notHexadecimal, at: place) }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        guard high == nil else { throw failure(.halfByte, at: signs.count - 1) }
        return bytes
    }

    private static func digit(_ sign: UInt8) -> UInt8? {
        switch sign {
        case 48...57: sign - 48
        case 65...70: sign - 55
        case 97...102: sign - 87
        default: nil
        }
    }

    private static func failure(_ reason: MeterFailure.Reason, at place: Int) -> MeterFailure {
        MeterFailure(place: place, field: .hexadecimal, reason: reason)
    }
}
