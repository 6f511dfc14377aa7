import Clinical
import Identity
import Storage

extension Rights {
    /// A request on the desk of the practice, with whose it is.
    struct OnDesk: Hashable, Sendable {
        let request: Request
        let name: String
        let bornOn: Day
    }

    /// What waits, what holds, what is to be carried out, and what was answered lately; the most pressing first.
    static func desk(in practice: ID<Practice>, since: Instant, _ db: Transaction) throws -> [OnDesk] {
        try db.rows(
            """
            SELECT request.id, request.patient_id, request.number, request.kind, request.sealed_words,
                   request.asked_at, request.due_on, request.sealed_longer_why, request.answer,
                   request.sealed_reason, request.answered_at, worker.given_name, worker.family_name,
                   request.withdrawn_at, request.ended_at, request.sealed_ended_why,
                   patient.given_name, patient.family_name, patient.born_on
            FROM rights_request AS request
            JOIN identity_patient AS patient
              ON patient.practice_id = request.practice_id AND patient.id = request.patient_id
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = request.practice_id AND worker.id = request.answered_by
            WHERE request.practice_id = \(practice)
              AND ((request.answer IS NULL AND request.withdrawn_at IS NULL) OR request.answered_at >= \(since)
                   OR (request.answer = 'granted' AND request.ended_at IS NULL AND request.kind <> 'correction'))
            ORDER BY request.due_on, request.number
            """
        ) { row in
            (kept: try KeptRequest(row), name: "\(try row.text(16)) \(try row.text(17))", bornOn: try row.day(18))
        }.map { OnDesk(request: try $0.kept.opened(in: practice, db), name: $0.name, bornOn: $0.bornOn) }
    }

    /// - Returns: whether it was open for an answer
    package static func answer(
        _ reply: Reply, to request: ID<RequestMark>, of patient: ID<Patient>, in practice: ID<Practice>,
        by worker: ID<Worker>, at now: Instant, _ db: Transaction
    ) throws -> Bool {
        let reason = try db.seal(reply.reason, at: .request(request, .reason), of: patient, in: practice)
        return try db.change(
            """
            UPDATE rights_request
            SET answer = \(reply.answer), sealed_reason = \(reason), answered_at = \(now), answered_by = \(worker)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(request) AND answer IS NULL AND withdrawn_at IS NULL
            """
        ) == 1
    }

    /// Two months more, once, and within the first.
    static func prolong(
        _ request: Request, until day: Day, because why: String, in practice: ID<Practice>, on today: Day,
        _ db: Transaction
    ) throws -> Int {
        let why = try db.seal(why, at: .request(request.id, .longerWhy), of: request.patient, in: practice)
        return try db.change(
            """
            UPDATE rights_request
            SET due_on = \(day), sealed_longer_why = \(why)
            WHERE practice_id = \(practice) AND id = \(request.id) AND answer IS NULL AND withdrawn_at IS NULL
              AND sealed_longer_why IS NULL AND due_on >= \(today)
            """
        )
    }

    static func erased(in practice: ID<Practice>, _ db: Transaction) throws -> [Erased] {
        try db.rows(
            """
            SELECT number, asked_at, carried_out_at, readings, messages, lines, accounts, key
            FROM rights_erasure
            WHERE practice_id = \(practice)
            ORDER BY number DESC
            LIMIT 50
            """
        ) {
            Erased(
                number: try $0.int(0), askedAt: try $0.instant(1), carriedOutAt: try $0.instant(2),
                readings: try $0.int(3), messages: try $0.int(4), lines: try $0.int(5), accounts: try $0.int(6),
                key: try $0.text(7))
        }
    }

    static func count(in practice: ID<Practice>, on today: Day, _ db: Transaction) throws -> Count {
        let waiting = try db.row(
            """
            SELECT count(*), count(CASE WHEN due_on < \(today) THEN 1 END)
            FROM rights_request
            WHERE practice_id = \(practice) AND answer IS NULL AND withdrawn_at IS NULL
            """
        ) { (open: try $0.int(0), overdue: try $0.int(1)) }
        let granted = try db.row(
            """
            SELECT count(CASE WHEN kind = 'restriction' THEN 1 END), count(CASE WHEN kind = 'erasure' THEN 1 END)
            FROM rights_request
            WHERE practice_id = \(practice) AND answer = 'granted' AND ended_at IS NULL
            """
        ) { (restricted: try $0.int(0), toErase: try $0.int(1)) }
        guard let waiting, let granted else { throw StorageFailure.unreadable(column: 0) }
        return Count(
            open: waiting.open, overdue: waiting.overdue, restricted: granted.restricted, toErase: granted.toErase)
    }
}
