import Glibc

/// A stretch of bytes that somebody else keeps alive; it may be used only inside the call that received it.
struct Bytes {
    let start: UnsafePointer<UInt8>
    let count: Int

    subscript(place: Int) -> UInt8 { start[place] }

    func equals(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && memcmp(start, text.utf8Start, count) == 0
    }

    func equals(_ other: Bytes) -> Bool {
        count == other.count && memcmp(start, other.start, count) == 0
    }

    func equals(_ other: [UInt8]) -> Bool {
        count == other.count && other.withUnsafeBufferPointer { memcmp(start, $0.baseAddress ?? start, count) == 0 }
    }

    func hasPrefix(_ text: StaticString) -> Bool {
        count >= text.utf8CodeUnitCount && memcmp(start, text.utf8Start, text.utf8CodeUnitCount) == 0
    }

    func dropFirst(_ number: Int) -> Bytes {
        let left = Swift.min(number, count)
        return Bytes(start: start + left, count: count - left)
    }

    /// The place just behind the first such text.
    func place(behind text: StaticString, from first: Int = 0) -> Int? {
        var place = first
        while let found = self.place(of: text.utf8Start[0], from: place) {
            if dropFirst(found).hasPrefix(text) { return found + text.utf8CodeUnitCount }
            place = found + 1
        }
        return nil
    }

    func place(of byte: UInt8, from first: Int = 0) -> Int? {
        guard first < count, let found = memchr(start + first, Int32(byte), count - first) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(start)
    }

    var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    /// - Returns: `nil` when the bytes are not UTF-8
    var text: String? { String(validating: buffer, as: UTF8.self) }
}

/// Reads a number as files write it: digits, perhaps a sign, a decimal point or comma, an exponent.
///
/// - Shape: `72`, `-1.5`, `84,2`, `7.2e1`; never `nan`, `inf`, hexadecimal or digits in groups
enum Number {
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        var whole = 0
        var decimals = 0
        var point = false
        guard (1...64).contains(bytes.count) else { return nil }
        let negative = bytes[0] == UInt8(ascii: "-")
        for byte in negative ? bytes.dropFirst() : bytes[...] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard whole < 100_000_000_000_000 else { return slowly(bytes) }
                whole = whole * 10 + Int(byte - UInt8(ascii: "0"))
                decimals += point ? 1 : 0
            case UInt8(ascii: "."), UInt8(ascii: ","):
                guard !point else { return nil }
                point = true
            default: return slowly(bytes)
            }
        }
        guard bytes.count > (point ? 1 : 0) + (negative ? 1 : 0) else { return nil }
        let size = Double(whole) / power(of: decimals)
        return negative ? -size : size
    }

    static func read(_ text: some StringProtocol) -> Double? {
        var copy = String(text)
        return copy.withUTF8(read)
    }

    /// - Returns: `nil` when there is a fraction or the number is beyond a million million
    static func whole(_ text: some StringProtocol) -> Int? {
        guard let value = read(text), value == value.rounded(), abs(value) < 1e12 else { return nil }
        return Int(value)
    }

    static func power(of exponent: Int) -> Double {
        (0..<min(abs(exponent), 400)).reduce(1.0) { value, _ in value * 10 }
    }

    private static func slowly(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        let text = String(decoding: bytes, as: UTF8.self)
        let allowed = text.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
        guard allowed, let value = Double(text), value.isFinite else { return nil }
        return value
    }
}
