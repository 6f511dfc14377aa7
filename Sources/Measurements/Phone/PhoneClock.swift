import Clinical

/// How far the clock of a phone is from ours, by what it said when it sent.
struct PhoneClock: Hashable, Sendable {
    /// A clock may be off by so much, and a form be on its way for so long, before anybody corrects anything.
    ///
    /// - Source: our own proposal; docs/decisions/0021-offline-queue.md
    static let tolerance = Duration.minutes(2)

    /// What is added to a time that the phone tells.
    let behind: Duration

    /// - Parameter said: the time on the phone when it sent, which came in at `now`
    init(said: Moment?, at now: Instant) {
        let difference = said.map { now - $0.instant } ?? .zero
        behind = difference > Self.tolerance || difference < .zero - Self.tolerance ? difference : .zero
    }

    func corrected(_ moment: Moment) -> Moment {
        Moment(moment.instant + behind, offsetMinutes: moment.offsetMinutes)
    }

    /// What is kept beside a reading whose time was corrected.
    struct Correction: Hashable, Sendable {
        let reading: Measurements.ReadingID
        let said: Instant
        let by: Duration
    }
}
