/// Why bytes are no JSON document, and where it went wrong.
///
/// - Shape: the reason, the offset of the byte, and a path such as `Bundle.entry[3].resource`
/// - Source: RFC 8259; the limits are ours
package struct JSONFailure: Error, Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        case tooLarge = "the document is too large"
        case tooDeep = "it is nested too deep"
        case notUTF8 = "it is not UTF-8"
        case controlCharacter = "a control character stands in a text"
        case loneSurrogate = "half a character stands in a text"
        case badEscape = "an escape is not known"
        case badNumber = "a number is not written as JSON writes one"
        case valueExpected = "a value is expected"
        case nameExpected = "a name in quotes is expected"
        case colonExpected = "a colon is expected"
        case commaExpected = "a comma or the end is expected"
        case sameNameTwice = "the same name occurs twice"
        case endsTooEarly = "it ends too early"
        case goesOn = "something follows after the end"
    }

    package let reason: Reason
    package let offset: Int
    package let path: String
}
