import Clinical
import Identity
import Storage

extension Oversight {
    /// As many looks are read at a time.
    static let looksAtATime = 5000

    /// Every look of workers at one patient of this organisation, the newest first: nobody hides behind a busy week.
    static func looks(
        in practice: ID<Practice>, since: Instant, atATime most: Int = looksAtATime, _ db: Transaction
    ) throws -> [Look] {
        var all: [Look] = []
        var part: [Look]
        repeat {
            part = try looks(
                in: practice, since: since, before: all.last?.at.instant ?? endOfTime,
                all.last?.id ?? ID(high: 0, low: 0), most: most, db)
            all += part
        } while part.count == most
        return all
    }

    private static let endOfTime = Instant(milliseconds: 1 << 52)

    private static func looks(
        in practice: ID<Practice>, since: Instant, before end: Instant, _ id: ID<Look>, most: Int, _ db: Transaction
    ) throws -> [Look] {
        try db.rows(
            """
            SELECT line.id, line.at, line.practice_id, line.actor_id, worker.given_name, worker.family_name, worker.role,
                   organisation.name, line.patient_id, patient.given_name, patient.family_name, line.deed
            FROM audit_line AS line
            JOIN identity_worker AS worker
              ON worker.practice_id = COALESCE(line.organisation_id, line.practice_id) AND worker.id = line.actor_id
            JOIN identity_practice AS organisation ON organisation.practice_id = worker.practice_id
            JOIN identity_patient AS patient
              ON patient.practice_id = line.practice_id AND patient.id = line.patient_id
            WHERE line.practice_id = \(practice) AND line.at >= \(since) AND line.actor = 'worker'
              AND line.action = 'looked' AND line.at <= \(end) AND (line.at < \(end) OR line.id < \(id))
            ORDER BY line.at DESC, line.id DESC
            LIMIT \(most)
            """
        ) { row in
            let (given, family) = (try row.text(4), try row.text(5))
            let (patientGiven, patientFamily) = (try row.text(9), try row.text(10))
            return Look(
                id: try row.id(0), at: .amsterdam(try row.instant(1)), practice: try row.id(2),
                worker: try row.id(3), workerName: "\(given) \(family)", workerFamily: family,
                workerOrganisation: try row.text(7), role: try row.word(6), patient: try row.id(8),
                patientName: "\(patientGiven) \(patientFamily)", patientFamily: patientFamily, deed: try row.text(11))
        }
    }

    /// Every record of this organisation that was opened in an emergency.
    static func emergencies(in practice: ID<Practice>, since: Instant, _ db: Transaction) throws -> [Matter] {
        let found = try db.rows(
            """
            SELECT emergency.id, emergency.opened_at, worker.given_name, worker.family_name, organisation.name,
                   patient.given_name, patient.family_name, emergency.patient_id, emergency.sealed
            FROM identity_emergency AS emergency
            JOIN identity_worker AS worker
              ON worker.practice_id = emergency.organisation_id AND worker.id = emergency.worker_id
            JOIN identity_practice AS organisation ON organisation.practice_id = emergency.organisation_id
            JOIN identity_patient AS patient
              ON patient.practice_id = emergency.practice_id AND patient.id = emergency.patient_id
            WHERE emergency.practice_id = \(practice) AND emergency.opened_at >= \(since)
            """
        ) { row in
            (
                id: try row.id(0, of: Look.self), patient: try row.id(7, of: Patient.self),
                who: "\(try row.text(2)) \(try row.text(3)), \(try row.text(4))",
                whose: "\(try row.text(5)) \(try row.text(6))", at: Moment.amsterdam(try row.instant(1)),
                sealed: try row.bytes(8)
            )
        }
        return try found.map {
            Matter(
                key: "emergency \($0.id)", reason: .emergency, who: $0.who, whose: $0.whose, at: $0.at,
                detail: try db.words(of: $0.patient, in: practice).text($0.sealed, .emergency($0.id)),
                practice: practice)
        }
    }

