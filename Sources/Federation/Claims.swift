import Credentials

/// A JSON object and nothing else.
func object(_ bytes: [UInt8]) throws(JSONFailure) -> [String: JSONValue] {
    guard case .object(let members) = try JSONReader.only(bytes) else { throw JSONFailure.notAnObject }
    return members
}

/// What a token, a key or an answer says, by name.
///
/// Absent and of the wrong kind are both `nil`: who may leave something out asks first whether it is there.
extension [String: JSONValue] {
    func has(_ name: String) -> Bool { self[name] != nil }

    func text(_ name: String) -> String? {
        guard case .text(let text) = self[name] else { return nil }
        return text
    }

    func bytes(_ name: String) -> [UInt8]? { text(name).flatMap(Base64URL.bytes) }

    func moment(_ name: String) -> NumericDate? {
        guard case .number(let digits) = self[name] else { return nil }
        return NumericDate(digits: digits)
    }

    /// A list in which everything is text.
    func texts(_ name: String) -> [String]? {
        guard case .list(let items) = self[name] else { return nil }
        var texts = [String]()
        for item in items {
            guard case .text(let text) = item else { return nil }
            texts.append(text)
        }
        return texts
    }

    /// For whom a token is: one name, or a list of names.
    ///
    /// - Source: RFC 7519, section 4.1.3
    var audience: [String]? { text("aud").map { [$0] } ?? texts("aud") }

    /// - Source: OpenID Connect Core 1.0, section 2: no more than 255 ASCII characters
    func name(_ name: String, lengths: ClosedRange<Int>) -> String? {
        guard let text = text(name), lengths.contains(text.utf8.count), text.utf8.allSatisfy({ 0x20...0x7E ~= $0 })
        else { return nil }
        return text
    }
}

/// Something that may be used once, and until when that has to be remembered.
///
/// Whoever accepts the token keeps this, and refuses the token when it was kept before.
package struct OnceUntil: Hashable, Sendable {
    /// - Shape: 1 to 128 visible ASCII characters
    package let jti: String
    package let expiry: NumericDate
}
