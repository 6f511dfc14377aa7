import Clinical
import Identity
import Storage

extension Exchange {
    /// What has to do with others than the practice: a pharmacy, the social domain, the record; and photos of a booklet.
    static func others(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedPart: [CopiedLine]] {
        [
            .consents: try pharmacies(of: patient, in: practice, db),
            .requests: try help(of: patient, in: practice, db),
            .weeks: try quarters(of: patient, in: practice, db),
            .sent: try photos(of: patient, in: practice, db),
        ]
    }

    private static func pharmacies(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        try db.rows(
            """
            SELECT registration.asked_at, pharmacy.name, registration.confirmed_at, registration.readings_since,
                   registration.ended_at
            FROM pharmacy_registration AS registration
            JOIN identity_practice AS pharmacy ON pharmacy.practice_id = registration.pharmacy_id
            WHERE registration.practice_id = \(practice) AND registration.patient_id = \(patient)
            ORDER BY registration.asked_at
            """
        ) {
            var words = ["Apotheek: \(try $0.text(1))"]
            if let confirmed = try $0.instantIfAny(2) { words.append("ja sinds \(CopyWords.stamp(confirmed))") }
            if let shown = try $0.instantIfAny(3) { words.append("ziet bloeddruk sinds \(CopyWords.stamp(shown))") }
            if let ended = try $0.instantIfAny(4) { words.append("gestopt op \(CopyWords.stamp(ended))") }
            return CopiedLine(when: CopyWords.stamp(try $0.instant(0)), what: words.joined(separator: ", "))
        }
    }

    private static func help(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        try db.rows(
            """
            SELECT step.at, task.help, organisation.name, step.step, step.on_day, step.note, worker.given_name,
                   worker.family_name
            FROM assistance_step AS step
            JOIN assistance_task AS task ON task.practice_id = step.practice_id AND task.id = step.task_id
            JOIN identity_practice AS organisation ON organisation.practice_id = task.organisation_id
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = step.organisation_id AND worker.id = step.worker_id
            WHERE step.practice_id = \(practice) AND step.patient_id = \(patient)
            ORDER BY step.at, step.id
            """
        ) {
            let words = [
                "Hulp: \(CopyWords.help(try $0.text(1)))", try $0.text(2), CopyWords.taskStep(try $0.text(3)),
                try $0.dayIfAny(4).map(CopyWords.date) ?? "", try $0.text(5),
            ]
            return CopiedLine(
                when: CopyWords.stamp(try $0.instant(0)), what: words.filter { !$0.isEmpty }.joined(separator: ", "),
                by: [try $0.textIfAny(6), try $0.textIfAny(7)].compactMap { $0 }.joined(separator: " "))
        }
    }

    /// What went to the record of the practice, or will: the numbers stand in the readings and in the file for another app.
    private static func quarters(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        try db.rows(
            """
            SELECT summary.made_at, summary.kind, summary.starts_on, summary.ends_on, summary.used, summary.approved_at,
                   record.placed_at
            FROM exchange_summary AS summary
            LEFT JOIN exchange_record AS record
              ON record.practice_id = summary.practice_id AND record.id = summary.id
            WHERE summary.practice_id = \(practice) AND summary.patient_id = \(patient)
            ORDER BY summary.starts_on, summary.version
            """
        ) {
            var words = [
                "Samenvatting van \(CopyWords.word(try $0.text(1)))",
                "\(CopyWords.date(try $0.day(2))) tot en met \(CopyWords.date(try $0.day(3)))",
                "\(try $0.int(4)) metingen",
            ]
            if let approved = try $0.instantIfAny(5) { words.append("akkoord op \(CopyWords.stamp(approved))") }
            if let placed = try $0.instantIfAny(6) { words.append("in het dossier op \(CopyWords.stamp(placed))") }
            return CopiedLine(when: CopyWords.stamp(try $0.instant(0)), what: words.joined(separator: ", "))
        }
    }

    /// The picture itself is opened and kept from the page where it was sent.
    private static func photos(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        try db.rows(
            """
            SELECT sent_at, used_at
            FROM measurements_photo
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY sent_at
            """
        ) {
            let used = try $0.instantIfAny(1).map { ", overgetypt op \(CopyWords.stamp($0))" } ?? ""
            return CopiedLine(when: CopyWords.stamp(try $0.instant(0)), what: "Foto van een boekje\(used)")
        }
    }
}
