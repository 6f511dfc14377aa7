import Clinical
import Identity
import Storage
import Web

extension Exchange {
    /// What no word of FHIR fits: a line for each thing, in plain words.
    static func rest(
        of patient: ID<Patient>, in practice: ID<Practice>, _ safe: Safe?, _ db: Transaction
    ) throws -> [CopiedPart: [CopiedLine]] {
        try main(of: patient, in: practice, safe, db).merging(others(of: patient, in: practice, db)) { $0 + $1 }
    }

    private static func main(
        of patient: ID<Patient>, in practice: ID<Practice>, _ safe: Safe?, _ db: Transaction
    ) throws -> [CopiedPart: [CopiedLine]] {
        [
            .person: try accounts(of: patient, in: practice, db),
            .goals: try goalDays(of: patient, in: practice, db),
            .loans: try loanNotes(of: patient, in: practice, db),
            .reminders: try reminders(of: patient, in: practice, db) + ways(of: patient, in: practice, safe, db),
            .sent: try sent(to: patient, in: practice, db),
            .meters: try meters(of: patient, in: practice, db) + couplings(of: patient, in: practice, db),
            .enrolment: try candidacy(of: patient, in: practice, db),
            .emergencies: try emergencies(of: patient, in: practice, db),
            .list: try listLines(of: patient, in: practice, db),
            .requests: try requests(of: patient, in: practice, db),
        ]
    }

    private static func accounts(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        try db.rows(
            """
            SELECT sign_in, made_at, ended_at
            FROM identity_account
            WHERE practice_id = \(practice) AND person_id = \(patient)
            """
        ) {
            let ended = try $0.instantIfAny(2).map { ", gestopt op \(CopyWords.stamp($0))" } ?? ""
            return CopiedLine(
                when: CopyWords.stamp(try $0.instant(1)), what: "Naam om aan te melden: \(try $0.text(0))\(ended)")
        }
    }

