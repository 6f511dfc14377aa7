import Crypto

/// Where the bytes of a large file come from, a piece at a time.
package protocol ListBytes: Sendable {
    var size: Int { get }
    /// - Returns: fewer bytes than asked only at the end
    func bytes(at offset: Int, count: Int) throws(BreachedListFailure) -> [UInt8]
}

/// Why the list of breached passwords cannot be read.
package enum BreachedListFailure: Error, Hashable, Sendable {
    case cannotOpen, notAFile, cannotRead
    case notALine(offset: Int)
}

/// Passwords that were stolen somewhere once, as the administrator's file has them.
///
/// The file stays where it is: a search reads some thirty pieces of it.
///
/// - Shape: lines of `HASH:count`, SHA-1 in 40 hexadecimal digits, sorted by hash, with or without a carriage return
package struct BreachedPasswords: Sendable {
    /// No line is longer: 40 digits, a colon, a count of at most 19 digits, and the end of the line.
    private static let longestLine = 62

    private let list: any ListBytes

    package init(_ list: any ListBytes) { self.list = list }

    /// How often this password was seen among the stolen ones.
    ///
    /// - Parameter password: as it is hashed, ``PasswordRules/normal(_:)``
    package func count(of password: String) throws(BreachedListFailure) -> Int {
        try count(ofHash: Array(Insecure.SHA1.hash(data: Array(password.utf8))))
    }

    /// Halves the stretch of the file in which the line must begin, until nothing is left of it.
    func count(ofHash wanted: [UInt8]) throws(BreachedListFailure) -> Int {
        var stretch = 0..<list.size
        while !stretch.isEmpty {
            let middle = stretch.lowerBound + stretch.count / 2
            let start = try lineStart(atOrBefore: middle)
            let line = try Line(in: try list.bytes(at: start, count: BreachedPasswords.longestLine), at: start)
            if line.hash == wanted { return line.count }
            if line.hash.lexicographicallyPrecedes(wanted) {
                stretch = min(start + line.length, stretch.upperBound)..<stretch.upperBound
            } else {
                stretch = stretch.lowerBound..<max(start, stretch.lowerBound)
            }
        }
        return 0
    }

    private func lineStart(atOrBefore offset: Int) throws(BreachedListFailure) -> Int {
        let first = max(0, offset - BreachedPasswords.longestLine)
        let before = try list.bytes(at: first, count: offset - first)
        if let end = before.lastIndex(of: UInt8(ascii: "\n")) { return first + end + 1 }
        guard first == 0 else { throw .notALine(offset: offset) }
        return 0
    }

    private struct Line {
        let hash: [UInt8]
        let count: Int
        /// - Units: bytes, with the end of the line
        let length: Int

        init(in bytes: [UInt8], at offset: Int) throws(BreachedListFailure) {
            let text = bytes.prefix { $0 != UInt8(ascii: "\n") }
            let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            guard parts.count == 2, let hash = parts.first.flatMap(Line.hash),
                let count = parts.last.flatMap(Line.count)
            else { throw .notALine(offset: offset) }
            self.hash = hash
            self.count = count
            length = text.count + 1
        }

        private static func hash(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
            let values = digits.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
            guard digits.count == 40, values.count == 40 else { return nil }
            return stride(from: 0, to: 40, by: 2).map { place in
                values.dropFirst(place).prefix(2).reduce(0) { $0 << 4 | UInt8(truncatingIfNeeded: $1) }
            }
        }

        private static func count(_ digits: ArraySlice<UInt8>) -> Int? {
            let plain = digits.last == UInt8(ascii: "\r") ? digits.dropLast() : digits
            guard plain.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
            return Int(String(decoding: plain, as: UTF8.self))
        }
    }
}
