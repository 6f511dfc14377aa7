/// One JSON object, written in the order in which its members are given; what is nil is left out.
///
/// All names and texts are our own words and digits, so nothing needs escaping.
struct JSONText {
    private var members: [String] = []

    var text: String { "{\(members.joined(separator: ","))}" }

    mutating func add(_ name: String, _ value: some BinaryInteger) { members.append("\"\(name)\":\(value)") }
    mutating func add(_ name: String, _ value: (some BinaryInteger)?) { if let value { add(name, value) } }
    mutating func add(_ name: String, _ value: ExactNumber?) { if let value { members.append("\"\(name)\":\(value)") } }
    mutating func add(_ name: String, _ value: MeterUnit) { add(word: name, value.rawValue) }
    mutating func add(_ name: String, _ value: MeterTime?) { if let value { add(word: name, value.description) } }
    mutating func add(word name: String, _ value: String) { members.append("\"\(name)\":\"\(value)\"") }
    mutating func add(truth name: String, of value: Bool) { members.append("\"\(name)\":\(value)") }

    mutating func add(_ name: String, words: [String]?) {
        if let words { members.append("\"\(name)\":[\(words.map { "\"\($0)\"" }.joined(separator: ","))]") }
    }

    mutating func add(_ name: String, numbers: [UInt16]?) {
        if let numbers { members.append("\"\(name)\":[\(numbers.map(String.init).joined(separator: ","))]") }
    }

    mutating func add(_ name: String, objects: [JSONText]) {
        members.append("\"\(name)\":[\(objects.map(\.text).joined(separator: ","))]")
    }

    /// A user that the meter does not know is there, and is nobody.
    mutating func add(_ user: MeterUser) {
        switch user {
        case .notSaid: break
        case .unknown: members.append("\"userId\":null")
        case .number(let number): add("userId", number)
        }
    }
}
