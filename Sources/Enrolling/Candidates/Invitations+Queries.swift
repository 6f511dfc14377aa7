import Clinical
import Storage

extension Enrolling {
    package static func invite(
        _ patient: ID<Patient>, by channel: Channel, as id: ID<InvitationMark>, in practice: ID<Practice>,
        _ worker: ID<Worker>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO enrolling_invitation (practice_id, patient_id, invited_at, id, channel, invited_by)
            VALUES (\(practice), \(patient), \(now), \(id), \(channel), \(worker))
            """
        )
    }

    /// How often somebody was asked, the latest first.
    package static func invitations(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [Invitation] {
        try db.rows(
            """
            SELECT invitation.id, invitation.channel, invitation.invited_at, worker.given_name, worker.family_name,
                   invitation.answer, invitation.answered_at
            FROM enrolling_invitation AS invitation
            JOIN identity_worker AS worker
              ON worker.practice_id = invitation.practice_id AND worker.id = invitation.invited_by
            WHERE invitation.practice_id = \(practice) AND invitation.patient_id = \(patient)
              AND invitation.withdrawn_at IS NULL
            ORDER BY invitation.invited_at DESC, invitation.id DESC
            """
        ) { row in
            let answer = try row.textIfAny(5)
            return Invitation(
                id: try row.id(0), channel: try row.word(1), at: try row.instant(2),
                by: "\(try row.text(3)) \(try row.text(4))", answer: answer.flatMap(Answer.init),
                answeredAt: try row.instantIfAny(6))
        }
    }

    /// What somebody said to an invitation; another answer takes the place of the one before.
    package static func note(
        _ answer: Answer, to invitation: ID<InvitationMark>, of patient: ID<Patient>, in practice: ID<Practice>,
        by worker: ID<Worker>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE enrolling_invitation
            SET answer = \(answer), answered_at = \(now), answered_by = \(worker)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(invitation)
            """
        )
    }

    static func takeBackAnswer(
        to invitation: ID<InvitationMark>, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE enrolling_invitation
            SET answer = NULL, answered_at = NULL, answered_by = NULL
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(invitation)
            """
        )
    }

    /// It was written down by mistake; the row stays, and counts no more.
    static func takeBack(
        _ invitation: ID<InvitationMark>, of patient: ID<Patient>, in practice: ID<Practice>, by worker: ID<Worker>,
        at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE enrolling_invitation
            SET withdrawn_at = \(now), withdrawn_by = \(worker)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND id = \(invitation)
              AND withdrawn_at IS NULL
            """
        )
    }

    /// How many were asked by each way, and how many of them said yes.
    static func asked(in practice: ID<Practice>, _ db: Transaction) throws -> [(Channel, invited: Int, yes: Int)] {
        try db.rows(
            """
            SELECT channel, count(*), sum(CASE WHEN answer = 'yes' THEN 1 ELSE 0 END)
            FROM enrolling_invitation
            WHERE practice_id = \(practice) AND withdrawn_at IS NULL
            GROUP BY channel
            ORDER BY channel
            """
        ) { (try $0.word(0), try $0.int(1), try $0.int(2)) }
    }
}
