import Credentials

/// Why a query or a form is not one that we read.
package enum ParametersFailure: Error, Hashable, Sendable {
    case tooLong, tooManyParameters
    case badEscape, notUTF8, controlCharacter
    case duplicateName, emptyName
}

/// The parameters behind a question mark, or in the body of a form.
///
/// - Shape: `application/x-www-form-urlencoded`: 8 KiB, 24 parameters, every name once
/// - Source: RFC 6749, sections 3.1 (no parameter twice) and appendix B
struct Parameters: Sendable {
    /// - Units: bytes
    static let longest = 8 * 1024
    static let mostParameters = 24

    private let parameters: [String: String]

    init(_ text: String, within longest: Int = Parameters.longest) throws(ParametersFailure) {
        guard text.utf8.count <= longest else { throw .tooLong }
        let pairs = text.utf8.split(separator: UInt8(ascii: "&"))
        guard pairs.count <= Parameters.mostParameters else { throw .tooManyParameters }
        var parameters = [String: String]()
        for pair in pairs {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Parameters.decoded(parts.first.map(Array.init) ?? [])
            let value = try Parameters.decoded(parts.dropFirst().first.map(Array.init) ?? [])
            guard !name.isEmpty else { throw .emptyName }
            guard parameters.updateValue(value, forKey: name) == nil else { throw .duplicateName }
        }
        self.parameters = parameters
    }

    subscript(name: String) -> String? { parameters[name] }

    private static func decoded(_ bytes: [UInt8]) throws(ParametersFailure) -> String {
        var rest = bytes[...]
        var plain = [UInt8]()
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): plain.append(0x20)
            case UInt8(ascii: "%"): plain.append(try escaped(&rest))
            default: plain.append(byte)
            }
        }
        guard let text = String(validating: plain, as: UTF8.self) else { throw .notUTF8 }
        guard plain.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .controlCharacter }
        return text
    }

    private static func escaped(_ rest: inout ArraySlice<UInt8>) throws(ParametersFailure) -> UInt8 {
        let digits = rest.prefix(2)
        rest = rest.dropFirst(2)
        guard digits.count == 2, digits.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }),
            let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw .badEscape }
        return value
    }
}

extension Parameters {
    /// Parameters as they are sent; whatever is not plainly allowed is escaped.
    static func text(_ parameters: [(name: String, value: String)]) -> String {
        parameters.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
    }

    /// - Source: RFC 3986, section 2.3: the unreserved characters
    static func escaped(_ text: String) -> String {
        text.utf8.map { isUnreserved($0) ? String(UnicodeScalar($0)) : "%" + hexadecimal($0) }.joined()
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || "-._~".utf8.contains(byte)
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "0" + digits : digits
    }
}
