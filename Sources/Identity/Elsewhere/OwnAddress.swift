import Federation

/// Where browsers and machines find us, as the administrator says it: what a request says of that is not believed.
///
/// - Shape: `https://hartlijn.example.org`, without a path; over plain http only on the machine itself
package struct OwnAddress: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// - Returns: `nil` when this is no such address
    package init?(_ text: String) {
        do throws(WebAddressFailure) { _ = try WebAddress(text, within: .loopbackToo) } catch { return nil }
        guard text.split(separator: "/", omittingEmptySubsequences: false).count == 3, !text.contains("?") else {
            return nil
        }
        description = text
    }

    private init(port: Int) { description = "http://localhost:\(port)" }

    /// As long as nobody said otherwise, only this machine finds us.
    package static func loopback(_ port: Int) -> OwnAddress { OwnAddress(port: port) }

    /// Where another house sends people back to; it has to know this address.
    package var answers: String { "\(description)/sign-in/answer" }
    /// Where machines get their tokens.
    package var tokens: String { "\(description)/oauth/token" }
}
