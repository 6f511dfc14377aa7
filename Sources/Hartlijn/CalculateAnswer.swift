import Clinical
import Foundation

/// A value in the JSON that is printed.
enum CalculateAnswer: Encodable {
    case text(String)
    case whole(Int)
    case number(Double)
    case none
    case list([CalculateAnswer])
    case object([String: CalculateAnswer])

    static func shown(_ number: Rounded) -> CalculateAnswer { .number(number.value) }
    static func shown(ifKnown number: Rounded?) -> CalculateAnswer { number.map(shown) ?? .none }

    static func pressure(_ pressure: BloodPressure) -> CalculateAnswer {
        .object(["systolic": .whole(pressure.systolic.mmHg), "diastolic": .whole(pressure.diastolic.mmHg)])
    }

    /// An answer says which rule and version made it, and why.
    static func by(
        _ rule: String, _ version: String, _ explanation: [Sentence], in language: Language,
        _ values: [String: CalculateAnswer]
    ) -> CalculateAnswer {
        let origin: [String: CalculateAnswer] = [
            "rule": .text(rule), "version": .text(version),
            "explanation": .list(explanation.map { .text($0[language]) }),
        ]
        return .object(values.merging(origin) { _, own in own })
    }

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "{}" }  // every value above can be encoded
        return String(decoding: data, as: UTF8.self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .whole(let number): try container.encode(number)
        case .number(let number): try container.encode(number)
        case .none: try container.encodeNil()
        case .list(let items): try container.encode(items)
        case .object(let values): try container.encode(values)
        }
    }
}