    private static func goalDays(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        let words = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT done.day, goal.id, goal.sealed
            FROM portal_goal_day AS done
            JOIN portal_goal AS goal
              ON goal.practice_id = done.practice_id AND goal.patient_id = done.patient_id AND goal.id = done.goal_id
            WHERE done.practice_id = \(practice) AND done.patient_id = \(patient)
            ORDER BY done.day
            """
        ) {
            let goal = try words.text(try $0.bytes(2), .goal(try $0.id(1, of: Copy.self)))
            return CopiedLine(when: CopyWords.date(try $0.day(0)), what: "Gelukt: \(goal)")
        }
    }

    /// What was written with a kit while this patient had it.
    private static func loanNotes(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        try db.rows(
            """
            SELECT event.at, event.step, event.ticked, event.note, worker.given_name, worker.family_name
            FROM devices_loan AS loan
            JOIN devices_event AS event
              ON event.practice_id = loan.practice_id AND event.kit_id = loan.kit_id AND event.loan_id = loan.id
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = event.practice_id AND worker.id = event.done_by
            WHERE loan.practice_id = \(practice) AND loan.patient_id = \(patient)
            ORDER BY event.at
            """
        ) {
            let parts = [CopyWords.step(try $0.textIfAny(1) ?? "stap"), try $0.text(2), try $0.text(3)].filter {
                !$0.isEmpty
            }
            return CopiedLine(
                when: CopyWords.stamp(try $0.instant(0)), what: parts.joined(separator: "; "),
                by: [try $0.textIfAny(4), try $0.textIfAny(5)].compactMap { $0 }.joined(separator: " "))
        }
    }

    private static func reminders(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        try db.rows(
            """
            SELECT changed_at, channel, moments, quiet_from, quiet_until, paused_until, reminders, last_at
            FROM outbox_reminder
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            """
        ) { row in
            var words = [try row.textIfAny(1).map { "Aan, via \(CopyWords.word($0))" } ?? "Uit"]
            let moments = try row.text(2).split(separator: " ").compactMap { Int($0) }.map(CopyWords.clock)
            words.append("om \(moments.joined(separator: " en "))")
            words.append("stil van \(CopyWords.clock(try row.int(3))) tot \(CopyWords.clock(try row.int(4)))")
            if let pause = try row.dayIfAny(5) { words.append("pauze tot \(CopyWords.date(pause))") }
            words.append("\(try row.int(6)) keer herinnerd")
            if let last = try row.instantIfAny(7) { words.append("de laatste op \(CopyWords.stamp(last))") }
            return CopiedLine(when: CopyWords.stamp(try row.instant(0)), what: words.joined(separator: ", "))
        }
    }

    /// An address is opened when there are keys on this machine; a browser's is a long number that says nothing.
    private static func ways(
        of patient: ID<Patient>, in practice: ID<Practice>, _ safe: Safe?, _ db: Transaction
    ) throws -> [CopiedLine] {
        struct Way {
            let id: ID<Way>
            let channel: String
            let sealed: [UInt8]
            let keptAt: Instant
            let confirmedAt: Instant?
        }
        let ways = try db.rows(
            """
            SELECT id, channel, sealed, kept_at, confirmed_at
            FROM outbox_way
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY kept_at
            """
        ) {
            Way(
                id: try $0.id(0), channel: try $0.text(1), sealed: try $0.bytes(2), keptAt: try $0.instant(3),
                confirmedAt: try $0.instantIfAny(4))
        }
        return try ways.map { way in
            let address = try safe?.open(
                way.sealed, from: Safe.Field("outbox_way", way.id, "sealed"), of: patient, in: practice, db)
            let shown = way.channel == "push" ? "een browser van u" : address ?? "een adres dat hier niet open kan"
            let state = way.confirmedAt == nil ? "nog niet bevestigd" : "bevestigd"
            return CopiedLine(
                when: CopyWords.stamp(way.keptAt), what: "\(CopyWords.word(way.channel)): \(shown), \(state)")
        }
    }

    private static func sent(
        to patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        try db.rows(
            """
            SELECT due_at, kind, channel, sent_at, withdrawn_at, quarantined_at
            FROM outbox_item
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY due_at
            """
        ) {
            let state =
                try $0.instantIfAny(3).map { "verstuurd op \(CopyWords.stamp($0))" }
                ?? $0.instantIfAny(4).map { _ in "niet verstuurd" }
                ?? $0.instantIfAny(5).map { _ in "niet verstuurd: er ging iets mis" } ?? "wacht nog"
            return CopiedLine(
                when: CopyWords.stamp(try $0.instant(0)),
                what: "\(CopyWords.word(try $0.text(1))) via \(CopyWords.word(try $0.text(2))), \(state)")
        }
    }

    private static func meters(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        try db.rows(
            """
            SELECT name, person, used_at
            FROM measurements_meter
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            ORDER BY used_at
            """
        ) {
            let person = try $0.intIfAny(1).map { ", gebruiker \($0)" } ?? ""
            return CopiedLine(
                when: CopyWords.stamp(try $0.instant(2)), what: "Meter: \(try $0.text(0))\(person)")
        }
    }

    private static func couplings(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        try db.rows(
            """
            SELECT vendor, state, coupled_at, ended_at, fetched_at
            FROM exchange_vendor_coupling
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            """
        ) {
            var words = ["Gekoppeld met \(try $0.text(0))"]
            if let ended = try $0.instantIfAny(3) { words.append("gestopt op \(CopyWords.stamp(ended))") }
            if let last = try $0.instantIfAny(4) { words.append("laatst opgehaald op \(CopyWords.stamp(last))") }
            return CopiedLine(when: CopyWords.stamp(try $0.instant(2)), what: words.joined(separator: ", "))
        }
    }

    private static func candidacy(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        try db.rows(
            """
            SELECT listed_at, grounds, cautions, box, state, state_at, given_name, family_name, born_on, phone
            FROM enrolling_candidate
            WHERE practice_id = \(practice) AND patient_id = \(patient)
            """
        ) {
            func words(_ kept: String) -> String {
                kept.split(whereSeparator: { ", ".contains($0) }).map { CopyWords.word(String($0)) }.joined(
                    separator: ", ")
            }
            let cautions = words(try $0.text(2))
            let facts = [
                "Op de lijst als \(try $0.text(6)) \(try $0.text(7)), \(CopyWords.date(try $0.day(8))), \(try $0.text(9))",
                "waarom: \(words(try $0.text(1)))", cautions.isEmpty ? "" : "let op: \(cautions)",
                "past bij: \(words(try $0.text(3)))",
                "\(CopyWords.word(try $0.text(4))) sinds \(CopyWords.stamp(try $0.instant(5)))",
            ]
            return CopiedLine(
                when: CopyWords.stamp(try $0.instant(0)), what: facts.filter { !$0.isEmpty }.joined(separator: "; "))
        }
    }

    private static func emergencies(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        let words = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT emergency.opened_at, emergency.reason, emergency.sealed, worker.given_name,
                   worker.family_name, organisation.name, emergency.id
            FROM identity_emergency AS emergency
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = emergency.organisation_id AND worker.id = emergency.worker_id
            LEFT JOIN identity_practice AS organisation ON organisation.practice_id = emergency.organisation_id
            WHERE emergency.practice_id = \(practice) AND emergency.patient_id = \(patient)
            ORDER BY emergency.opened_at
            """
        ) { row in
            let who = try [3, 4].compactMap { try row.textIfAny($0) }.joined(separator: " ")
            let place = try row.textIfAny(5) ?? ""
            let why = try words.text(try row.bytes(2), .emergency(try row.id(6, of: Copy.self)))
            return CopiedLine(
                when: CopyWords.stamp(try row.instant(0)),
                what: "\(CopyWords.word(try row.text(1))): \(why)",
                by: [who, place].filter { !$0.isEmpty }.joined(separator: ", "))
        }
    }

    private static func listLines(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        let sealed = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT item.opened_at, item.reason, item.sealed_quote, item.systolic, item.diastolic, item.closed_at,
                   worker.given_name, worker.family_name
            FROM worklist_item AS item
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = item.practice_id AND worker.id = item.closed_by
            WHERE item.practice_id = \(practice) AND item.patient_id = \(patient)
            ORDER BY item.opened_at
            """
        ) { row in
            var words = [CopyWords.word(try row.text(1))]
            if let bytes = try row.bytesIfAny(2) {
                let quote = try sealed.text(bytes, .quote(of: patient))
                words.append("“\(quote)”")
            }
            if let upper = try row.intIfAny(3), let lower = try row.intIfAny(4) { words.append("\(upper)/\(lower)") }
            words.append(try row.instantIfAny(5).map { "klaar op \(CopyWords.stamp($0))" } ?? "nog open")
            return CopiedLine(
                when: CopyWords.stamp(try row.instant(0)), what: words.joined(separator: ", "),
                by: try [6, 7].compactMap { try row.textIfAny($0) }.joined(separator: " "))
        }
    }

    private static func requests(
        of patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> [CopiedLine] {
        let key = try db.words(of: patient, in: practice)
        return try db.rows(
            """
            SELECT request.asked_at, request.number, request.kind, request.sealed_words, request.answer,
                   request.sealed_reason, request.withdrawn_at, request.ended_at, worker.given_name,
                   worker.family_name, request.id
            FROM rights_request AS request
            LEFT JOIN identity_worker AS worker
              ON worker.practice_id = request.practice_id AND worker.id = request.answered_by
            WHERE request.practice_id = \(practice) AND request.patient_id = \(patient)
            ORDER BY request.asked_at
            """
        ) { row in
            let id = try row.id(10, of: Copy.self)
            var words = [
                "Vraag \(try row.int(1)): \(CopyWords.word(try row.text(2)))",
                try key.text(try row.bytes(3), .request(id, .words)),
            ]
            if let answer = try row.textIfAny(4) {
                let reason = try key.text(try row.bytes(5), .request(id, .reason))
                words.append("\(CopyWords.word(answer)): \(reason)")
            }
            if let taken = try row.instantIfAny(6) { words.append("teruggenomen op \(CopyWords.stamp(taken))") }
            if let ended = try row.instantIfAny(7) { words.append("gestopt op \(CopyWords.stamp(ended))") }
            return CopiedLine(
                when: CopyWords.stamp(try row.instant(0)),
                what: words.filter { !$0.isEmpty }.joined(separator: "; "),
                by: try [8, 9].compactMap { try row.textIfAny($0) }.joined(separator: " "))
        }
    }
}
