/// The hours in which nothing of ours makes a sound.
///
/// - Shape: from a minute of the day until another, over midnight when it must
/// - Units: minutes since midnight on Dutch clocks
package struct QuietHours: Hashable, Sendable {
    package let from: Int
    package let until: Int

    /// - Returns: `nil` for what no clock shows, and for a day without an hour that is not quiet
    package init?(from: Int, until: Int) {
        guard (0..<1440).contains(from), (0..<1440).contains(until), from != until else { return nil }
        self.init(checkedFrom: from, until: until)
    }

    private init(checkedFrom from: Int, until: Int) {
        self.from = from
        self.until = until
    }

    /// From ten in the evening until seven in the morning.
    ///
    /// - Source: our own proposal; docs/clinical/reminders.md
    package static let night = QuietHours(checkedFrom: 22 * 60, until: 7 * 60)

    /// Whether a minute of the day is quiet; the last one is not any more.
    package func hold(_ minute: Int) -> Bool {
        from < until ? (from..<until).contains(minute) : minute >= from || minute < until
    }

    package func hold(_ instant: Instant) -> Bool { hold(Moment.amsterdam(instant).minuteOfDay) }

    /// How long something may still be said: until the first quiet minute begins, looked for minute by minute so that a
    /// night in which the clock jumps is no exception.
    package func silence(after now: Instant, within most: Duration) -> Instant {
        let minute = Instant(milliseconds: now.milliseconds - now.milliseconds % 60_000)
        let minutes = Int(most.wholeMilliseconds / 60_000) + 1
        let quiet = (1...minutes).map { minute + .minutes($0) }.first(where: hold)
        return min(quiet ?? now + most, now + most)
    }
}
