import Clinical
import Web

/// What somebody typed about when they want to be reminded.
enum ReminderForm {
    /// - Units: days
    /// - Source: our own proposal
    static let longestPause = 183

    /// `08:00`, as a field for a time writes it.
    static func typed(_ minute: Int) -> String {
        "\(minute / 60 < 10 ? "0" : "")\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
    }

    /// - Shape: `8:00`, `08.00`, `8`
    /// - Returns: minutes since midnight; `nil` for what no clock shows
    static func minute(_ text: String) -> Int? {
        let parts = text.split(whereSeparator: { ":.".contains($0) }).map { Int($0) }
        guard (1...2).contains(parts.count), let hour = parts[0], (0...23).contains(hour) else { return nil }
        guard parts.count == 2 else { return hour * 60 }
        guard let minute = parts[1], (0...59).contains(minute) else { return nil }
        return hour * 60 + minute
    }

    /// - Returns: the wishes, or what to look at again
    static func wishes(_ form: Form, before: ReminderWishes) -> Result<ReminderWishes, Incomplete> {
        guard let from = form.number("from"), let until = form.number("until"),
            let quiet = QuietHours(from: from * 60, until: until * 60)
        else { return .failure(Incomplete("quiet", ReminderWords.quietWrong)) }
        guard let moments = moments(form) else {
            return .failure(Incomplete("moments", ReminderWords.timesWrong))
        }
        let wishes = ReminderWishes(moments: moments, quiet: quiet, pausedUntil: before.pausedUntil)
        guard wishes.inQuiet.isEmpty else { return .failure(Incomplete("moments", ReminderWords.timesQuiet)) }
        return .success(wishes)
    }

    private static func moments(_ form: Form) -> ReminderMoments? {
        guard let chosen = form["moments"] else { return nil }
        guard chosen == "own" else { return ReminderMoments.choices.first { $0.text == chosen } }
        let typed = ["morning", "evening"].compactMap { form[$0] }
        let minutes = typed.compactMap(minute)
        return minutes.count == typed.count ? ReminderMoments(minutes) : nil
    }

    struct Incomplete: Error {
        let problem: Problem

        init(_ field: String, _ sentence: Sentence) { problem = Problem(field, sentence) }
    }
}
