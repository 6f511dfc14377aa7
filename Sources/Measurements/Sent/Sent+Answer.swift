import Clinical
import Credentials

extension Measurements {
    /// What the phone hears of one reading that it sent.
    ///
    /// - Shape: `{"id":…,"outcome":"kept","answer":"thank-you","done":"/measure/done/…","shown":"128 over 82"}`
    struct SentAnswer: Hashable, Sendable {
        enum Outcome: String { case kept, known, doubtful, refused }

        let id: String
        let outcome: Outcome
        /// A short name for programs, and the sentences for people.
        var why: String?
        var says: [Sentence] = []
        var shown: Sentence?
        /// What the person is told about a reading that was kept, and where.
        var answer: String?
        var done: String?

        func json(in language: Language) -> JSONValue {
            var members: [String: JSONValue] = ["id": .text(id), "outcome": .text(outcome.rawValue)]
            if let why { members["why"] = .text(why) }
            if !says.isEmpty { members["says"] = .list(says.map { .text($0[language]) }) }
            if let shown { members["shown"] = .text(shown[language]) }
            if let answer { members["answer"] = .text(answer) }
            if let done { members["done"] = .text(done) }
            return .object(members)
        }
    }
}

extension Measurements.SentAnswer {
    init(_ sent: Measurements.Sent, _ judged: Measurements.Judged) {
        let id = sent.id.description
        switch judged {
        case .refused(let why): self = .refused(why, id)
        case .doubtful(let doubt, let reading):
            self.init(
                id: id, outcome: .doubtful, why: doubt.why, says: doubt.question,
                shown: SentWords.shown(reading.measured))
        case .here(let reading, let number, let isNew, let answer):
            self.init(id: id, outcome: isNew ? .kept : .known, shown: SentWords.shown(reading.measured))
            tell(answer, about: reading, number)
        // The story says of every good reading what came of it.
        case .good: self = .refused(.unreadable, id)
        }
    }

    static func refused(_ why: SentRefusal, _ id: String) -> Self {
        Self(id: id, outcome: .refused, why: why.rawValue, says: why.toPatient)
    }

    /// Only a pressure has a page that answers it.
    private mutating func tell(_ answer: String, about reading: Reading, _ number: Measurements.ReadingID) {
        guard reading.measured.kind == .bloodPressure else { return }
        self.answer = answer
        let page = "/measure/done/\(number)"
        done = MeasuringRoutes.asksForComplaints(answer) ? "\(page)/complaints" : page
    }
}
