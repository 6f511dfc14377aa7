/// Decides whether somebody is reminded of measuring, at a moment of the day that they chose themselves.
///
/// A reminder is an offer. It comes only when something was asked, only once for a moment, never at night, and it stops
/// by itself when nobody answers it. That a day was missed is no reproach: the reminder of the next day is the same.
///
/// - Shape: one chosen moment, what was asked, what was measured → a reminder, or why there is none
/// - Units: days and minutes on Dutch clocks
/// - Source: our own proposal, after the one reminder in ``HomeAlerts/silence(lastReading:today:limits:)``;
///   docs/clinical/reminders.md
package enum Reminding {
    package static let rule = "reminder"
    package static let version = "1"

    /// A reminder that comes later than this is no reminder of that moment any more.
    ///
    /// - Source: our own proposal; docs/clinical/reminders.md
    package static let latest = Duration.hours(2)

    /// So many moments in a row may be missed after a reminder in a measuring week: two days of two.
    ///
    /// - Source: our own proposal; docs/clinical/reminders.md
    package static let mostInWeek = 4

    /// Outside a measuring week there is one reminder in a silence.
    ///
    /// - Source: ``HomeAlerts``, our own proposal; docs/clinical/home-alerts.md
    package static let mostInSilence = 1

    /// Whoever measures every week is reminded when a week has gone by.
    ///
    /// - Units: days
    /// - Source: our own proposal; docs/clinical/reminders.md
    package static let weekly = 7

    /// What the practice asked of this patient.
    package enum Asked: Hashable, Sendable {
        /// A measuring week runs, or ran.
        case week(startsOn: Day, measuring: MeasuringProtocol)
        /// There is a plan, and no measuring week.
        case weekly
        case nothing
    }

    /// Why there is no reminder.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        case paused, tooLate = "too late", quiet, notAsked = "not asked", measured, stopped
    }

    package enum Answer: Hashable, Sendable {
        /// It may go out until then.
        case remind(until: Instant)
        case nothing(Reason)
    }

    /// What is known when a chosen moment has come.
    package struct Scene: Hashable, Sendable {
        /// The moment that was chosen.
        package let moment: Instant
        package let asked: Asked
        /// The parts of that day in which was measured at least once.
        package let measured: Set<DayPart>
        /// The last day with a home reading.
        package let lastDay: Day?
        package let run: Run

        package init(moment: Instant, asked: Asked, measured: Set<DayPart>, lastDay: Day?, run: Run = .fresh) {
            self.moment = moment
            self.asked = asked
            self.measured = measured
            self.lastDay = lastDay
            self.run = run
        }
    }

    /// How often was reminded already, and when last.
    package struct Run: Hashable, Sendable {
        package let reminders: Int
        package let lastOn: Day?

        package static let fresh = Run(reminders: 0, lastOn: nil)

        package init(reminders: Int, lastOn: Day?) {
            self.reminders = reminders
            self.lastOn = lastOn
        }

        /// A reading on or after the day of the last reminder answers all of them.
        package func unanswered(lastDay: Day?) -> Int {
            guard let lastOn, let lastDay, lastDay >= lastOn else { return reminders }
            return 0
        }
    }

    package static func judge(_ scene: Scene, for wishes: ReminderWishes, at now: Instant) -> Answer {
        let moment = Moment.amsterdam(scene.moment)
        if let pause = wishes.pausedUntil, Moment.amsterdam(now).day < pause { return .nothing(.paused) }
        guard now - scene.moment < latest else { return .nothing(.tooLate) }
        guard !wishes.quiet.hold(now) else { return .nothing(.quiet) }
        guard !scene.measured.contains(DayPart(of: moment)) else { return .nothing(.measured) }
        guard let most = most(on: moment.day, scene) else { return .nothing(.notAsked) }
        guard scene.run.unanswered(lastDay: scene.lastDay) < most else { return .nothing(.stopped) }
        return .remind(until: wishes.quiet.silence(after: now, within: latest - (now - scene.moment)))
    }

    /// How many reminders may stay without an answer; nothing on a day on which nothing is asked.
    private static func most(on day: Day, _ scene: Scene) -> Int? {
        switch scene.asked {
        case .week(let first, let measuring):
            (first..<first.adding(measuring.days)).contains(day) ? mostInWeek : nil
        case .weekly:
            scene.lastDay.map { day.days(since: $0) >= weekly } == true ? mostInSilence : nil
        case .nothing: nil
        }
    }

    /// Whether yesterday was a day of a measuring week on which nothing was measured, to say that it does not matter.
    package static func missedYesterday(_ asked: Asked, lastDay: Day?, today: Day) -> Bool {
        guard case .week(let first, let measuring) = asked else { return false }
        let yesterday = today.adding(-1)
        guard (first..<first.adding(measuring.days)).contains(yesterday) else { return false }
        return lastDay.map { $0 < yesterday } ?? true
    }
}
