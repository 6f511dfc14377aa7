import Audit
import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Measurements
import Storage
import Stories
import Testing
import Worklist

@testable import Hartlijn

@Suite struct ForgettingTests {
    @Test func `a patient who is forgotten is nowhere any more, also not on the disk`() async throws {
        let clinic = try await Clinic()
        let mark = "Zwxqvkp"
        let ayla = try await clinic.newPatient(mark, mark)
        try await SignIn(store: clinic.store, cost: HashCost(rounds: 1 << 4)).setPassword(
            Clinic.password, for: "\(mark)@voorbeeld", of: .patient(ayla), role: .patient, in: clinic.practice,
            at: clinic.now)
        let others = try await clinic.tallies()
        try await clinic.visit { site in
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
            try await site.signIn("marieke")
            try await site.open("/patients/\(ayla)")
            try await site.press("/patients/\(ayla)/medication", "what=\(mark)&why=\(mark)")
            let number = try await site.newKit()
            try await site.lend(number, to: ayla)
            #expect(try await site.step("break", number, "&note=\(mark)").status == .seeOther)
        }
        #expect(clinic.isOnDisk(mark) != false)
        #expect(try await clinic.count("SELECT count(*) FROM outbox_item WHERE patient_id = \(ayla)") == 1)
        #expect(try await clinic.count("SELECT count(*) FROM outbox_reminder WHERE patient_id = \(ayla)") == 1)

        let story = PatientIsForgotten(store: clinic.store)
        let proof = try await story.tell(ayla, of: clinic.practice, by: .hartlijn, at: clinic.clock.occasion)
        #expect(proof?.readings == 1)
        #expect(proof?.accounts == 1)
        #expect(try await clinic.tablesAbout(ayla) == ["audit_line"])
        #expect(try await clinic.tallies() == others)
        #expect(clinic.isOnDisk(mark) != true)
        try await clinic.visit { site in
            #expect(try await site.signIn("\(mark)@voorbeeld") == .unprocessableContent)
            try await site.signIn("marieke")
            #expect(try await site.open("/patients/\(ayla)").status == .notFound)
            #expect(try await site.open("/worklist").status == .ok)
        }
        #expect(try await story.tell(ayla, of: clinic.practice, by: .hartlijn, at: clinic.clock.occasion) == nil)
        #expect(
            try await story.tell(clinic.jan, of: clinic.practice, by: .hartlijn, at: clinic.clock.occasion) == nil,
            "another practice's patient")
    }
}

extension Clinic {
    fileprivate func tallies() async throws -> [Measurements.Standing: Int] {
        try await store.read { try Measurements.tallies(in: self.practice, $0) }.filter { $0.value != 0 }
    }

    /// Every table that has a row with this patient in it, found by going through all of them.
    fileprivate func tablesAbout(_ patient: ID<Patient>) async throws -> [String] {
        let schema = Schema.migrations.map(\.sql).joined(separator: "\n")
        let tables = Set(
            schema.matches(of: #/CREATE TABLE (\w+) \(([^;]*?)\);/#).filter { $0.2.contains("patient_id ") }.map {
                String($0.1)
            })
        var found: [String] = []
        for table in tables.sorted() where !table.hasSuffix("_before") {
            let patients = try await store.read {
                try $0.rows(SQL(stringLiteral: "SELECT patient_id FROM \(table)")) {
                    try $0.idIfAny(0, of: Patient.self)
                }
            }
            if patients.contains(patient) { found.append(table) }
        }
        #expect(tables.count >= 12)
        return found
    }

    /// Whether somebody finds this word who reads the files; the files of a server are not ours to read.
    func isOnDisk(_ word: String) -> Bool? {
        guard case .sqlite(let path) = store.address else { return nil }
        return ["", "-wal"].contains { end in
            // There may be no log.
            guard let data = try? Data(contentsOf: URL(fileURLWithPath: path + end)) else { return false }
            return data.range(of: Data(word.utf8)) != nil || data.range(of: Data(word.lowercased().utf8)) != nil
        }
    }
}
