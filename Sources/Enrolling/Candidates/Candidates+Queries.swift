import Clinical
import Identity
import Storage

extension Enrolling {
    /// Puts somebody on the list who does not stand there.
    ///
    /// - Returns: 1, or 0 when they are known
    package static func list(
        _ candidate: Candidate, as key: [UInt8], in practice: ID<Practice>, _ db: Transaction
    ) throws -> Int {
        try db.change(
            """
            INSERT INTO enrolling_candidate (practice_id, patient_id, list_id, person_key, given_name, family_name,
                born_on, sex, phone, grounds, cautions, box, listed_at, state, state_at)
            VALUES (\(practice), \(candidate.id), \(candidate.list), \(key), \(candidate.givenName),
                \(candidate.familyName), \(candidate.bornOn), \(candidate.sex), \(candidate.phone),
                \(words(candidate.grounds)), \(words(candidate.cautions)), \(candidate.box), \(candidate.stateAt),
                \(candidate.state), \(candidate.stateAt))
            ON CONFLICT DO NOTHING
            """
        )
    }

    /// What a newer list says of somebody whom nobody asked yet.
    static func renew(
        _ candidate: Candidate, as key: [UInt8], in practice: ID<Practice>, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE enrolling_candidate
            SET phone = \(candidate.phone), grounds = \(words(candidate.grounds)),
                cautions = \(words(candidate.cautions)), box = \(candidate.box)
            WHERE practice_id = \(practice) AND person_key = \(key) AND state = 'listed'
            """
        )
    }

    /// Who somebody is, put right; by which line of a list they are known stays as it was.
    package static func correct(
        _ patient: ID<Patient>, in practice: ID<Practice>, _ correction: Identity.Correction, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE enrolling_candidate
            SET given_name = \(correction.givenName), family_name = \(correction.familyName),
                born_on = \(correction.bornOn), sex = \(correction.sex), phone = \(correction.phone)
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            """
        )
    }

    package static func candidate(
        _ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Candidate? {
        try db.row(
            """
            SELECT patient_id, given_name, family_name, born_on, sex, phone, grounds, cautions, box, state, state_at,
                   list_id, listed_at
            FROM enrolling_candidate
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            """, candidate)
    }

    /// The first of those who are so far, the latest change first.
    static func candidates(
        _ state: State, in practice: ID<Practice>, most: Int, _ db: Transaction
    ) throws -> [Candidate] {
        try db.rows(
            """
            SELECT patient_id, given_name, family_name, born_on, sex, phone, grounds, cautions, box, state, state_at,
                   list_id, listed_at
            FROM enrolling_candidate
            WHERE practice_id = \(practice) AND state = \(state)
            ORDER BY state_at DESC, patient_id
            LIMIT \(most)
            """, candidate)
    }

    package static func counts(in practice: ID<Practice>, _ db: Transaction) throws -> [State: Int] {
        let found = try db.rows(
            """
            SELECT state, count(*)
            FROM enrolling_candidate
            WHERE practice_id = \(practice)
            GROUP BY state
            """
        ) { (try $0.word(0, of: State.self), try $0.int(1)) }
        return Dictionary(uniqueKeysWithValues: found)
    }

    /// Moves somebody on, when they still are where the page saw them.
    ///
    /// - Returns: 1, or 0 when somebody else moved them
    static func move(
        _ patient: ID<Patient>, from before: State, to state: State, in practice: ID<Practice>, at now: Instant,
        _ db: Transaction
    ) throws -> Int {
        try db.change(
            """
            UPDATE enrolling_candidate
            SET state = \(state), state_at = \(now)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND state = \(before)
            """
        )
    }

    private static func words<Word: RawRepresentable<String>>(_ words: [Word]) -> String {
        words.map(\.rawValue).joined(separator: " ")
    }

    private static func candidate(_ row: Row) throws -> Candidate {
        Candidate(
            id: try row.id(0), givenName: try row.text(1), familyName: try row.text(2), bornOn: try row.day(3),
            sex: try row.word(4), phone: try row.text(5),
            grounds: try row.text(6).split(separator: " ").compactMap { EligibilityGround(rawValue: String($0)) },
            cautions: try row.text(7).split(separator: " ").compactMap { EligibilityCaution(rawValue: String($0)) },
            box: try row.word(8), state: try row.word(9), stateAt: try row.instant(10), listedAt: try row.instant(12),
            list: try row.idIfAny(11))
    }
}
