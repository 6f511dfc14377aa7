import Audit
import Clinical
import Foundation
import Identity
import Measurements
import Storage
import Stories
import Testing

@testable import Hartlijn
@testable import Rights

@Suite struct RetentionTests {
    @Test func `what is past its term goes, and what is not stays`() async throws {
        let clinic = try await Clinic()
        let ayla = try await clinic.wholePatient()
        let practice = clinic.practice
        let story = TermsAreOver(store: clinic.store)
        @Sendable func due(_ doing: TermsAreOver.Doing) async throws -> [Rights.Term: Int] {
            let found = try await story.tell(in: practice, doing, at: clinic.clock.occasion)
            return Dictionary(uniqueKeysWithValues: found.map { ($0.term, $0.due) }).filter { $0.value > 0 }
        }
        #expect(try await due(.count).isEmpty)
        let request = try await clinic.request(.erasure)
        try await clinic.store.write { db in
            try db.run("UPDATE enrolling_candidate SET state = 'no' WHERE patient_id = \(ayla)")
            try db.run("UPDATE outbox_item SET sent_at = due_at WHERE patient_id = \(ayla)")
        }
        clinic.wait(.days(400))
        let first = try await due(.count)
        #expect(first[.sessions] != nil && first[.letters] == 1)
        #expect(first[.sent] == nil && first[.saidNo] == nil, "a request of theirs still waits")
        #expect(try await due(.count) == first, "counting takes nothing away")
        let worker = clinic.marieke
        let now = clinic.now
        try await clinic.store.write { db in
            _ = try Rights.answer(
                .init(.refused, because: "-"), to: request, of: ayla, in: practice, by: worker, at: now, db)
        }
        let second = try await due(.remove)
        #expect(second[.sent] == 1 && second[.saidNo] == 1)
        #expect(try await due(.count).isEmpty)
        for table in ["identity_session", "outbox_item", "enrolling_candidate", "enrolling_invitation"] {
            #expect(try await clinic.count(SQL(stringLiteral: "SELECT count(*) FROM \(table)")) == 0)
        }
        #expect(try await clinic.tablesAbout(ayla).contains("measurements_reading"))
        #expect(try await clinic.count("SELECT count(*) FROM audit_line WHERE object = 'retention'") == 1)
    }

    @Test func `a record goes after twenty years without a trace, and only when asked`() async throws {
        let clinic = try await Clinic()
        let ayla = try await clinic.newPatient("Ayla", "Demir")
        let practice = clinic.practice
        let story = TermsAreOver(store: clinic.store)
        clinic.wait(.days(7300))
        #expect(try await story.records(in: practice, at: clinic.clock.occasion).isEmpty)
        let (fatma, occasion) = (clinic.fatma, clinic.clock.occasion)
        try await clinic.store.write { db in
            let reading = Reading(
                .bloodPressure(.mmHg(128, over: 82), pulse: nil, rhythm: nil), taken: .amsterdam(occasion.now),
                source: .typed)
            _ = try Measurements.record(reading, of: fatma, in: practice, by: nil, at: occasion, db)
        }
        clinic.wait(.days(10))
        #expect(try await story.records(in: practice, at: clinic.clock.occasion) == [ayla])
        _ = try await story.tell(in: practice, .remove, at: clinic.clock.occasion)
        #expect(try await clinic.count("SELECT count(*) FROM identity_patient WHERE id = \(ayla)") == 1)
        #expect(try await story.forgetRecords(in: practice, at: clinic.clock.occasion) == 1)
        #expect(try await clinic.count("SELECT count(*) FROM identity_patient WHERE id = \(ayla)") == 0)
        #expect(try await clinic.count("SELECT count(*) FROM identity_patient WHERE id = \(fatma)") == 1)
    }

    @Test func `a practice chooses its own term`() async throws {
        let clinic = try await Clinic()
        let (practice, now) = (clinic.practice, clinic.now)
        try await clinic.store.write { try Rights.set(.sent, to: 7, in: practice, by: nil, at: now, $0) }
        let terms = try await clinic.store.read { try Rights.terms(of: practice, $0) }
        #expect(terms[.sent] == 7)
        #expect(terms[.sessions] == 30)
        for term in Rights.Term.allCases { #expect(term.allowed.contains(term.days)) }
    }

    @Test func `the page tells every term as the program has it`() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/running/retention.md")
        let page = try String(contentsOf: file, encoding: .utf8)
        for term in Rights.Term.allCases {
            let row =
                "| `\(term.rawValue)` | \(term.what) | \(term.days) | \(term.allowed.lowerBound)–\(term.allowed.upperBound) | "
                + "\(term.going.rawValue) | \(term.source) |"
            #expect(page.contains(row), "\(row)")
        }
    }
}
