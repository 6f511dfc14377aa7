/// Where the addresses of another house may be.
package enum Reach: String, Hashable, Sendable, CaseIterable {
    /// Only over https.
    case encrypted
    /// Over http too, when it is this machine itself: for trials.
    case loopbackToo
}

/// Why a text is not an address that we would go to.
package enum WebAddressFailure: Error, Hashable, Sendable {
    case length, characters, notEncrypted, host, port, userInformation, query, fragment
}

/// An address of a page: read strictly, kept as it was written.
///
/// - Shape: `https://host[:port][/path][?query]`: ASCII, a host in small letters, no user, no fragment
/// - Source: RFC 3986, sections 3 and 4.3; RFC 6749, section 3.1 (no fragment)
package struct WebAddress: Hashable, Sendable {
    /// - Units: bytes
    static let longest = 2048

    package let text: String
    let query: Substring?

    /// - Throws: ``WebAddressFailure``
    package init(_ text: String, within reach: Reach) throws(WebAddressFailure) {
        guard (1...WebAddress.longest).contains(text.utf8.count) else { throw .length }
        guard text.utf8.allSatisfy(WebAddress.isAllowed) else { throw .characters }
        guard !text.utf8.contains(UInt8(ascii: "#")) else { throw .fragment }
        let (isEncrypted, rest) = try WebAddress.scheme(of: text)
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let host = try WebAddress.host(of: authority)
        guard isEncrypted || (reach == .loopbackToo && WebAddress.isLoopback(host)) else { throw .notEncrypted }
        self.text = text
        let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        query = parts.count == 2 ? parts.last : nil
    }

    /// The same address with parameters behind what it has already.
    func adding(_ parameters: [(name: String, value: String)]) -> String {
        let mark = query == nil ? "?" : query?.isEmpty == true ? "" : "&"
        return text + mark + Parameters.text(parameters)
    }

    private static func scheme(of text: String) throws(WebAddressFailure) -> (Bool, Substring) {
        if text.hasPrefix("https://") { return (true, text.dropFirst("https://".count)) }
        if text.hasPrefix("http://") { return (false, text.dropFirst("http://".count)) }
        throw .notEncrypted
    }

    private static func host(of authority: Substring) throws(WebAddressFailure) -> Substring {
        guard !authority.contains("@") else { throw .userInformation }
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first, parts.count <= 2 else { throw .host }
        guard isName(host) else { throw .host }
        if parts.count == 2 {
            guard let digits = parts.last, digits.utf8.allSatisfy(isDigit), (1...5).contains(digits.utf8.count),
                let port = Int(digits), (1...65_535).contains(port)
            else { throw .port }
        }
        return host
    }

    private static func isName(_ host: Substring) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return host.utf8.count <= 253
            && parts.allSatisfy { (1...63).contains($0.utf8.count) && $0.utf8.allSatisfy(isOfName) }
            && parts.allSatisfy { !$0.hasPrefix("-") && !$0.hasSuffix("-") }
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
    }

    private static func isLoopback(_ host: Substring) -> Bool { host == "localhost" || host == "127.0.0.1" }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        isVisible(byte) && !"\\\"<>^`{|}".utf8.contains(byte)
    }
}
