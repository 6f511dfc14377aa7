/// How a number is written.
///
/// - Source: RFC 8259, section 6
enum JSONNumber {
    /// - Returns: the place after the number, or nothing when none is written there
    static func end(in bytes: [UInt8], from start: Int) -> Int? {
        var place = start
        if isAt("-", place, bytes) { place += 1 }
        let first = place
        guard digits(&place, bytes), !isAt("0", first, bytes) || place == first + 1 else { return nil }
        if isAt(".", place, bytes) {
            place += 1
            guard digits(&place, bytes) else { return nil }
        }
        if isAt("e", place, bytes) || isAt("E", place, bytes) {
            place += 1
            if isAt("+", place, bytes) || isAt("-", place, bytes) { place += 1 }
            guard digits(&place, bytes) else { return nil }
        }
        return place
    }

    private static func isAt(_ character: Unicode.Scalar, _ place: Int, _ bytes: [UInt8]) -> Bool {
        place < bytes.count && bytes[place] == UInt8(ascii: character)
    }

    private static func digits(_ place: inout Int, _ bytes: [UInt8]) -> Bool {
        let first = place
        while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) { place += 1 }
        return place > first
    }
}
