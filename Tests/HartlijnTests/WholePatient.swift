import Audit
import Clinical
import HTTPTypes
import HummingbirdTesting
import Identity
import Measurements
import Storage
import Testing

@testable import Hartlijn

/// A patient of whom everything is kept that can be: a row in each table that holds a patient.
extension Clinic {
    /// A word that stands in each text of this patient.
    static let mark = "Zwxqvkp"

    func wholePatient() async throws -> ID<Patient> {
        let mark = Self.mark
        let ayla = try await newPatient(mark, mark)
        try await SignIn(store: store, cost: HashCost(rounds: 1 << 4)).setPassword(
            Clinic.password, for: "\(mark)@voorbeeld", of: .patient(ayla), role: .patient, in: practice, at: now)
        try await visit { site in
            try await site.signIn("\(mark)@voorbeeld")
            try await site.measures(152, 94, more: "&confirmed=yes")
            try await site.open("/measure/phone")
            try await site.open("/messages")
            try await site.press("/messages", "question=\(mark)+vraagt")
            try await site.open("/goal")
            try await site.press("/goal", "text=\(mark)+wandelt")
            try await site.open("/helpers")
            try await site.press(
                "/helpers", "given=\(mark)&family=\(mark)&born-day=1&born-month=5&born-year=1990&may=goals&months=1")
            try await site.open("/reminders/mail")
            try await site.press("/reminders/address", "way=mail&address=\(mark)%40voorbeeld.example")
            try await site.open("/reminders/times")
            try await site.press("/reminders/times", "moments=480+1200&from=22&until=7")
            try await site.open("/rights/ask?kind=erasure")
            #expect(try await site.press("/rights", "kind=erasure&words=\(mark)+wil+weg").status == .seeOther)
            try await site.signIn("marieke")
            try await site.open("/patients/\(ayla)")
            try await site.press("/patients/\(ayla)/medication", "what=\(mark)&why=\(mark)")
            try await site.open("/patients/\(ayla)/bsn")
            try await site.press("/patients/\(ayla)/bsn", "number=999900006")
            let number = try await site.newKit()
            try await site.lend(number, to: ayla)
            #expect(try await site.step("break", number, "&note=\(mark)").status == .seeOther)
        }
        try await fillByHand(ayla)
        return ayla
    }

