import Clinical
import Identity
import Storage
import Web

extension Assistance {
    /// The organisations of the care group that help, and with what.
    static func places(near practice: ID<Practice>, _ db: Transaction) throws -> [Place] {
        guard let group = try Identity.practice(practice, db)?.careGroup else { return [] }
        return try Identity.organisations(of: group, db).compactMap { card in
            let helps = Help.allCases.filter { $0.isGiven(by: card.kind) }
            return helps.isEmpty ? nil : Place(id: card.id, name: card.name, helps: helps)
        }
    }

    /// Somebody asks for help. Nobody outside the practice sees it before the patient agreed.
    ///
    /// - Returns: whether it is new; the same form sent twice asks once
    /// - Throws: ``AskedAlready`` when the same is asked there and has not ended
    package static func ask(
        for wish: Wish, as id: TaskID, of patient: ID<Patient>, in practice: ID<Practice>, by worker: ByWorker?,
        at occasion: Occasion, _ db: Transaction
    ) throws -> Bool {
        try endOld(of: patient, in: practice, at: occasion.now, db)
        let added = try db.change(
            """
            INSERT INTO assistance_task (practice_id, id, patient_id, organisation_id, help, asked_at, last_step,
                                         last_at)
            VALUES (\(practice), \(id), \(patient), \(wish.organisation), \(wish.help), \(occasion.now), 'asked',
                    \(occasion.now))
            ON CONFLICT DO NOTHING
            """
        )
        guard added == 1 else {
            guard try task(id, of: patient, in: practice, db) != nil else { throw AskedAlready() }
            return false
        }
        let act = Act(.asked, as: occasion.newID())
        return try keep(act, of: id, patient, in: practice, by: worker, at: occasion.now, db)
    }

