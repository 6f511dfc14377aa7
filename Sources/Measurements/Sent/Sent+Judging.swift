import Clinical

extension Measurements {
    /// What is made of one reading that was sent.
    enum Judged: Hashable, Sendable {
        /// The place of a reading in its batch.
        typealias ReadingPlace = Int

        /// It will be kept.
        case good(Reading)
        /// The person is asked, and may send it again with a yes.
        case doubtful(Question, Reading)
        case refused(SentRefusal, Reading?)
        /// Typed, and also in this batch as a meter gave it: what becomes of that one, becomes of this one.
        case twin(of: ReadingPlace, Reading)
        /// It is here: since now, or since it was sent before.
        case here(Reading, ReadingID, isNew: Bool, answer: String)

        var good: Reading? { if case .good(let reading) = self { reading } else { nil } }
    }

    /// What the person is asked before a reading is kept.
    enum Question: Hashable, Sendable {
        case likely(Doubt)
        /// What went wrong while measuring: keep it all the same?
        case trouble([FromMeter.Trouble])
        /// The clock of the meter is this far ahead: shall the times be corrected, or did they measure just now?
        case clock(minutes: Int, MeterSession.Clock)
        /// Several people use this meter.
        case person
        /// All of them together are far from what is usual.
        case whose(average: Pressure)
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

    /// The readings as they came, each at its own time where that can be known: to look for what is here already.
    static func dated(_ sent: [Sent], at now: Instant) -> [Reading] {
        let sessions = sessions(of: sent)
        return sent.map { sent in
            var reading = sent.reading
            guard let (key, said) = sent.session else { return reading }
            if case .taken(let moment) = sent.time(of: said, among: sessions[key] ?? [], at: now) {
                reading.taken = moment
            }
            return reading
        }
    }

    private static func sessions(of sent: [Sent]) -> [MeterSession.Key: [FromMeter]] {
        Dictionary(grouping: sent.compactMap(\.session)) { $0.key }.mapValues { $0.map(\.reading) }
    }

    static func judge(_ sent: [Sent], _ before: BeforeSent, at now: Instant) -> [Judged] {
        let sessions = sessions(of: sent)
        let judged = zip(sent, before.known).map { sent, known -> Judged in
            if let known {
                return .here(
                    known.reading, known.id, isNew: false, answer: known.answer ?? PatientAnswer.thankYou.name)
            }
            return sent.judged(among: sent.session.flatMap { sessions[$0.key] } ?? [], after: before.history, at: now)
        }
        return withoutTwins(sent, askWhose(sent, judged, usual: before.history.averagePressure))
    }

    /// A meter that is lent to one person is used by two: what it gives at once is held against what is usual.
    private static func askWhose(_ sent: [Sent], _ judged: [Judged], usual: BloodPressure?) -> [Judged] {
        let places = Dictionary(grouping: sent.indices.filter { judged[$0].isNew }) { sent[$0].session?.key }
        var judged = judged
        for (key, places) in places where key != nil {
            let pressures = places.compactMap { judged[$0].pressure }
            guard let average = Plausibility.strangeAverage(of: pressures, usual: usual) else { continue }
            for place in places {
                guard var reading = judged[place].good, reading.measured.kind == .bloodPressure else { continue }
                reading.status = .unconfirmed
                judged[place] =
                    sent[place].answer == .isRight ? .good(reading) : .doubtful(.whose(average: average), reading)
            }
        }
        return judged
    }

    /// The same reading typed and given by a meter in one batch is one reading: the meter's, which has its own time. Each
    /// of the meter stands for one that was typed, the nearest in time.
    ///
    /// - Source: our own proposal; docs/from-the-phone.md
    private static func withoutTwins(_ sent: [Sent], _ judged: [Judged]) -> [Judged] {
        let given = sent.indices.filter { sent[$0].session != nil && judged[$0].good != nil }
        var (judged, free) = (judged, given)
        for place in sent.indices where sent[place].session == nil {
            guard let typed = judged[place].good else { continue }
            let twins = free.compactMap { other in
                judged[other].good.flatMap { typed.apart(from: $0) }.map { (place: other, apart: $0) }
            }
            guard let nearest = twins.min(by: { $0.apart < $1.apart }) else { continue }
            free.removeAll { $0 == nearest.place }
            judged[place] = .twin(of: nearest.place, typed)
        }
        return judged
    }

