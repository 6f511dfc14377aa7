import Clinical
import Identity
import Storage

extension Portal {
    /// - Parameter id: the number of the form it was written in; a new one when it cannot be sent twice
    /// - Returns: whether it is new; a message that was sent before is kept once
    @discardableResult
    package static func send(
        _ body: String, as id: ID<MessageMark>? = nil, from sender: Sender, _ senderID: ID<Worker>,
        about patient: ID<Patient>, in practice: ID<Practice>, at occasion: Occasion, _ db: Transaction
    ) throws -> Bool {
        let id = id ?? occasion.newID()
        let sealed = try db.seal(body, at: .message(id), of: patient, in: practice)
        let added = try db.change(
            """
            INSERT INTO portal_message (practice_id, patient_id, sent_at, id, sender, sender_id, sealed)
            VALUES (\(practice), \(patient), \(occasion.now), \(id), \(sender), \(senderID), \(sealed))
            ON CONFLICT DO NOTHING
            """
        )
        return added == 1
    }

    /// The conversation, the latest last.
    package static func messages(
        of patient: ID<Patient>, in practice: ID<Practice>, most: Int = 100, _ db: Transaction
    ) throws -> [Message] {
        let words = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT message.id, message.sender, worker.given_name, worker.family_name, patient.given_name,
                   patient.family_name, message.sealed, message.sent_at, message.read_at, proxy.given_name,
                   proxy.family_name
            FROM portal_message AS message
            JOIN identity_patient AS patient
              ON patient.practice_id = message.practice_id AND patient.id = message.patient_id
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = message.practice_id AND worker.id = message.sender_id
             AND message.sender = 'worker'
            LEFT JOIN identity_proxy AS proxy
              ON proxy.practice_id = message.practice_id AND proxy.id = message.sender_id
             AND message.sender = 'patient'
            WHERE message.practice_id = \(practice) AND message.patient_id = \(patient)
            ORDER BY message.sent_at DESC
            LIMIT \(most)
            """
        ) { row in
            let sender: Sender = try row.word(1)
            let name =
                sender == .worker
                ? "\(try row.text(2)) \(try row.text(3))" : "\(try row.text(4)) \(try row.text(5))"
            let helper = try row.textIfAny(9).map { "\($0) \(try row.text(10))" }
            let id: ID<MessageMark> = try row.id(0)
            return Message(
                id: id, sender: sender, senderName: name, helper: helper,
                body: try words.text(try row.bytes(6), .message(id)), sentAt: try row.instant(7),
                readAt: try row.instantIfAny(8))
        }.reversed()
    }

    /// How many messages of the other side nobody of this side has read.
    package static func unread(
        from sender: Sender, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Int {
        let count = try db.row(
            """
            SELECT count(*)
            FROM portal_message
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND sender = \(sender) AND read_at IS NULL
            """
        ) { try $0.int(0) }
        guard let count else { throw StorageFailure.unreadable(column: 0) }
        return count
    }

    /// Everything that the other side wrote is read now.
    ///
    /// - Parameter until: the moment of the last message that was shown; what came later is not read yet
    package static func markRead(
        from sender: Sender, until: Instant? = nil, of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant,
        _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE portal_message
            SET read_at = \(now)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND sender = \(sender) AND read_at IS NULL
              AND sent_at <= \(until ?? now)
            """
        )
    }
}
