/// Twelve weeks in one short text, because lists draw them and never search them: `151/93,,149/92`.
package enum PackedWeeks {
    package static func text(_ weeks: [BloodPressure?]) -> String {
        weeks.map { $0.map(\.description) ?? "" }.joined(separator: ",")
    }

    package static func text(_ weeks: [Weight?]) -> String {
        weeks.map { $0.map { String($0.grams) } ?? "" }.joined(separator: ",")
    }

    package static func pressures(_ text: String) -> [BloodPressure?] {
        parts(text) { numbers in numbers.1.map { .mmHg(numbers.0, over: $0) } }
    }

    package static func weights(_ text: String) -> [Weight?] { parts(text) { .grams($0.0) } }

    /// The numbers between two commas; nothing between them is a week without readings.
    private static func parts<Value>(_ text: String, _ value: ((Int, Int?)) -> Value?) -> [Value?] {
        guard !text.isEmpty else { return [] }
        var values: [Value?] = []
        values.reserveCapacity(12)
        var (first, second, isKnown) = (0, Int?.none, false)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: ","):
                values.append(isKnown ? value((first, second)) : nil)
                (first, second, isKnown) = (0, nil, false)
            case UInt8(ascii: "/"): second = 0
            default:
                isKnown = true
                let digit = Int(byte) - 48
                if let known = second { second = known * 10 + digit } else { first = first * 10 + digit }
            }
        }
        values.append(isKnown ? value((first, second)) : nil)
        return values
    }
}
