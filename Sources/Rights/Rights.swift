import Clinical

/// What people may ask about their own data, what the practice answered, and how long things are kept at all.
///
/// Requests/ is the place of the patient; Desk/ is where the practice answers and the officer counts; Terms/ says how long
/// each kind of thing is kept. Nothing is forgotten or left out by this slice: it keeps what was asked and answered, and the
/// rest of the house looks at what is granted.
///
/// - Source: AVG articles 12, 15–18, 20 and 21; WGBO articles 7:454 and 7:455; docs/decisions/0024-rights.md
package enum Rights {
    package enum RequestMark {}

    /// What can be asked. A copy is not among them: everybody takes that by themselves.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Something that is kept is wrong (AVG 16).
        case correction
        /// Everything has to go (AVG 17, WGBO 7:455).
        case erasure
        /// Keep it, and use it for nothing but their own care (AVG 18).
        case restriction
        /// Leave them out of the numbers of the programme (AVG 21).
        case objection

        /// Whether it holds for as long as nobody ends it.
        package var lasts: Lasting { self == .restriction || self == .objection ? .untilEnded : .once }

        package enum Lasting: Hashable, Sendable { case once, untilEnded }
    }

    package enum Answer: String, Hashable, Sendable, CaseIterable { case granted, refused }

    /// What the practice says, and why.
    package struct Reply: Hashable, Sendable {
        package let answer: Answer
        package let reason: String

        package init(_ answer: Answer, because reason: String) {
            self.answer = answer
            self.reason = reason
        }
    }

    /// One request, from asking to its end.
    package struct Request: Hashable, Sendable {
        package let id: ID<RequestMark>
        package let patient: ID<Patient>
        /// As it is said on the phone: the practice counts from one.
        package let number: Int
        package let kind: Kind
        /// What the patient wrote.
        package let words: String
        package let askedAt: Instant
        package let dueOn: Day
        /// Why the answer takes longer than a month, when it does.
        package let longerWhy: String?
        package let reply: Reply?
        package let answeredAt: Instant?
        package let answeredBy: String?
        /// The patient took it back before there was an answer.
        package let withdrawnAt: Instant?
        /// What was granted holds no more.
        package let endedAt: Instant?
        package let endedWhy: String?
    }

    /// Where a request stands.
    package enum State: Hashable, Sendable {
        case waiting, withdrawn, refused
        /// What can only be done once is granted: put right, or about to be forgotten.
        case granted
        case inForce, ended
    }

    /// A request that was carried out and of which the patient is gone: a number and days, and nobody any more.
    package struct Erased: Hashable, Sendable {
        package let number: Int
        package let askedAt: Instant
        package let carriedOutAt: Instant
        package let readings: Int
        package let messages: Int
        package let lines: Int
        package let accounts: Int
        /// The key that was destroyed, and the SHA-256 of what stood there; empty when nothing was sealed.
        package let key: String

        package init(
            number: Int, askedAt: Instant, carriedOutAt: Instant, readings: Int, messages: Int, lines: Int,
            accounts: Int, key: String
        ) {
            self.number = number
            self.askedAt = askedAt
            self.carriedOutAt = carriedOutAt
            self.readings = readings
            self.messages = messages
            self.lines = lines
            self.accounts = accounts
            self.key = key
        }
    }

    /// How a practice stands: for the officer, who sees no patient.
    struct Count: Hashable, Sendable {
        let open: Int
        let overdue: Int
        let restricted: Int
        let toErase: Int
    }

    static let longestWords = 1000
    /// So many may wait at once, so that a form cannot be used to bury a practice.
    static let mostWaiting = 10

    /// The last day on which the answer is in time.
    ///
    /// - Source: AVG article 12(3): one month, and two more when it is complicated and the patient is told why within the
    ///   first; months as on the calendar (Regulation 1182/71, article 3)
    static func due(_ months: Int, after day: Day) -> Day {
        let month = day.month - 1 + months
        let (year, place) = (day.year + month / 12, month % 12 + 1)
        // A month that is too short ends on its own last day.
        return (1...day.day).reversed().lazy.compactMap { Day(year, place, $0) }.first ?? day
    }

    static let months = 1
    static let monthsWhenLonger = 3
}

extension Rights.Request {
    package var state: Rights.State {
        if withdrawnAt != nil { return .withdrawn }
        guard let reply else { return .waiting }
        guard reply.answer == .granted else { return .refused }
        guard kind.lasts == .untilEnded else { return .granted }
        return endedAt == nil ? .inForce : .ended
    }

    func isLate(on today: Day) -> Bool { state == .waiting && dueOn < today }
}
