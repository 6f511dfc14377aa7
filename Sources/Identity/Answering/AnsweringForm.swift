import Clinical
import Web

/// What somebody filled in about answering, and what is wrong with it.
struct AnsweringForm: Sendable {
    var replyDays: String
    /// For each day of the week from when until when, as typed: `08:00`.
    var hours: [(from: String, until: String)]
    var phone: String
    var nightPhone: String
    var nightText: String

    init(_ answering: Identity.Answering) {
        replyDays = "\(answering.times.replyDays)"
        hours = (1...7).map { weekday in
            let opening = answering.times.openings.first { $0.weekday == weekday }
            return (opening.map { Self.text($0.from) } ?? "", opening.map { Self.text($0.until) } ?? "")
        }
        phone = answering.phone
        nightPhone = answering.nightPhone ?? ""
        nightText = answering.nightText ?? ""
    }

    init(_ form: Form) {
        func typed(_ name: String, _ most: Int) -> String { String((form[name] ?? "").unicodeScalars.prefix(most)) }
        replyDays = typed("reply-days", 20)
        hours = (1...7).map { (typed("from-\($0)", 20), typed("until-\($0)", 20)) }
        phone = typed("phone", 60)
        nightPhone = typed("night-phone", 60)
        nightText = typed("night-text", 400)
    }

    func read() -> (answering: Identity.Answering?, problems: [Problem]) {
        var problems: [Problem] = []
        let days = Int(replyDays).flatMap { Identity.Answering.replyDaysAllowed.contains($0) ? $0 : nil }
        if days == nil { problems.append(Problem("reply-days", AnsweringWords.needDays)) }
        let openings = (1...7).compactMap { opening($0, &problems) }
        for (field, number, isNeeded) in [("phone", phone, true), ("night-phone", nightPhone, false)]
        where !Self.isPhone(number) && (isNeeded || !number.isEmpty) {
            problems.append(Problem(field, AnsweringWords.needPhone))
        }
        if let problem = Self.problem(with: nightText) { problems.append(Problem("night-text", problem)) }
        guard problems.isEmpty, let days else { return (nil, problems) }
        let answering = Identity.Answering(
            times: AnsweringTimes(replyDays: days, openings: openings), phone: phone,
            nightPhone: nightPhone.isEmpty ? nil : nightPhone, nightText: nightText.isEmpty ? nil : nightText)
        return (answering, [])
    }

    private func opening(_ weekday: Int, _ problems: inout [Problem]) -> AnsweringTimes.Opening? {
        let (from, until) = hours[weekday - 1]
        guard !from.isEmpty || !until.isEmpty else { return nil }
        guard let from = Self.minutes(from), let until = Self.minutes(until), from < until else {
            problems.append(Problem("from-\(weekday)", AnsweringWords.needHours(weekday)))
            return nil
        }
        return .init(weekday: weekday, from: from, until: until)
    }

    private static func isPhone(_ text: String) -> Bool {
        let digits = text.unicodeScalars.filter { "0123456789".unicodeScalars.contains($0) }.count
        return (3...15).contains(digits) && text.codePoints <= Identity.Answering.longestPhone
            && text.unicodeScalars.allSatisfy { "0123456789+-() ".unicodeScalars.contains($0) }
    }

    /// Patients read it: short sentences, no hard words.
    private static func problem(with text: String) -> Sentence? {
        guard text.codePoints <= Identity.Answering.longestText else { return AnsweringWords.textTooLong }
        let report = Readability.check(text)
        if let sentence = report.longSentences.first { return AnsweringWords.sentenceTooLong(sentence) }
        return report.jargon.first.map { AnsweringWords.hardWord($0.word, $0.plain) }
    }

    private static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour),
            (0...59).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }

    static func text(_ minutes: Int) -> String {
        let (hour, minute) = (minutes / 60, minutes % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}
