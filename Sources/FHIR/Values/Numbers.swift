extension Bool: Primitive {
    package static var form: PrimitiveForm { .truth }
    package static var expected: String { "true or false is expected" }
    package var written: String { self ? "true" : "false" }

    package init?(reading text: String) {
        guard let truth = Bool(text) else { return nil }
        self = truth
    }
}

/// A whole number of 32 bits.
extension Int: Primitive {
    package static var form: PrimitiveForm { .number }
    package static var expected: String { "a whole number is expected" }
    package var written: String { String(self) }

    package init?(reading text: String) {
        guard text != "-0", let number = Int32(text) else { return nil }
        self = Int(number)
    }
}

/// A whole number from 0.
package struct UnsignedInt: Primitive {
    package static var form: PrimitiveForm { .number }
    package static var expected: String { "a whole number from 0 is expected" }
    package let number: Int

    package init?(_ number: Int) {
        guard (0...Int(Int32.max)).contains(number) else { return nil }
        self.number = number
    }

    package init?(reading text: String) {
        guard let number = Int(reading: text) else { return nil }
        self.init(number)
    }

    package var written: String { String(number) }
}

/// A whole number from 1.
package struct PositiveInt: Primitive {
    package static var form: PrimitiveForm { .number }
    package static var expected: String { "a whole number from 1 is expected" }
    package let number: Int

    package init?(_ number: Int) {
        guard (1...Int(Int32.max)).contains(number) else { return nil }
        self.number = number
    }

    package init?(reading text: String) {
        guard let number = Int(reading: text) else { return nil }
        self.init(number)
    }

    package var written: String { String(number) }
}

/// A number whose digits say how precise it is: 1.10 is not 1.1.
///
/// - Source: R4, datatypes.html#decimal
package struct DecimalText: TextPrimitive {
    package static var form: PrimitiveForm { .number }
    package static var expected: String { "a number is expected" }
    /// - Source: our own proposal; R4 asks for 18 digits
    package static let longest = 64

    package let text: String
    package init(checked text: String) { self.text = text }
    package init(_ number: Int) { text = String(number) }

    package static func isWellFormed(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (1...longest).contains(bytes.count), JSONNumber.end(in: bytes, from: 0) == bytes.count else {
            return false
        }
        return !bytes.contains { $0 | 0x20 == UInt8(ascii: "e") } || Double(text)?.isFinite == true
    }

    /// For judging; the text is what is kept.
    package var double: Double? { Double(text) }
}
