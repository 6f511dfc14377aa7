import Clinical

/// The fields that a person sent with a form, in order, as text.
///
/// - Shape: `application/x-www-form-urlencoded`, as much as its ``FormSize`` says
/// - Throws: ``FormFailure``
package struct Form: Sendable {
    private let fields: [(name: String, value: String)]

    package init(_ fields: [(name: String, value: String)]) { self.fields = fields }

    package init(
        urlEncoded bytes: some Sequence<UInt8>, mostFields: Int = FormSize.page.fields
    ) throws(FormFailure) {
        var fields: [(String, String)] = []
        for pair in Array(bytes).split(separator: UInt8(ascii: "&")) {
            guard fields.count < mostFields else { throw .tooManyFields }
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            fields.append((try Self.decoded(halves[0]), halves.count > 1 ? try Self.decoded(halves[1]) : ""))
        }
        self.fields = fields
    }

    /// What was filled in, without the spaces around it; a field that was left empty, holds nothing anybody can see, or
    /// was not sent is `nil`.
    package subscript(_ name: String) -> String? {
        guard let value = fields.first(where: { $0.name == name })?.value else { return nil }
        let bytes = value.utf8
        guard let first = bytes.firstIndex(where: { $0 > 32 }), let last = bytes.lastIndex(where: { $0 > 32 }) else {
            return nil
        }
        let filled = value[first...last]
        let isPlain = filled.utf8.contains { (33...126).contains($0) }
        return isPlain || filled.unicodeScalars.contains(where: \.isSeen) ? String(filled) : nil
    }

    /// Every value of a field that may be sent more than once, such as a row of checkboxes.
    package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// A whole number, as people type it: `132`, ` 132 `; anything else is `nil`.
    package func number(_ name: String) -> Int? {
        guard let text = self[name], text.utf8.count <= 9, text.utf8.allSatisfy(\.isDigit) else { return nil }
        return Int(text)
    }

    /// The number that the page gave this form: whoever sends it twice sends the same number, so it is kept once.
    ///
    /// - Throws: ``StaleForm`` when the form was not made by a page of ours
    package func formNumber<Thing>(of: Thing.Type = Thing.self) throws -> ID<Thing> {
        guard let number = self["number"].flatMap({ ID<Thing>($0) }) else { throw StaleForm() }
        return number
    }

    /// A number with at most three decimals behind a comma or a dot: `86,4`.
    package func decimal(_ name: String) -> Double? {
        guard let text = self[name], text.utf8.count <= 12 else { return nil }
        let halves = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard (1...2).contains(halves.count),
            halves.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
            !halves[0].isEmpty
        else { return nil }
        return Double(halves.joined(separator: "."))
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) throws(FormFailure) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): plain.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst()?.hexadecimalDigit, let low = rest.popFirst()?.hexadecimalDigit
                else { throw .notText }
                plain.append(high << 4 | low)
            default: plain.append(byte)
            }
        }
        guard let text = String(validating: plain, as: UTF8.self), !plain.contains(0) else { throw .notText }
        return plain.contains { $0 < 32 || $0 > 126 } ? text.withoutControls : text
    }
}

/// How much a form may hold.
package struct FormSize: Hashable, Sendable {
    package let fields: Int
    package let bytes: Int

    package init(fields: Int, bytes: Int) {
        self.fields = fields
        self.bytes = bytes
    }

    /// What a person fills in on a page.
    package static let page = FormSize(fields: 200, bytes: 64 * 1024)
}

/// A form that cannot be read.
package enum FormFailure: Error, Hashable {
    case tooManyFields, tooLarge, notText, wrongKind
}

extension String {
    /// How long a text is as both databases count it: one for each code point.
    package var codePoints: Int { unicodeScalars.count }

    /// Lines end in LF, as they are kept; browsers send CR LF. What steers a screen or turns text around is left out.
    fileprivate var withoutControls: String {
        var plain = String.UnicodeScalarView()
        for scalar in unicodeScalars where scalar == "\n" || scalar == "\t" || !scalar.steers { plain.append(scalar) }
        return String(plain)
    }
}

extension Unicode.Scalar {
    /// Control characters, and the marks that override the direction of writing.
    fileprivate var steers: Bool {
        properties.generalCategory == .control || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }

    fileprivate var isSeen: Bool {
        !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint
            && ![.control, .format].contains(properties.generalCategory)
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
