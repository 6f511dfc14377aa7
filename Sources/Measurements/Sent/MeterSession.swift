import Clinical

extension Measurements {
    /// The readings that one meter gave at one moment: together they tell whether its clock is right.
    ///
    /// A meter sends the time on its own wall clock and no zone; nobody resets it when summer begins. What it says is
    /// believed when it can be, corrected when the person says that they measured just now, and otherwise not used.
    ///
    /// - Units: seconds on a wall clock in the Netherlands
    struct MeterSession {
        struct Key: Hashable {
            let name: String
            let at: Instant
        }

        enum Time: Hashable {
            case taken(Moment)
            /// The clock of the meter is this far ahead.
            case asked(minutes: Int, Clock)
            case refused(SentRefusal)
        }

        /// Whether the meter told its clock, or it only looks wrong from the newest reading.
        enum Clock: Hashable { case told, guessed }

        private let readings: [FromMeter]
        private let received: Instant
        private let now: Instant
        /// How far the clock of the meter is ahead, as far as that can be known.
        private let ahead: Int?
        private let clock: Clock

        init(_ readings: [FromMeter], received: Instant, now: Instant) {
            self.readings = readings
            self.received = received
            self.now = now
            let wall = Self.wall(received)
            if let clock = readings.compactMap(\.clockSeconds).first {
                ahead = clock - wall
                self.clock = .told
            } else {
                let newest = readings.compactMap(\.wallSeconds).filter { $0 >= Self.earliest }.max()
                ahead = newest.flatMap { Self.looksWrong($0 - wall) ? $0 - wall : nil }
                clock = .guessed
            }
        }

        /// - Parameter justNow: what they said of the clock
        func time(of reading: FromMeter, _ justNow: FromMeter.JustNow) -> Time {
            if let minutes = doubtful, justNow == .notAsked, !isAloneAndLost(reading) {
                return .asked(minutes: minutes, clock)
            }
            if let wall = corrected(reading, justNow), let taken = believable(wall) { return .taken(taken) }
            // What came alone was taken just now, whatever the meter thinks of the time.
            return readings.count == 1 ? .taken(.amsterdam(received)) : .refused(.noTime)
        }

        /// How many minutes the clock is ahead, when that is enough to ask about.
        private var doubtful: Int? {
            guard let ahead, abs(ahead) > Self.tolerance else { return nil }
            return Int((Double(ahead) / 60).rounded())
        }

        private func isAloneAndLost(_ reading: FromMeter) -> Bool {
            readings.count == 1 && reading.wallSeconds.flatMap(believable) == nil
        }

        private func corrected(_ reading: FromMeter, _ justNow: FromMeter.JustNow) -> Int? {
            reading.wallSeconds.map { justNow == .yes ? $0 - (ahead ?? 0) : $0 }
        }

        private func believable(_ wall: Int) -> Moment? {
            guard wall >= Self.earliest, wall <= Self.wall(now) + Self.tolerance else { return nil }
            let day = Day(number: wall / 86_400)
            let taken = Amsterdam.instant(
                day, hour: wall % 86_400 / 3600, minute: wall % 3600 / 60, second: wall % 60)
            guard taken >= now - Sent.oldest else { return nil }
            return .amsterdam(taken)
        }

        private static func wall(_ instant: Instant) -> Int {
            Int((Moment.amsterdam(instant).wallMinutes * 60).rounded(.down))
        }

        /// Without knowing the clock: the newest reading is still to come, or a whole hour or two away from now, as after a
        /// change of summer time.
        private static func looksWrong(_ seconds: Int) -> Bool {
            if seconds > tolerance { return true }
            return [3600, 7200].contains { abs(-seconds - $0) <= tolerance }
        }

        /// - Source: our own proposal; docs/clinical/plausibility.md
        private static let tolerance = Int(Plausibility.clockTolerance.components.seconds)

        /// No meter of ours was lent before: 1 January 2020.
        ///
        /// - Source: our own proposal; docs/clinical/plausibility.md
        private static let earliest = 1_577_836_800
    }
}
