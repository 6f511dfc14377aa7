/// How somebody wants to be reminded: at which moments, in which hours never, and from when on again after a holiday.
package struct ReminderWishes: Hashable, Sendable {
    package let moments: ReminderMoments
    package let quiet: QuietHours
    /// The first day on which reminders come again; `nil` when there is no pause.
    package let pausedUntil: Day?

    package init(moments: ReminderMoments = .usual, quiet: QuietHours = .night, pausedUntil: Day? = nil) {
        self.moments = moments
        self.quiet = quiet
        self.pausedUntil = pausedUntil
    }

    /// Moments at which nothing would ever come: in the quiet hours, or so shortly before them that the rounds, which come
    /// every ten minutes, may be too late.
    package var inQuiet: [Int] { moments.minutes.filter { quiet.hold($0) || quiet.hold(($0 + 15) % 1440) } }
}

/// The moments of the day at which somebody wants to be reminded.
///
/// - Shape: one to four, each once, the earliest first; kept as `480 1200`
/// - Units: minutes since midnight on Dutch clocks
package struct ReminderMoments: Hashable, Sendable {
    package static let most = 4

    package let minutes: [Int]

    /// - Returns: `nil` for none, too many, or what no clock shows
    package init?(_ minutes: some Collection<Int>) {
        let sorted = Set(minutes).sorted()
        guard (1...Self.most).contains(sorted.count), sorted.allSatisfy((0..<1440).contains) else { return nil }
        self.init(sorted: sorted)
    }

    package init?(text: String) {
        let parts = text.split(separator: " ").map { Int($0) }
        guard parts.allSatisfy({ $0 != nil }) else { return nil }
        self.init(parts.compactMap(\.self))
    }

    private init(sorted: [Int]) { minutes = sorted }

    /// Eight in the morning and eight in the evening.
    ///
    /// - Source: our own proposal; docs/clinical/reminders.md
    package static let usual = ReminderMoments(sorted: [8 * 60, 20 * 60])

    /// What can be chosen without typing a time.
    package static let choices = [
        ReminderMoments(sorted: [7 * 60 + 30, 19 * 60]), usual, ReminderMoments(sorted: [9 * 60, 21 * 60]),
    ]

    package var text: String { minutes.map(String.init).joined(separator: " ") }

    /// The first of these moments that is later than this; a time that clocks skip in spring comes an hour later, one that
    /// they show twice in autumn comes once.
    package func next(after now: Instant) -> Instant {
        let today = Moment.amsterdam(now).day
        let coming = (0...2).flatMap { day in
            minutes.map { Amsterdam.instant(today.adding(day), hour: $0 / 60, minute: $0 % 60) }
        }
        return coming.filter { $0 > now }.min() ?? now + .days(1)
    }
}
