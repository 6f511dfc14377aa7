/// Where browsers and machines find us, as the administrator says it: what a request says of that is not believed.
///
/// - Shape: `https://hartlijn.example.org`, without a path; over plain http only on the machine itself
package struct OwnAddress: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    init(_ origin: String) { description = origin }

    /// To see whether another house can be used at all, before it is told where we are.
    package static let anywhere = OwnAddress("https://hartlijn.invalid")

    /// Where another house sends people back to; it has to know this address.
    package var answers: String { "\(description)/sign-in/answer" }
    /// Where machines get their tokens.
    package var tokens: String { "\(description)/oauth/token" }
}
