/// A piece of JSON, as it is exchanged with the browser's passkey functions.
package indirect enum JSONValue: Hashable, Sendable {
    case object([String: JSONValue])
    case list([JSONValue])
    case text(String)
    case number(String)
    case truth(Bool)
    case nothing

    package static func number(_ value: Int) -> JSONValue { .number(String(value)) }

    /// Members in the order of their names; `<`, `>` and `&` escaped, so that it may stand in a page.
    package var json: String {
        switch self {
        case .object(let members):
            "{" + members.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\($0.value.json)" }.joined(separator: ",")
                + "}"
        case .list(let items): "[" + items.map(\.json).joined(separator: ",") + "]"
        case .text(let text): quoted(text)
        case .number(let digits): digits
        case .truth(let isTrue): isTrue ? "true" : "false"
        case .nothing: "null"
        }
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    private func escaped(_ scalar: UnicodeScalar) -> String {
        switch scalar {
        case "\"", "\\": return "\\" + String(scalar)
        case "<", ">", "&", "'", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}", "\u{7F}":
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        default: return String(scalar)
        }
    }
}
