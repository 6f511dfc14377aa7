import Clinical
import Identity
import Storage

/// A request as it stands in the database: what was written in it is sealed with the key of the patient.
struct KeptRequest {
    private let id: ID<Rights.RequestMark>
    private let patient: ID<Patient>
    private let number: Int
    private let kind: Rights.Kind
    private let words: [UInt8]
    private let askedAt: Instant
    private let dueOn: Day
    private let longerWhy: [UInt8]?
    private let answer: Rights.Answer?
    private let reason: [UInt8]?
    private let answeredAt: Instant?
    private let answeredBy: String?
    private let withdrawnAt: Instant?
    private let endedAt: Instant?
    private let endedWhy: [UInt8]?

    /// - Shape: the columns of a request with the name of who answered, sixteen of them
    init(_ row: Row) throws {
        let names = try [11, 12].compactMap { try row.textIfAny($0) }
        id = try row.id(0)
        patient = try row.id(1)
        number = try row.int(2)
        kind = try row.word(3)
        words = try row.bytes(4)
        askedAt = try row.instant(5)
        dueOn = try row.day(6)
        longerWhy = try row.bytesIfAny(7)
        answer = try row.wordIfAny(8)
        reason = try row.bytesIfAny(9)
        answeredAt = try row.instantIfAny(10)
        answeredBy = names.isEmpty ? nil : names.joined(separator: " ")
        withdrawnAt = try row.instantIfAny(13)
        endedAt = try row.instantIfAny(14)
        endedWhy = try row.bytesIfAny(15)
    }

    func opened(in practice: ID<Practice>, _ db: Transaction) throws -> Rights.Request {
        let key = try db.words(of: patient, in: practice)
        let reason = try reason.map { try key.text($0, .request(id, .reason)) }
        return Rights.Request(
            id: id, patient: patient, number: number, kind: kind, words: try key.text(words, .request(id, .words)),
            askedAt: askedAt, dueOn: dueOn,
            longerWhy: try longerWhy.map { try key.text($0, .request(id, .longerWhy)) },
            reply: answer.flatMap { answer in reason.map { Rights.Reply(answer, because: $0) } },
            answeredAt: answeredAt, answeredBy: answeredBy, withdrawnAt: withdrawnAt, endedAt: endedAt,
            endedWhy: try endedWhy.map { try key.text($0, .request(id, .endedWhy)) })
    }
}