    /// Who did not answer in time, and what ran for too long, makes place for the same thing again.
    private static func endOld(
        of patient: ID<Patient>, in practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            UPDATE assistance_task
            SET ended_at = \(now)
            WHERE practice_id = \(practice) AND patient_id = \(patient) AND ended_at IS NULL
              AND (until_at <= \(now) OR (until_at IS NULL AND asked_at <= \(now - longest)))
            """
        )
    }

    /// The patient says yes, on a screen or in the consult: from now on the organisation sees the task.
    ///
    /// - Throws: ``CannotBeDone`` when there is nothing to agree to
    package static func agree(
        to task: Task, _ way: AgreedWay, as step: ID<StepMark>, in practice: ID<Practice>, by worker: ByWorker?,
        at now: Instant, _ db: Transaction
    ) throws {
        guard task.standing(at: now).after(.agreed) != nil else { throw CannotBeDone() }
        let changed = try db.change(
            """
            UPDATE assistance_task
            SET agreed_at = \(now), agreed_way = \(way), until_at = \(now + longest), last_step = 'agreed',
                last_at = \(now)
            WHERE practice_id = \(practice) AND id = \(task.id) AND agreed_at IS NULL AND ended_at IS NULL
            """
        )
        guard changed == 1 else { throw CannotBeDone() }
        _ = try keep(
            Act(.agreed, as: step), of: task.id, task.patient, in: practice, by: worker, at: now, db)
    }

    /// The next step of a task.
    ///
    /// - Returns: whether it is new; the same form sent twice is one step
    /// - Throws: ``CannotBeDone`` when a task that stands like this has no such step
    package static func take(
        _ act: Act, with task: Task, in practice: ID<Practice>, by worker: ByWorker?, at now: Instant, _ db: Transaction
    ) throws -> Bool {
        guard try !isKept(act.id, of: task.id, in: practice, db) else { return false }
        guard task.standing(at: now).after(act.step) != nil else { throw CannotBeDone() }
        let takenBy = act.step == .taken ? worker?.worker : nil
        let changed = try db.change(
            """
            UPDATE assistance_task
            SET last_step = \(act.step), last_at = \(now), taken_by = COALESCE(\(takenBy), taken_by),
                appointment_on = COALESCE(\(act.onDay), appointment_on), ended_at = \(act.step.ends ? now : nil)
            WHERE practice_id = \(practice) AND id = \(task.id) AND ended_at IS NULL
            """
        )
        guard changed == 1 else { throw CannotBeDone() }
        return try keep(act, of: task.id, task.patient, in: practice, by: worker, at: now, db)
    }

    private static func isKept(
        _ step: ID<StepMark>, of task: TaskID, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Bool {
        try db.row(
            "SELECT 1 FROM assistance_step WHERE practice_id = \(practice) AND task_id = \(task) AND id = \(step)"
        ) { try $0.int(0) } != nil
    }

    private static func keep(
        _ act: Act, of task: TaskID, _ patient: ID<Patient>, in practice: ID<Practice>, by worker: ByWorker?,
        at now: Instant, _ db: Transaction
    ) throws -> Bool {
        let note = try db.seal(act.note, at: .stepOfHelp(act.id), of: patient, in: practice)
        return try db.change(
            """
            INSERT INTO assistance_step (practice_id, task_id, id, patient_id, at, step, sealed_note, on_day,
                                         worker_id, organisation_id)
            VALUES (\(practice), \(task), \(act.id), \(patient), \(now), \(act.step), \(note), \(act.onDay),
                    \(worker?.worker), \(worker?.organisation))
            ON CONFLICT DO NOTHING
            """
        ) == 1
    }

    package static func task(
        _ id: TaskID, of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> Task? {
        try db.row(
            """
            SELECT task.id, task.patient_id, task.organisation_id, organisation.name, task.help, task.asked_at,
                   task.agreed_at, task.until_at, task.last_step, task.last_at, task.appointment_on, task.ended_at
            FROM assistance_task AS task
            JOIN identity_practice AS organisation ON organisation.practice_id = task.organisation_id
            WHERE task.practice_id = \(practice) AND task.id = \(id) AND task.patient_id = \(patient)
            """, taskRow)
    }

    /// Every task there ever was of this patient, the newest first.
    package static func tasks(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [Task] {
        try db.rows(
            """
            SELECT task.id, task.patient_id, task.organisation_id, organisation.name, task.help, task.asked_at,
                   task.agreed_at, task.until_at, task.last_step, task.last_at, task.appointment_on, task.ended_at
            FROM assistance_task AS task
            JOIN identity_practice AS organisation ON organisation.practice_id = task.organisation_id
            WHERE task.practice_id = \(practice) AND task.patient_id = \(patient)
            ORDER BY task.asked_at DESC
            LIMIT 60
            """, taskRow)
    }

    private static func taskRow(_ row: Row) throws -> Task {
        Task(
            id: try row.id(0), patient: try row.id(1), organisation: try row.id(2), organisationName: try row.text(3),
            help: try row.word(4), askedAt: try row.instant(5), agreedAt: try row.instantIfAny(6),
            until: try row.instantIfAny(7), lastStep: try row.word(8), lastAt: try row.instant(9),
            appointmentOn: try row.dayIfAny(10), endedAt: try row.instantIfAny(11))
    }

    /// What runs at an organisation now, of every practice, the first to end on top.
    static func lines(at organisation: ID<Practice>, at now: Instant, _ db: Transaction) throws -> [Line] {
        try db.rows(
            """
            SELECT task.id, task.practice_id, task.patient_id, patient.given_name, patient.family_name, patient.phone,
                   task.help, task.agreed_at, task.until_at, task.last_step, task.appointment_on, worker.given_name,
                   worker.family_name
            FROM assistance_task AS task
            JOIN identity_patient AS patient
              ON patient.practice_id = task.practice_id AND patient.id = task.patient_id
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = task.organisation_id AND worker.id = task.taken_by
            WHERE task.organisation_id = \(organisation) AND task.until_at > \(now) AND task.ended_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM rights_in_force AS held
                              WHERE held.practice_id = task.practice_id AND held.patient_id = task.patient_id
                                AND held.kind = 'restriction')
            ORDER BY task.until_at
            LIMIT 200
            """, lineRow)
    }

    /// One task that runs at an organisation now; nothing when it does not, or is another's.
    static func line(
        _ id: TaskID, at organisation: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws -> Line? {
        try db.row(
            """
            SELECT task.id, task.practice_id, task.patient_id, patient.given_name, patient.family_name, patient.phone,
                   task.help, task.agreed_at, task.until_at, task.last_step, task.appointment_on, worker.given_name,
                   worker.family_name
            FROM assistance_task AS task
            JOIN identity_patient AS patient
              ON patient.practice_id = task.practice_id AND patient.id = task.patient_id
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = task.organisation_id AND worker.id = task.taken_by
            WHERE task.organisation_id = \(organisation) AND task.until_at > \(now) AND task.ended_at IS NULL
              AND task.id = \(id)
              AND NOT EXISTS (SELECT 1 FROM rights_in_force AS held
                              WHERE held.practice_id = task.practice_id AND held.patient_id = task.patient_id
                                AND held.kind = 'restriction')
            """, lineRow)
    }

    private static func lineRow(_ row: Row) throws -> Line {
        let (given, family) = (try row.textIfAny(11), try row.textIfAny(12))
        return Line(
            id: try row.id(0), practice: try row.id(1), patient: try row.id(2), givenName: try row.text(3),
            familyName: try row.text(4), phone: try row.text(5), help: try row.word(6), agreedAt: try row.instant(7),
            until: try row.instant(8), lastStep: try row.word(9), appointmentOn: try row.dayIfAny(10),
            takenBy: given.flatMap { given in family.map { "\(given) \($0)" } })
    }

    /// What happened with the tasks of one patient, the newest first.
    static func steps(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [TaskID: [StepTaken]] {
        let words = try db.words(of: patient, in: practice)
        let all = try db.rows(
            """
            SELECT step.task_id, step.step, step.at, step.sealed_note, step.on_day, worker.given_name,
                   worker.family_name, organisation.name, step.id
            FROM assistance_step AS step
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = step.organisation_id AND worker.id = step.worker_id
            LEFT JOIN identity_practice AS organisation ON organisation.practice_id = step.organisation_id
            WHERE step.practice_id = \(practice) AND step.patient_id = \(patient)
            ORDER BY step.at DESC, step.id DESC
            """
        ) { row in
            let (given, family, house) = (try row.textIfAny(5), try row.textIfAny(6), try row.textIfAny(7))
            let name = given.flatMap { given in family.map { "\(given) \($0)" } }
            return (
                task: try row.id(0, of: TaskMark.self),
                step: StepTaken(
                    step: try row.word(1), at: try row.instant(2),
                    by: name.map { name in house.map { "\(name), \($0)" } ?? name },
                    note: try words.text(try row.bytes(3), .stepOfHelp(try row.id(8, of: StepMark.self))),
                    onDay: try row.dayIfAny(4))
            )
        }
        return Dictionary(grouping: all, by: \.task).mapValues { $0.map(\.step) }
    }
}