    /// People of this organisation who came to a closed door often.
    static func refused(in practice: ID<Practice>, since: Instant, _ db: Transaction) throws -> [Matter] {
        try db.rows(
            """
            SELECT line.actor_id, worker.given_name, worker.family_name, organisation.name, count(*), max(line.at)
            FROM audit_line AS line
            JOIN identity_worker AS worker ON worker.practice_id = line.practice_id AND worker.id = line.actor_id
            JOIN identity_practice AS organisation ON organisation.practice_id = line.practice_id
            WHERE line.practice_id = \(practice) AND line.at >= \(since) AND line.actor = 'worker'
              AND line.action = 'refused'
            GROUP BY line.actor_id, worker.given_name, worker.family_name, organisation.name
            """
        ) { row in
            (
                count: try row.int(4),
                matter: Matter(
                    key: "refused \(try row.id(0, of: Look.self)) \(Moment.amsterdam(try row.instant(5)).day)",
                    reason: .refused, who: "\(try row.text(1)) \(try row.text(2)), \(try row.text(3))", whose: "",
                    at: .amsterdam(try row.instant(5)), detail: "\(try row.int(4))", practice: practice)
            )
        }.filter { $0.count >= manyRefused }.map(\.matter)
    }

    /// What an administrator did to the accounts of the officers themselves.
    static func accounts(in practice: ID<Practice>, since: Instant, _ db: Transaction) throws -> [Matter] {
        try db.rows(
            """
            SELECT line.id, line.at, line.object, worker.given_name, worker.family_name, organisation.name
            FROM audit_line AS line
            JOIN identity_worker AS worker
              ON worker.practice_id = COALESCE(line.organisation_id, line.practice_id) AND worker.id = line.actor_id
            JOIN identity_practice AS organisation ON organisation.practice_id = worker.practice_id
            WHERE line.practice_id = \(practice) AND line.at >= \(since) AND line.actor = 'worker'
              AND line.action = 'changed' AND (line.object = 'officer account' OR line.object LIKE 'officer second factor%')
            """
        ) { row in
            Matter(
                key: "account \(try row.id(0, of: Look.self))", reason: .officer,
                who: "\(try row.text(3)) \(try row.text(4)), \(try row.text(5))", whose: "",
                at: .amsterdam(try row.instant(1)), detail: try row.text(2), practice: practice)
        }
    }

    /// The names of everybody who works at this organisation, in small letters.
    static func colleagues(in practice: ID<Practice>, _ db: Transaction) throws -> Set<String> {
        Set(
            try db.rows("SELECT given_name, family_name FROM identity_worker WHERE practice_id = \(practice)") {
                "\(try $0.text(0)) \(try $0.text(1))".lowercased()
            })
    }

    static func reviews(in practice: ID<Practice>, _ db: Transaction) throws -> [String: Review] {
        let found = try db.rows(
            """
            SELECT matter, verdict, note, signed_at
            FROM oversight_review
            WHERE practice_id = \(practice)
            """
        ) {
            (
                try $0.text(0),
                Review(verdict: try $0.word(1), note: try $0.text(2), at: .amsterdam(try $0.instant(3)))
            )
        }
        return Dictionary(found) { $1 }
    }

    static func sign(
        _ matter: String, _ verdict: Verdict, note: String, in practice: ID<Practice>, by worker: ID<Worker>,
        at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO oversight_review (practice_id, matter, verdict, note, signed_by, signed_at)
            VALUES (\(practice), \(matter), \(verdict), \(note), \(worker), \(now))
            ON CONFLICT (practice_id, matter) DO UPDATE SET
                verdict = excluded.verdict, note = excluded.note, signed_by = excluded.signed_by,
                signed_at = excluded.signed_at
            """
        )
    }

    /// How far the log of this organisation is signed, and since when.
    static func sealed(in practice: ID<Practice>, _ db: Transaction) throws -> Sealed {
        let head = try db.row(
            """
            SELECT sequence, sealed_at FROM audit_head WHERE practice_id = \(practice) ORDER BY sequence DESC LIMIT 1
            """
        ) { (lines: try $0.int(0), at: try $0.instant(1)) }
        return Sealed(lines: head?.lines ?? 0, at: (head?.at).map(Moment.amsterdam))
    }
}
