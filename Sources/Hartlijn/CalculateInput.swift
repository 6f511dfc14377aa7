import Clinical
import Foundation

/// The JSON object that a rule reads its values from.
///
/// A missing key, a wrong type and a number that no rule could want each have their own plain reason.
struct CalculateInput {
    private let values: [String: Any]
    private let path: String

    init(_ data: Data) throws(NoAnswer) {
        let object: Any
        do { object = try JSONSerialization.jsonObject(with: data) } catch { throw .notJSON }
        guard let values = object as? [String: Any] else { throw .notJSON }
        self.init(values, at: "")
    }

    private init(_ values: [String: Any], at path: String) {
        self.values = values
        self.path = path
    }

    func number(_ key: String) throws(NoAnswer) -> Double {
        try number(try value(key), key)
    }

    func wholeNumber(_ key: String) throws(NoAnswer) -> Int {
        try wholeNumber(try value(key), key)
    }

    func wholeNumber(ifGiven key: String) throws(NoAnswer) -> Int? {
        guard let value = given(key) else { return nil }
        return try wholeNumber(value, key)
    }

    func number(ifGiven key: String) throws(NoAnswer) -> Double? {
        guard let value = given(key) else { return nil }
        return try number(value, key)
    }

    func text(_ key: String) throws(NoAnswer) -> String {
        guard let text = try value(key) as? String else { throw wrong(key, nl: "tekst", en: "text") }
        return text
    }

    /// One of the names of an enumeration, without regard to capitals.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Choice.Type = Choice.self
    ) throws(NoAnswer) -> Choice where Choice.RawValue == String {
        let text = (try? self.text(key)) ?? ""  // not a text: the complaint below says what it must be
        if given(key) == nil { throw .missing(path + key) }
        guard let found = Choice.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) else {
            let names = Choice.allCases.map(\.rawValue).joined(separator: " / ")
            throw wrong(key, nl: names, en: names)
        }
        return found
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        ifGiven key: String, _ type: Choice.Type = Choice.self
    ) throws(NoAnswer) -> Choice? where Choice.RawValue == String {
        given(key) == nil ? nil : try choice(key, type)
    }

    /// Yes or no, written as true/false or 1/0.
    func yes<Answer>(_ key: String, _ yes: Answer, no: Answer) throws(NoAnswer) -> Answer {
        guard let number = try value(key) as? NSNumber, [0, 1].contains(number.doubleValue) else {
            throw wrong(key, nl: "0 of 1", en: "0 or 1")
        }
        return number.doubleValue == 1 ? yes : no
    }

    func day(_ key: String) throws(NoAnswer) -> Day {
        guard let day = Day(try text(key)) else {
            throw wrong(key, nl: "een dag als 2026-11-02", en: "a day like 2026-11-02")
        }
        return day
    }

    /// A moment with a zone, or Dutch clock time without one.
    func moment(_ key: String) throws(NoAnswer) -> Moment {
        let written = try text(key)
        if let moment = Moment(rfc3339: written) { return moment }
        var rest = Substring(written)
        if let clock = WallClock(readingFrom: &rest), rest.isEmpty { return clock.inAmsterdam }
        throw wrong(key, nl: "een tijd als 2026-11-02T08:15:00+01:00", en: "a time like 2026-11-02T08:15:00+01:00")
    }

    func objects(_ key: String) throws(NoAnswer) -> [CalculateInput] {
        guard let list = try value(key) as? [Any] else { throw wrong(key, nl: "een lijst", en: "a list") }
        var found: [CalculateInput] = []
        for (index, item) in list.enumerated() {
            guard let values = item as? [String: Any] else {
                throw wrong("\(key)[\(index)]", nl: "een object", en: "an object")
            }
            found.append(CalculateInput(values, at: "\(path)\(key)[\(index)]."))
        }
        return found
    }

    func objects(ifGiven key: String) throws(NoAnswer) -> [CalculateInput] {
        given(key) == nil ? [] : try objects(key)
    }

    func texts(ifGiven key: String) throws(NoAnswer) -> [String] {
        guard let value = given(key) else { return [] }
        guard let list = value as? [String] else {
            throw wrong(key, nl: "een lijst van teksten", en: "a list of texts")
        }
        return list
    }

    /// Whole numbers, `null` for one that is missing.
    func wholeNumbersOrNull(_ key: String) throws(NoAnswer) -> [Int?] {
        guard let list = try value(key) as? [Any] else { throw wrong(key, nl: "een lijst", en: "a list") }
        var found: [Int?] = []
        for (index, item) in list.enumerated() {
            found.append(item is NSNull ? nil : try wholeNumber(item, "\(key)[\(index)]"))
        }
        return found
    }

    func object(ifGiven key: String) throws(NoAnswer) -> [String: Int] {
        guard let value = given(key) else { return [:] }
        guard let values = value as? [String: Any] else { throw wrong(key, nl: "een object", en: "an object") }
        var found: [String: Int] = [:]
        for (name, item) in values { found[name] = try wholeNumber(item, "\(key).\(name)") }
        return found
    }

    func wrong(_ key: String, nl: String, en: String) -> NoAnswer {
        .wrongValue(path + key, wanted: Sentence(nl: nl, en: en))
    }

    private func given(_ key: String) -> Any? {
        guard let value = values[key], !(value is NSNull) else { return nil }
        return value
    }

    private func value(_ key: String) throws(NoAnswer) -> Any {
        guard let value = given(key) else { throw .missing(path + key) }
        return value
    }

    private func number(_ value: Any, _ key: String) throws(NoAnswer) -> Double {
        guard let number = value as? NSNumber, !(value is Bool) || CalculateInput.isNumber(number),
            abs(number.doubleValue) <= 1_000_000
        else { throw wrong(key, nl: "een getal tot een miljoen", en: "a number up to a million") }
        return number.doubleValue
    }

    private func wholeNumber(_ value: Any, _ key: String) throws(NoAnswer) -> Int {
        let number = try number(value, key)
        guard number == number.rounded() else { throw wrong(key, nl: "een geheel getal", en: "a whole number") }
        return Int(number)
    }

    /// `true` and `false` arrive as numbers too; their type is a single character.
    private static func isNumber(_ number: NSNumber) -> Bool { String(cString: number.objCType) != "c" }
}
