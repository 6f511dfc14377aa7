import Clinical
import Identity
import Storage
import Web

extension Exchange {
    /// - Throws: ``NotFound`` when this practice has no such patient
    static func copy(
        of patient: ID<Patient>, in practice: ID<Practice>, _ safe: Safe?, at now: Instant, _ db: Transaction
    ) throws -> Copy {
        guard let person = try person(patient, in: practice, db), let house = try house(practice, db) else {
            throw NotFound()
        }
        return Copy(
            patient: person, practice: house, readings: try readings(of: patient, in: practice, db),
            messages: try messages(of: patient, in: practice, db), goals: try goals(of: patient, in: practice, db),
            changes: try changes(of: patient, in: practice, db), tasks: try tasks(of: patient, in: practice, db),
            letters: try letters(of: patient, in: practice, db),
            summaries: try summaries(of: patient, in: practice, db),
            care: try care(of: patient, in: practice, safe, db),
            madeAt: .amsterdam(now))
    }

    static func person(_ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws -> Person? {
        try db.row(
            """
            SELECT given_name, family_name, born_on, sex, phone, programmes, spoken_language, reading, registered_at
            FROM identity_patient
            WHERE practice_id = \(practice) AND id = \(patient)
            """
        ) {
            Person(
                id: patient, givenName: try $0.text(0), familyName: try $0.text(1), bornOn: try $0.day(2),
                sex: try $0.word(3), phone: try $0.text(4), programmes: try $0.text(5),
                spokenLanguage: try $0.text(6), reading: try $0.word(7), registeredAt: try $0.instant(8))
        }
    }

    static func house(_ practice: ID<Practice>, _ db: Transaction) throws -> House? {
        try db.row("SELECT name, phone FROM identity_practice WHERE practice_id = \(practice)") {
            House(id: practice, name: try $0.text(0), phone: try $0.text(1))
        }
    }

    /// All of them, also what was a mistake: a copy keeps nothing back.
    static func readings(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedReading] {
        try db.rows(
            """
            SELECT id, kind, taken_at, offset_minutes, first_value, second_value, third_value, detail, setting, source,
                   status, device, answer, complaints
            FROM measurements_reading
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY kind, taken_at
            """
        ) { row in
            CopiedReading(
                id: try row.id(0), kind: try row.text(1),
                taken: Moment(try row.instant(2), offsetMinutes: try row.int(3)), first: try row.int(4),
                second: try row.intIfAny(5), third: try row.intIfAny(6), detail: try row.textIfAny(7),
                setting: try row.word(8), source: try row.word(9), status: try row.word(10),
                device: try row.textIfAny(11), answer: try row.textIfAny(12), complaints: try row.textIfAny(13))
        }
    }

    private static func messages(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedMessage] {
        let words = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT message.id, message.sent_at, message.sender, message.sealed, worker.given_name, worker.family_name
            FROM portal_message AS message
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = message.practice_id AND worker.id = message.sender_id
            WHERE message.practice_id = \(practice) AND message.patient_id = \(patient)
            ORDER BY message.sent_at
            """
        ) { row in
            let (given, family) = (try row.textIfAny(4), try row.textIfAny(5))
            return CopiedMessage(
                id: try row.id(0), sentAt: .amsterdam(try row.instant(1)), sender: try row.word(2),
                writer: given.flatMap { given in family.map { "\(given) \($0)" } },
                body: try words.text(try row.bytes(3), .message(try row.id(0, of: Copy.self))))
        }
    }

    private static func letters(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLetter] {
        let words = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT message.id, message.sent_at, message.sender, message.sealed, worker.given_name, worker.family_name,
                   pharmacy.name
            FROM pharmacy_message AS message
            JOIN identity_practice AS pharmacy ON pharmacy.practice_id = message.pharmacy_id
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = message.pharmacy_id AND worker.id = message.sender_id
            WHERE message.practice_id = \(practice) AND message.patient_id = \(patient)
            ORDER BY message.sent_at
            """
        ) { row in
            let (given, family) = (try row.textIfAny(4), try row.textIfAny(5))
            return CopiedLetter(
                message: CopiedMessage(
                    id: try row.id(0), sentAt: .amsterdam(try row.instant(1)), sender: try row.word(2),
                    writer: given.flatMap { given in family.map { "\(given) \($0)" } },
                    body: try words.text(try row.bytes(3), .pharmacyMessage(try row.id(0, of: Copy.self)))),
                pharmacy: try row.text(6))
        }
    }

    private static func tasks(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedTask] {
        let words = try db.words(of: patient, in: practice)
        let rows = try db.rows(
            """
            SELECT task.id, organisation.name, task.help, task.asked_at, step.step, step.at, step.sealed_note,
                   step.on_day, step.id, worker.given_name, worker.family_name
            FROM assistance_task AS task
            JOIN identity_practice AS organisation ON organisation.practice_id = task.organisation_id
            JOIN assistance_step AS step ON step.practice_id = task.practice_id AND step.task_id = task.id
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = step.organisation_id AND worker.id = step.worker_id
            WHERE task.practice_id = \(practice) AND task.patient_id = \(patient)
            ORDER BY task.asked_at, task.id, step.at, step.id
            """
        ) { row in
            CopiedTask(
                id: try row.id(0), organisation: try row.text(1), help: try row.text(2),
                askedAt: .amsterdam(try row.instant(3)),
                steps: [
                    .init(
                        name: try row.text(4), at: .amsterdam(try row.instant(5)),
                        note: try words.text(try row.bytes(6), .stepOfHelp(try row.id(8, of: Copy.self))),
                        onDay: try row.dayIfAny(7),
                        by: try [9, 10].compactMap { try row.textIfAny($0) }.joined(separator: " "))
                ])
        }
        return rows.reduce(into: []) { tasks, next in
            if tasks.last?.id == next.id {
                tasks[tasks.count - 1].steps += next.steps
            } else {
                tasks.append(next)
            }
        }
    }

    private static func goals(of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction) throws
        -> [CopiedGoal]
    {
        let words = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT id, set_on, reached_on, sealed
            FROM portal_goal
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY set_on
            """
        ) {
            CopiedGoal(
                id: try $0.id(0), setOn: try $0.day(1), reachedOn: try $0.dayIfAny(2),
                text: try words.text(try $0.bytes(3), .goal(try $0.id(0, of: Copy.self))))
        }
    }

    private static func changes(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedChange] {
        let words = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT id, changed_on, sealed_what, sealed_why
            FROM portal_medication_change
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY changed_on
            """
        ) {
            let id = try $0.id(0, of: Copy.self)
            return CopiedChange(
                id: try $0.id(0), changedOn: try $0.day(1),
                what: try words.text(try $0.bytes(2), .change(id, .what)),
                why: try words.text(try $0.bytes(3), .change(id, .why)))
        }
    }
}
