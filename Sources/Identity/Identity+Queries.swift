import Foundation
import Clinical
import Storage

extension Identity {
    package static func add(_ practice: PracticeCard, _ db: Transaction) throws {
        try db.run(
            """
            INSERT INTO identity_practice (practice_id, kind, name, phone, reply_days, care_group_id)
            VALUES (\(practice.id), \(practice.kind), \(practice.name), \(practice.phone), \(practice.replyDays),
                    \(practice.careGroup))
            """
        )
    }

    package static func add(
        _ patient: PatientCard, to practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO identity_patient (practice_id, id, given_name, family_name, search_name, born_on, sex,
                                          programmes, phone, spoken_language, reading, registered_at)
            VALUES (\(practice), \(patient.id), \(patient.givenName), \(patient.familyName),
                    \(SearchName.folded(patient.familyName)), \(patient.bornOn), \(patient.sex),
                    \(patient.programmes), \(patient.phone), \(patient.spokenLanguage), \(patient.reading), \(now))
            """
        )
    }

    package static func add(
        _ worker: WorkerCard, to practice: ID<Practice>, at now: Instant, _ db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO identity_worker (practice_id, id, given_name, family_name, role, started_at)
            VALUES (\(practice), \(worker.id), \(worker.givenName), \(worker.familyName), \(worker.role), \(now))
            """
        )
    }

    /// - Throws: ``NotFound`` comes from the route; here nothing found is `nil`
    package static func practice(_ practice: ID<Practice>, _ db: Transaction) throws -> PracticeCard? {
        try db.row(
            """
            SELECT practice_id, kind, name, phone, reply_days, care_group_id
            FROM identity_practice
            WHERE practice_id = \(practice)
            """, practiceCard)
    }

    /// Every organisation that has patients of its own.
    package static func practices(_ db: Transaction) throws -> [PracticeCard] {
        try db.rows(
            """
            SELECT practice_id, kind, name, phone, reply_days, care_group_id
            FROM identity_practice
            WHERE kind IN ('practice', 'health-centre', 'hoed')
            ORDER BY name
            """, practiceCard)
    }

    package static func careGroups(_ db: Transaction) throws -> [PracticeCard] {
        try db.rows(
            """
            SELECT practice_id, kind, name, phone, reply_days, care_group_id
            FROM identity_practice
            WHERE kind = 'care-group'
            ORDER BY name
            """, practiceCard)
    }

    /// Every organisation of a care group, itself as well.
    package static func organisations(of careGroup: ID<Practice>, _ db: Transaction) throws -> [PracticeCard] {
        try db.rows(
            """
            SELECT practice_id, kind, name, phone, reply_days, care_group_id
            FROM identity_practice
            WHERE care_group_id = \(careGroup)
            ORDER BY name
            """, practiceCard)
    }

    package static func patient(
        _ patient: ID<Patient>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> PatientCard? {
        try db.row(
            """
            SELECT id, given_name, family_name, born_on, sex, programmes, phone, spoken_language, reading
            FROM identity_patient
            WHERE practice_id = \(practice) AND id = \(patient)
            """, card)
    }

    /// The practice of a patient whose id alone is known: only for commands of the administrator.
    package static func practice(of patient: ID<Patient>, _ db: Transaction) throws -> ID<Practice>? {
        try db.row(

            """
            SELECT practice.practice_id
            FROM identity_practice AS practice
            CROSS JOIN identity_patient AS patient
            WHERE patient.practice_id = practice.practice_id AND patient.id = \(patient)
            """
        ) { try $0.id(0) }
    }

    /// Patients whose family name begins with what was typed, in the order of the name.
    package static func patients(
        named beginning: String, in practice: ID<Practice>, most: Int, _ db: Transaction
    ) throws -> [PatientCard] {
        let from = SearchName.folded(beginning)
        return try db.rows(
            """
            SELECT id, given_name, family_name, born_on, sex, programmes, phone, spoken_language, reading
            FROM identity_patient
            WHERE practice_id = \(practice) AND search_name >= \(from) AND search_name < \(from + "\u{10FFFF}")
            ORDER BY search_name
            LIMIT \(most)
            """, card)
    }

    /// The patient of this practice with this name and birthday, when there is one.
    package static func patient(
        named given: String, _ family: String, bornOn born: Day, in practice: ID<Practice>, _ db: Transaction
    ) throws -> ID<Patient>? {
        let found = try db.rows(
            """
            SELECT id, given_name
            FROM identity_patient
            WHERE practice_id = \(practice) AND search_name = \(SearchName.folded(family)) AND born_on = \(born)
            """
        ) { (try $0.id(0, of: Patient.self), try $0.text(1)) }
        return found.first { SearchName.folded($0.1) == SearchName.folded(given) }?.0
    }

    /// A name without capitals, marks and what stands before it, to find it by.
    package static func searchName(_ name: String) -> String { SearchName.folded(name) }

    package static func worker(
        _ worker: ID<Worker>, in practice: ID<Practice>, _ db: Transaction
    ) throws -> WorkerCard? {
        try db.row(
            """
            SELECT id, given_name, family_name, role
            FROM identity_worker
            WHERE practice_id = \(practice) AND id = \(worker)
            """
        ) {
            WorkerCard(
                id: try $0.id(0), givenName: try $0.text(1), familyName: try $0.text(2), role: try $0.word(3))
        }
    }

    private static func practiceCard(_ row: Row) throws -> PracticeCard {
        PracticeCard(
            id: try row.id(0), kind: try row.word(1), name: try row.text(2), phone: try row.text(3),
            replyDays: try row.int(4), careGroup: try row.idIfAny(5))
    }

    private static func card(_ row: Row) throws -> PatientCard {
        PatientCard(
            id: try row.id(0), givenName: try row.text(1), familyName: try row.text(2), bornOn: try row.day(3),
            sex: try row.word(4), programmes: try row.text(5), phone: try row.text(6),
            spokenLanguage: try row.text(7), reading: try row.word(8))
    }
}

/// A name as people type it when they look for it: no capitals, no accents, the last name without its prefix.
enum SearchName {
    static func folded(_ name: String) -> String {
        let plain = name.lowercased().decomposedStringWithCompatibilityMapping
            .replacingOccurrences(of: "ı", with: "i")
        let letters = plain.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark && ($0.properties.isAlphabetic || $0 == " ")
        }
        var words = String(String.UnicodeScalarView(letters)).split(separator: " ")
        while words.count > 1, prefixes.contains(String(words[0])) { words.removeFirst() }
        return words.joined(separator: " ")
    }

    private static let prefixes: Set<String> = ["de", "van", "den", "der", "het", "ten", "ter", "el", "la", "al"]
}
