import Clinical

/// The fields that a person sent with a form, in order, as text.
///
/// - Shape: `application/x-www-form-urlencoded`, at most 200 fields and 64 KB
/// - Throws: ``FormFailure``
package struct Form: Sendable {
    private static let mostFields = 200

    private let fields: [(name: String, value: String)]

    package init(_ fields: [(name: String, value: String)]) { self.fields = fields }

    package init(urlEncoded bytes: some Sequence<UInt8>) throws(FormFailure) {
        var fields: [(String, String)] = []
        for pair in Array(bytes).split(separator: UInt8(ascii: "&")) {
            guard fields.count < Self.mostFields else { throw .tooManyFields }
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            fields.append((try Self.decoded(halves[0]), halves.count > 1 ? try Self.decoded(halves[1]) : ""))
        }
        self.fields = fields
    }

    /// What was filled in, without the spaces around it; a field that was left empty or not sent is `nil`.
    package subscript(_ name: String) -> String? {
        guard let value = fields.first(where: { $0.name == name })?.value else { return nil }
        let bytes = value.utf8
        guard let first = bytes.firstIndex(where: { $0 > 32 }), let last = bytes.lastIndex(where: { $0 > 32 }) else {
            return nil
        }
        return String(value[first...last])
    }

    /// Every value of a field that may be sent more than once, such as a row of checkboxes.
    package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// A whole number, as people type it: `132`, ` 132 `; anything else is `nil`.
    package func number(_ name: String) -> Int? {
        guard let text = self[name], text.utf8.count <= 9, text.utf8.allSatisfy(\.isDigit) else { return nil }
        return Int(text)
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
        guard let text = String(validating: plain, as: UTF8.self), !text.unicodeScalars.contains("\0") else {
            throw .notText
        }
        return text
    }
}

/// A form that cannot be read.
package enum FormFailure: Error, Hashable {
    case tooManyFields, tooLarge, notText, wrongKind
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
