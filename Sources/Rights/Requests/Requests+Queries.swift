import Clinical
import Identity
import Storage

extension Rights {
    /// What somebody asks, as it comes from the form.
    package struct Asking: Hashable, Sendable {
        package let id: ID<RequestMark>
        package let kind: Kind
        package let words: String

        package init(_ kind: Kind, _ words: String, as id: ID<RequestMark>) {
            self.id = id
            self.kind = kind
            self.words = words
        }
    }

    /// Keeps a request under the next number of the practice. A form that is sent twice asks once.
    ///
    /// - Returns: whether it is new
    package static func ask(
        _ asking: Asking, of patient: ID<Patient>, in practice: ID<Practice>, at occasion: Occasion,
        _ db: Transaction
    ) throws -> Bool {
        let words = try db.seal(asking.words, at: .request(asking.id, .words), of: patient, in: practice)
        // Two that ask at the same moment draw the same number on a server, and one of them draws again.
        for _ in 0..<5 {
            let added = try db.change(
                """
                INSERT INTO rights_request (practice_id, patient_id, id, number, kind, sealed_words, asked_at, due_on)
                SELECT \(practice), \(patient), \(asking.id), 1 + COALESCE(max(taken.number), 0), \(asking.kind),
                       \(words), \(occasion.now), \(due(months, after: occasion.today))
                FROM (SELECT number FROM rights_request WHERE practice_id = \(practice)
                      UNION SELECT number FROM rights_erasure WHERE practice_id = \(practice)) AS taken
                WHERE 1 = 1
                ON CONFLICT DO NOTHING
                """
            )
            if added == 1 { return true }
            if try request(asking.id, in: practice, db) != nil { return false }
        }
        throw StorageFailure.unreadable(column: 3)
    }

    /// Everything this patient asked, the latest first.
    package static func requests(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [Request] {
        try db.rows(
            """
            SELECT request.id, request.patient_id, request.number, request.kind, request.sealed_words,
                   request.asked_at, request.due_on, request.sealed_longer_why, request.answer,
                   request.sealed_reason, request.answered_at, worker.given_name, worker.family_name,
                   request.withdrawn_at, request.ended_at, request.sealed_ended_why
            FROM rights_request AS request
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = request.practice_id AND worker.id = request.answered_by
            WHERE request.practice_id = \(practice) AND request.patient_id = \(patient)
            ORDER BY request.number DESC
            """, KeptRequest.init
        ).map { try $0.opened(in: practice, db) }
    }

    package static func request(
        _ id: ID<RequestMark>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Request? {
        try db.row(
            """
            SELECT request.id, request.patient_id, request.number, request.kind, request.sealed_words,
                   request.asked_at, request.due_on, request.sealed_longer_why, request.answer,
                   request.sealed_reason, request.answered_at, worker.given_name, worker.family_name,
                   request.withdrawn_at, request.ended_at, request.sealed_ended_why
            FROM rights_request AS request
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = request.practice_id AND worker.id = request.answered_by
            WHERE request.practice_id = \(practice) AND request.id = \(id)
            """, KeptRequest.init
        )?.opened(in: practice, db)
    }

    /// The patient takes back what was not answered yet.
    ///
    /// - Returns: how many: 0 when it is not theirs, or does not wait any more
    static func withdraw(
        _ id: ID<RequestMark>, of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant,
        _ db: Transaction
    ) throws -> Int {
        try db.change(
            """
            UPDATE rights_request
            SET withdrawn_at = \(now)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(id)
              AND answer IS NULL AND withdrawn_at IS NULL
            """
        )
    }

    /// What was granted holds no more.
    ///
    /// - Returns: how many: 0 when there is nothing that holds
    static func end<Person>(
        _ request: Request, in practice: ID<Practice>, because why: String, by person: ID<Person>, at now: Instant,
        _ db: Transaction
    ) throws -> Int {
        let why = try db.seal(why, at: .request(request.id, .endedWhy), of: request.patient, in: practice)
        return try db.change(
            """
            UPDATE rights_request
            SET ended_at = \(now), ended_by = \(person), sealed_ended_why = \(why)
            WHERE practice_id = \(practice) AND id = \(request.id) AND kind IN ('restriction', 'objection')
              AND answer = 'granted' AND ended_at IS NULL
            """
        )
    }

    /// The requests of a patient who is forgotten are gone; what is left of the one that asked for it has no patient.
    ///
    /// - Returns: the number of the request that asked for it, and since when
    package static func forget(
        _ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> (number: Int, askedAt: Instant)? {
        let asked = try db.row(
            """
            SELECT number, asked_at
            FROM rights_request
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND kind = 'erasure' AND answer = 'granted'
            ORDER BY number
            LIMIT 1
            """
        ) { (number: try $0.int(0), askedAt: try $0.instant(1)) }
        try db.run("DELETE FROM rights_request WHERE practice_id = \(practice) AND patient_id = \(patient)")
        return asked
    }

    /// The practice can show that it did what was asked, without knowing any more who asked.
    package static func keep(
        _ erased: Erased, by worker: ID<Worker>?, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO rights_erasure (practice_id, number, asked_at, carried_out_at, carried_out_by, readings,
                                        messages, lines, accounts, key)
            VALUES (\(practice), \(erased.number), \(erased.askedAt), \(erased.carriedOutAt), \(worker),
                    \(erased.readings), \(erased.messages), \(erased.lines), \(erased.accounts), \(erased.key))
            """
        )
    }
}
