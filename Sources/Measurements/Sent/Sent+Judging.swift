import Clinical

extension Measurements {
    /// What is made of one reading that was sent.
    enum Judged: Hashable, Sendable {
        /// It will be kept.
        case good(Reading)
        /// The person is asked, and may send it again with a yes.
        case doubtful(Doubt, Reading)
        case refused(SentRefusal)
        /// It is here: since now, or since it was sent before.
        case here(Reading, ReadingID, isNew: Bool, answer: String)

        var good: Reading? { if case .good(let reading) = self { reading } else { nil } }
    }

    /// What the story says came of one reading.
    package struct Arrived: Sendable {
        let reading: ReadingID
        let isNew: Bool
        let answer: String

        package init(_ reading: ReadingID, isNew: Bool, answer: String) {
            self.reading = reading
            self.isNew = isNew
            self.answer = answer
        }
    }

    static func judge(_ sent: [Sent], _ before: BeforeSent, at now: Instant) -> [Judged] {
        zip(sent, before.known).map { sent, known in
            known.map {
                .here($0.reading, $0.id, isNew: false, answer: $0.answer ?? PatientAnswer.thankYou.name)
            } ?? sent.judged(after: before.history, at: now)
        }
    }

    /// - Parameter arrived: what came of the good ones, in order
    static func settle(_ judged: [Judged], _ arrived: [Arrived]) -> [Judged] {
        var rest = arrived[...]
        return judged.map { judged in
            guard let reading = judged.good, let came = rest.popFirst() else { return judged }
            return .here(reading, came.reading, isNew: came.isNew, answer: came.answer)
        }
    }
}

extension Measurements.Sent {
    /// The reading, as it would be kept; its mark says whether it was sent before.
    var reading: Reading {
        switch content {
        case .typed(let measured):
            Reading(measured, taken: at, source: .typed, externalID: measured.typed(in: id))
        }
    }

    /// Believes nothing that Plausibility doubts, unless the person was asked and said yes; then it waits for the practice.
    func judged(after history: MeasuringHistory, at now: Instant) -> Measurements.Judged {
        var reading = reading
        guard Self.isPossible(reading.taken.instant, at: now) else { return .refused(.time) }
        let doubts: [Doubt]
        do {
            doubts = try Plausibility.doubts(
                about: reading.measured, taken: reading.taken.instant, now: now, after: history)
        } catch {
            return .refused(.impossible)
        }
        guard let doubt = doubts.first else { return .good(reading) }
        guard answer == .isRight else { return .doubtful(doubt, reading) }
        reading.status = .unconfirmed
        return .good(reading)
    }

    /// A phone keeps readings for weeks; what is older, or from tomorrow, says that a clock is wrong.
    ///
    /// - Source: our own proposal; docs/clinical/plausibility.md
    private static let oldest = Duration.days(400)
    private static let furthestAhead = Duration.hours(24)

    private static func isPossible(_ taken: Instant, at now: Instant) -> Bool {
        taken >= now - oldest && taken <= now + furthestAhead
    }
}
