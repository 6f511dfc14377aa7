import Clinical
import Credentials
import Web

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
        var reading: Reading?
        /// Which user of the meter it is of.
        var person: Int?
        /// What the person is told about a reading that was kept, and where.
        var answer: String?
        var done: String?

        func json(in language: Language) -> JSONValue {
            var members: [String: JSONValue] = ["id": .text(id), "outcome": .text(outcome.rawValue)]
            if let why { members["why"] = .text(why) }
            if !says.isEmpty { members["says"] = .list(says.map { .text($0[language]) }) }
            if let reading {
                members["shown"] = .text(SentWords.shown(reading.measured)[language])
                // What has no time that anybody believes is shown without one.
                if !["no-time", "clock", "clock-wrong"].contains(why) {
                    members["when"] = .text(SentWords.when(reading.taken, language))
                }
            }
            if let person { members["person"] = .number(person) }
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
        case .refused(let why, let reading):
            self = .refused(why, id)
            self.reading = reading
        case .doubtful(let question, let reading):
            self.init(id: id, outcome: .doubtful, why: question.why, says: question.toPatient, reading: reading)
        case .here(let reading, let number, let isNew, let answer):
            self.init(id: id, outcome: isNew ? .kept : .known, reading: reading)
            tell(answer, about: reading, number)
        // The story says of every good reading what came of it.
        case .good, .twin: self = .refused(.unreadable, id)
        }
        guard case .meter(let said) = sent.content else { return }
        person = said.user
        if outcome == .kept, said.trouble.contains(.irregularPulse) { says += SentWords.irregular }
    }

    static func refused(_ why: SentRefusal, _ id: String) -> Self {
        Self(id: id, outcome: .refused, why: why.rawValue, says: why.toPatient)
    }

    /// What can be typed has a page that answers it.
    private mutating func tell(_ answer: String, about reading: Reading, _ number: Measurements.ReadingID) {
        guard [.bloodPressure, .weight, .steps, .glucose].contains(reading.measured.kind) else { return }
        self.answer = answer
        let page = "/measure/done/\(number)"
        done =
            reading.measured.kind == .bloodPressure && MeasuringRoutes.asksForComplaints(answer)
            ? "\(page)/complaints" : page
    }
}
