/// Twelve weeks in one short text, because lists draw them and never search them: `151/93,,149/92`.
package enum PackedWeeks {
    package static func text(_ weeks: [BloodPressure?]) -> String {
        weeks.map { $0.map(\.description) ?? "" }.joined(separator: ",")
    }

    package static func text(_ weeks: [Weight?]) -> String {
        weeks.map { $0.map { String($0.grams) } ?? "" }.joined(separator: ",")
    }

    package static func pressures(_ text: String) -> [BloodPressure?] {
        parts(text).map { part in
            let numbers = part.split(separator: "/").compactMap { Int($0) }
            return numbers.count == 2 ? .mmHg(numbers[0], over: numbers[1]) : nil
        }
    }

    package static func weights(_ text: String) -> [Weight?] { parts(text).map { Int($0).map { .grams($0) } } }

    private static func parts(_ text: String) -> [Substring] {
        text.isEmpty ? [] : text.split(separator: ",", omittingEmptySubsequences: false)
    }
}