    /// - Parameter arrived: what came of the good ones, in order
    static func settle(_ judged: [Judged], _ arrived: [Arrived]) -> [Judged] {
        var rest = arrived[...]
        let settled = judged.map { judged -> Judged in
            guard let reading = judged.good, let came = rest.popFirst() else { return judged }
            return .here(reading, came.reading, isNew: came.isNew, answer: came.answer)
        }
        return settled.map { judged in
            guard case .twin(let place, let reading) = judged, case .here(_, let id, _, let answer) = settled[place]
            else { return judged }
            return .here(reading, id, isNew: false, answer: answer)
        }
    }
}

extension Measurements.Judged {
    fileprivate var isNew: Bool {
        switch self {
        case .good, .doubtful(.likely, _): true
        case .doubtful, .refused, .here, .twin: false
        }
    }

    fileprivate var pressure: BloodPressure? {
        switch self {
        case .good(let reading), .doubtful(_, let reading):
            if case .bloodPressure(let pressure, _, _) = reading.measured { pressure } else { nil }
        case .refused, .here, .twin: nil
        }
    }
}

extension Measurements.Sent {
    /// The reading of a meter, and those that came with it.
    var session: (key: Measurements.MeterSession.Key, reading: Measurements.FromMeter)? {
        guard case .meter(let reading) = content else { return nil }
        return (.init(name: reading.name, at: at.instant), reading)
    }

    /// The reading, as it would be kept; its mark says whether it was sent before.
    var reading: Reading {
        switch content {
        case .typed(let measured):
            Reading(measured, taken: at, source: .typed, externalID: measured.typed(in: id))
        case .meter(let said):
            Reading(
                said.measured, taken: at, source: .bluetooth, device: said.name, externalID: said.number(sentAs: id))
        }
    }

    /// Believes nothing that Plausibility doubts, unless the person was asked and said yes; then it waits for the practice.
    fileprivate func judged(
        among others: [Measurements.FromMeter], after history: MeasuringHistory, at now: Instant
    ) -> Measurements.Judged {
        var reading = reading
        guard at.instant >= now - Self.oldest, at.instant <= now + Self.furthestAhead else {
            return .refused(.time, reading)
        }
        if case .meter(let said) = content {
            if let said = judged(said, among: others, &reading, at: now) { return said }
        }
        let doubts: [Doubt]
        do {
            doubts = try Plausibility.doubts(
                about: reading.measured, taken: reading.taken.instant, now: now, after: history)
        } catch {
            return .refused(.impossible, reading)
        }
        return asked(about: doubts, reading)
    }

    private func asked(about doubts: [Doubt], _ reading: Reading) -> Measurements.Judged {
        var reading = reading
        let question = doubts.first.map { Measurements.Question.likely($0) } ?? trouble
        guard let question else { return .good(reading) }
        guard answer == .isRight else { return .doubtful(question, reading) }
        reading.status = .unconfirmed
        return .good(reading)
    }

    private var trouble: Measurements.Question? {
        guard case .meter(let said) = content else { return nil }
        let spoiling = Measurements.FromMeter.Trouble.allCases.filter { $0.spoils && said.trouble.contains($0) }
        return spoiling.isEmpty ? nil : .trouble(spoiling)
    }

    /// Whose it is, and when it was.
    private func judged(
        _ said: Measurements.FromMeter, among others: [Measurements.FromMeter], _ reading: inout Reading,
        at now: Instant
    ) -> Measurements.Judged? {
        if let user = said.user, said.claim == .none {
            if let person = said.person, person != user { return .refused(.otherPerson, reading) }
            if said.person == nil, Set(others.compactMap(\.user)).count > 1 { return .doubtful(.person, reading) }
        }
        switch time(of: said, among: others, at: now) {
        case .taken(let moment): reading.taken = moment
        case .asked(let minutes, let clock): return .doubtful(.clock(minutes: minutes, clock), reading)
        case .refused(let why): return .refused(why, reading)
        }
        return nil
    }

    fileprivate func time(
        of said: Measurements.FromMeter, among others: [Measurements.FromMeter], at now: Instant
    ) -> Measurements.MeterSession.Time {
        // A phone that kept it without internet could not ask; the question is one of yes and no then.
        let justNow = said.justNow == .notAsked && answer == .isRight ? .yes : said.justNow
        return Measurements.MeterSession(others, received: min(at.instant, now), now: now).time(of: said, justNow)
    }

    /// A phone keeps readings for weeks; what is older, or from tomorrow, says that a clock is wrong.
    ///
    /// - Source: our own proposal; docs/clinical/plausibility.md
    static let oldest = Duration.days(400)
    private static let furthestAhead = Duration.hours(24)
}
