import Clinical

/// One statement: its text, and the values that are bound to it.
///
/// A value can only enter a statement as a binding, so no text from outside ever becomes SQL. A type without an
/// overload here does not compile.
///
/// - Shape: `"… WHERE practice_id = \(practice) AND closed_at IS NULL"` → text with `$1`, and one value
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    package let text: String
    let values: [SQLValue]

    package init(stringLiteral text: String) {
        self.text = text
        values = []
    }

    package init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    /// The same values under another text, such as `EXPLAIN` before it.
    init(_ text: String, _ values: [SQLValue]) {
        self.text = text
        self.values = values
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var values: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 3 * interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }

        package mutating func appendInterpolation<Thing>(_ id: ID<Thing>) { bind(.id(id.high, id.low)) }
        package mutating func appendInterpolation<Thing>(_ id: ID<Thing>?) {
            bind(id.map { .id($0.high, $0.low) } ?? .null(.bytes))
        }
        package mutating func appendInterpolation(_ instant: Instant) { bind(.whole(instant.milliseconds)) }
        package mutating func appendInterpolation(_ instant: Instant?) {
            bind(instant.map { .whole($0.milliseconds) } ?? .null(.whole))
        }
        package mutating func appendInterpolation(_ day: Day) { bind(.text(day.description)) }
        package mutating func appendInterpolation(_ day: Day?) {
            bind(day.map { .text($0.description) } ?? .null(.text))
        }
        package mutating func appendInterpolation(_ text: String) { bind(.text(text)) }
        package mutating func appendInterpolation(_ text: String?) { bind(text.map { .text($0) } ?? .null(.text)) }
        package mutating func appendInterpolation(_ number: Int) { bind(.whole(Int64(number))) }
        package mutating func appendInterpolation(_ number: Int?) {
            bind(number.map { .whole(Int64($0)) } ?? .null(.whole))
        }
        package mutating func appendInterpolation(_ bytes: [UInt8]) { bind(.bytes(bytes)) }
        package mutating func appendInterpolation(_ bytes: [UInt8]?) {
            bind(bytes.map { .bytes($0) } ?? .null(.bytes))
        }
        package mutating func appendInterpolation<Word: RawRepresentable<String>>(_ word: Word) {
            bind(.text(word.rawValue))
        }
        package mutating func appendInterpolation<Word: RawRepresentable<String>>(_ word: Word?) {
            bind(word.map { .text($0.rawValue) } ?? .null(.text))
        }

        private mutating func bind(_ value: SQLValue) {
            values.append(value)
            text += Self.place(values.count)
        }

        /// `$1`, `$2`, …: written thousands of times a second, so the first ones are kept.
        private static func place(_ number: Int) -> String { number < places.count ? places[number] : "$\(number)" }
        private static let places = (0...40).map { "$\($0)" }
    }
}

/// What is bound. Also nothing has a type: an engine that plans by types must not guess it.
enum SQLValue: Sendable {
    case null(SQLType)
    case whole(Int64)
    case text(String)
    case bytes([UInt8])
    case id(UInt64, UInt64)

    var type: SQLType {
        switch self {
        case .null(let type): type
        case .whole: .whole
        case .text: .text
        case .bytes, .id: .bytes
        }
    }
}

/// The three types that both engines have: `BIGINT`, `TEXT` and `BYTEA`.
enum SQLType: Sendable { case whole, text, bytes }
