/// - Source: R4, datatypes.html: not empty, more than white space, no control characters but tab and line ends
extension String: Primitive {
    package static var expected: String { "a text with something in it is expected" }
    package var written: String { self }

    package init?(reading text: String) {
        guard text.holdsOnly(Self.isAllowed), !text.holdsOnly({ $0 <= 0x20 }) else { return nil }
        self = text
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}

/// The name that a server gave to a resource.
///
/// - Shape: 1 to 64 letters, digits, hyphens and points
/// - Source: R4, datatypes.html#id
package struct ResourceID: TextPrimitive {
    package static let longest = 64
    package static var expected: String { "1 to 64 letters, digits, hyphens and points are expected" }
    package let text: String
    package init(checked text: String) { self.text = text }

    package static func isWellFormed(_ text: String) -> Bool {
        (1...longest).contains(text.utf8.count) && text.holdsOnly(isAllowed)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}

/// A word from a list that somebody else keeps.
///
/// - Shape: no space at either end, and inside only single ones
/// - Source: R4, datatypes.html#code
package struct Code: TextPrimitive {
    package static var expected: String { "a code without spaces around it is expected" }
    package let text: String
    package init(checked text: String) { self.text = text }

    package static func isWellFormed(_ text: String) -> Bool {
        var previous: UInt8 = 0x20
        let hasSingleSpaces = text.holdsOnly { byte in
            defer { previous = byte }
            return byte > 0x20 || byte == 0x20 && previous != 0x20
        }
        return hasSingleSpaces && previous != 0x20
    }
}

/// An address or a name of something; canonical, url, oid and uuid are written the same.
///
/// - Shape: not empty, no white space
/// - Source: R4, datatypes.html#uri
package struct URI: TextPrimitive {
    package static var expected: String { "an address without spaces is expected" }
    package let text: String
    package init(checked text: String) { self.text = text }

    package static func isWellFormed(_ text: String) -> Bool { !text.isEmpty && text.holdsOnly { $0 > 0x20 } }
}

/// Bytes as text.
///
/// - Shape: base64 in groups of four; white space may stand in it
/// - Source: R4, datatypes.html#base64Binary
package struct Base64: TextPrimitive {
    package static var expected: String { "base64 is expected" }
    package let text: String
    package init(checked text: String) { self.text = text }

    package static func isWellFormed(_ text: String) -> Bool {
        var count = 0
        var padding = 0
        for byte in text.utf8 where ![0x20, 0x09, 0x0A, 0x0D].contains(byte) {
            count += 1
            if byte == UInt8(ascii: "=") {
                padding += 1
            } else if padding > 0 || !isDigit(byte) {
                return false
            }
        }
        return count > 0 && count % 4 == 0 && padding <= 2
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}

extension String {
    /// The bytes lie in a row, so going past them is quick.
    fileprivate func holdsOnly(_ isAllowed: (UInt8) -> Bool) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isAllowed) } ?? utf8.allSatisfy(isAllowed)
    }
}