    /// What takes a hospital, a cloud or a whole week to come about.
    private func fillByHand(_ patient: ID<Patient>) async throws {
        let (mark, practice, elsewhere, now, occasion) = (Self.mark, practice, elsewhere, now, clock.occasion)
        let (worker, bytes): (ID<Worker>, [UInt8]) = (marieke, [1, 2, 3])
        try await store.write { db in
            func new() -> ID<Worker> { occasion.newID() }
            let (emergency, task, photo, letter) = (new(), new(), new(), new())
            let words = try db.seal(mark, at: .pharmacyMessage(letter), of: patient, in: practice)
            let step = new()
            let note = try db.seal(mark, at: .stepOfHelp(step), of: patient, in: practice)
            let why = try db.seal(mark, at: .emergency(emergency), of: patient, in: practice)
            try Helping.share(
                as: ID(of: new()), of: patient, in: practice, with: elsewhere, from: now, until: now + .days(9), db)
            try db.run(
                """
                INSERT INTO identity_emergency (practice_id, id, patient_id, organisation_id, worker_id, reason,
                                                sealed, opened_at, until_at)
                VALUES (\(practice), \(emergency), \(patient), \(elsewhere), \(worker), 'acute', \(why), \(now), \(now))
                """)
            try db.run(
                """
                INSERT INTO portal_goal_day (practice_id, patient_id, goal_id, day)
                SELECT practice_id, patient_id, id, '2026-11-25' FROM portal_goal WHERE patient_id = \(patient)
                """)
            try db.run(
                """
                INSERT INTO measurements_week (practice_id, patient_id, starts_on, id, ends_on, protocol, judged_at,
                                               outcome, average_systolic, average_diastolic, counted, readings,
                                               moments, rule, version)
                VALUES (\(practice), \(patient), '2026-11-01', \(new()), '2026-11-07', 'seven-days', \(now), 'raised', 142,
                        91, 20, 24, 14, 'home-week', '1')
                """)
            try db.run(
                """
                INSERT INTO measurements_agreement (practice_id, patient_id, agreed_at, id, agreed_by, protocol,
                                                    goal_systolic, goal_diastolic)
                VALUES (\(practice), \(patient), \(now), \(new()), \(worker), 'five-days', 135, 85)
                """)
            try db.run(
                """
                INSERT INTO measurements_meter (practice_id, patient_id, name, used_at)
                VALUES (\(practice), \(patient), \(mark), \(now))
                """)
            try db.run(
                """
                INSERT INTO measurements_phone_clock (practice_id, patient_id, reading_id, said_at, corrected_by)
                VALUES (\(practice), \(patient), \(new()), \(now), 5)
                """)
            try db.run(
                """
                UPDATE measurements_reading SET complaints = 'dizziness'
                WHERE practice_id = \(practice) AND patient_id = \(patient)
                """)
            try db.run(
                """
                INSERT INTO enrolling_candidate (practice_id, patient_id, person_key, given_name, family_name, born_on,
                                                 sex, phone, grounds, cautions, box, listed_at, state, state_at)
                VALUES (\(practice), \(patient), \(bytes), \(mark), \(mark), '1961-03-14', 'f', '06', 'hypertension', '',
                        'lifestyle', \(now), 'takes-part', \(now))
                """)
            try db.run(
                """
                INSERT INTO enrolling_invitation (practice_id, patient_id, invited_at, id, channel, invited_by, answer,
                                                  answered_at, answered_by)
                VALUES (\(practice), \(patient), \(now), \(new()), 'letter', \(worker), 'yes', \(now), \(worker))
                """)
            try db.run(
                """
                INSERT INTO enrolling_enrolment (practice_id, patient_id, enrolled_at, id, enrolled_by, consented_on,
                                                 consent_way, consent_text, help, box)
                VALUES (\(practice), \(patient), \(now), \(new()), \(worker), '2026-11-20', 'paper', '2026-11', 'none',
                        'lifestyle')
                """)
            try db.run(
                """
                INSERT INTO exchange_vendor_coupling (practice_id, patient_id, vendor, id, state, person_hash, farewell,
                                                      coupled_at, looked_to)
                VALUES (\(practice), \(patient), 'withings', \(new()), 'on', \(bytes), \(bytes), \(now), \(now))
                """)
            try db.run(
                """
                INSERT INTO exchange_vendor_secret (practice_id, patient_id, vendor, sealed, turn)
                VALUES (\(practice), \(patient), 'withings', \(bytes), 0)
                """)
            try db.run(
                """
                INSERT INTO exchange_vendor_job (practice_id, patient_id, vendor, due_at, told_at, tries, refusals,
                                                 held_until)
                VALUES (\(practice), \(patient), 'withings', \(now), \(now), 0, 0, \(now))
                """)
            try db.run(
                """
                INSERT INTO exchange_vendor_pending (practice_id, patient_id, vendor, state_hash, session_hash, made_at)
                VALUES (\(practice), \(patient), 'withings', \(bytes), \(bytes), \(now))
                """)
            try db.run(
                """
                INSERT INTO pharmacy_registration (practice_id, id, patient_id, pharmacy_id, asked_at)
                VALUES (\(practice), \(new()), \(patient), \(elsewhere), \(now))
                """)
            try db.run(
                """
                INSERT INTO pharmacy_message (practice_id, patient_id, pharmacy_id, sent_at, id, sender, sender_id, sealed)
                VALUES (\(practice), \(patient), \(elsewhere), \(now), \(letter), 'patient', \(patient), \(words))
                """)
            try db.run(
                """
                INSERT INTO assistance_task (practice_id, id, patient_id, organisation_id, help, asked_at, last_step,
                                             last_at)
                VALUES (\(practice), \(task), \(patient), \(elsewhere), 'walk', \(now), 'asked', \(now))
                """)
            try db.run(
                """
                INSERT INTO assistance_step (practice_id, task_id, id, patient_id, at, step, sealed_note)
                VALUES (\(practice), \(task), \(step), \(patient), \(now), 'asked', \(note))
                """)
            try db.run(
                """
                INSERT INTO measurements_photo (practice_id, patient_id, id, kind, sent_at, sent_by)
                VALUES (\(practice), \(patient), \(photo), 'png', \(now), \(patient))
                """)
            try db.run(
                """
                INSERT INTO measurements_photo_part (practice_id, patient_id, photo_id, part, sealed)
                VALUES (\(practice), \(patient), \(photo), 0, \(bytes))
                """)
            try db.run(
                """
                INSERT INTO exchange_summary (practice_id, patient_id, kind, starts_on, ends_on, version, id, series,
                    state, first_average, received, on_first_days, irregular, used, needed, days, way, rule_version,
                    remark, made_at)
                VALUES (\(practice), \(patient), 'weight', '2026-07-01', '2026-09-30', 1, \(task), \(task), 'ready', 80000,
                    1, 0, 0, 1, 0, 1, 'loose', '1', 'none', \(now))
                """)
            try db.run(
                """
                INSERT INTO exchange_record (practice_id, id, patient_id, ready_at, body)
                VALUES (\(practice), \(task), \(patient), \(now), \(mark))
                """)
        }
    }

    /// Every table with a patient in it, as the migrations make them.
    static let tablesOfPatients: [String] = {
        let schema = Schema.migrations.map(\.sql).joined(separator: "\n")
        let found = schema.matches(of: #/CREATE TABLE (\w+) \(([^;]*?)\);/#).filter { $0.2.contains("patient_id ") }
        return Set(found.map { String($0.1) }).filter { !$0.hasSuffix("_before") }.sorted()
    }()

    /// Every table that has a row with this patient in it, found by going through all of them.
    func tablesAbout(_ patient: ID<Patient>) async throws -> [String] {
        var found: [String] = []
        for table in Self.tablesOfPatients {
            let patients = try await store.read {
                try $0.rows(SQL(stringLiteral: "SELECT patient_id FROM \(table)")) {
                    try $0.idIfAny(0, of: Patient.self)
                }
            }
            if patients.contains(patient) { found.append(table) }
        }
        return found
    }
}
