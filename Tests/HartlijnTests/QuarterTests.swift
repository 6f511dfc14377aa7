import Audit
import Clinical
import Exchange
import FHIR
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Measurements
import NIOCore
import Storage
import Stories
import Testing

/// What somebody measured in a quarter, on its way to the record: made, looked at, approved, put right.
@Suite struct QuarterTests {
    /// A measuring week in the quarter before this one, twice in the morning and twice in the evening; the first day is high.
    private static func measures(
        _ clinic: Clinic, _ patient: ID<Clinical.Patient>, from: String = "2026-09-07", days: Int = 7
    )
        async throws
    {
        let start = try #require(Day(from))
        let week = Measurements.MeasuringWeek(
            id: clinic.clock.occasion.newID(), measuring: .sevenDays, startsOn: start)
        let practice = clinic.practice
        let readings = (0..<days).flatMap { day in
            [7, 8, 20, 21].map { hour in
                Reading(
                    .bloodPressure(day == 0 ? .mmHg(190, over: 110) : .mmHg(134, over: 82), pulse: nil, rhythm: nil),
                    taken: .amsterdam(Amsterdam.instant(start.adding(day), hour: hour)), source: .typed)
            }
        }
        let occasion = clinic.clock.occasion
        try await clinic.store.write { db in
            try Measurements.ask(for: week, of: patient, in: practice, db)
            _ = try Measurements.record(all: readings, of: patient, in: practice, at: occasion, db)
        }
    }

    private static func ends(_ clinic: Clinic) async throws -> Int {
        try await QuarterEnds(store: clinic.store).tell(in: clinic.practice, at: clinic.clock.occasion)
    }

    private static func summary(of clinic: Clinic, version: Int = 1) async throws -> String {
        let (practice, fatma) = (clinic.practice, clinic.fatma)
        let id = try await clinic.store.ask {
            try $0.row(
                """
                SELECT id FROM exchange_summary
                WHERE practice_id = \(practice) AND patient_id = \(fatma) AND kind = 'blood-pressure'
                  AND version = \(version)
                """
            ) { try $0.id(0, of: Exchange.SummaryMark.self) }
        }
        return try #require(id).description
    }

    @Test func `a quarter that is over is made once, and being made again changes nothing`() async throws {
        let clinic = try await Clinic(at: "2026-10-01T03:00")
        try await Self.measures(clinic, clinic.fatma)
        #expect(try await Self.ends(clinic) == 1)
        #expect(try await Self.ends(clinic) == 0)
        let (practice, fatma, occasion) = (clinic.practice, clinic.fatma, clinic.clock.occasion)
        let period = Exchange.SummaryPeriod(Quarter(of: occasion.today).before)
        let again = try await clinic.store.write {
            try Exchange.summarise(fatma, in: practice, over: period, at: occasion, $0)
        }
        #expect(again == 0)
        #expect(try await clinic.count("SELECT count(*) FROM exchange_summary") == 1)
        #expect(
            try await clinic.count(
                "SELECT first_average * 1000 + used FROM exchange_summary WHERE second_average = 82") == 134_024)
        #expect(try await clinic.count("SELECT count(*) FROM exchange_record") == 0, "nothing leaves by itself")
    }

    @Test func `more patients than fit in one transaction are all counted, also after a stop half-way`() async throws {
        let clinic = try await Clinic(at: "2026-10-01T03:00")
        for number in 0..<60 {
            let patient = try await clinic.newPatient("P\(number)", "Proef")
            if number % 20 == 0 { try await Self.measures(clinic, patient) }
        }
        #expect(try await Self.ends(clinic) == 3)
        #expect(try await clinic.count("SELECT count(*) FROM exchange_quarter WHERE finished_at IS NOT NULL") == 1)
    }

    @Test func `the practice approves what is plain at once, and can take it back`() async throws {
        let clinic = try await Clinic(at: "2026-10-01T08:00")
        try await Self.measures(clinic, clinic.fatma)
        let riet = try await clinic.newPatient("Riet", "Bos")
        try await Self.measures(clinic, riet, days: 3)  // eight readings are left: too few
        _ = try await Self.ends(clinic)
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let page = try await site.open("/summaries").text
            #expect(page.contains("134/82 mmHg"))
            #expect(page.contains("Keur 1 gewone goed"))
            #expect(!page.contains("Bos, R."))
            try await site.sees("Bos, R.", at: "/summaries?show=too-few")
            try await site.open("/summaries")
            let done = try await site.press("/summaries/approvals", "quarter=2026-3")
            let notice = try #require(done.headers[.location])
            #expect(notice.hasPrefix("/summaries?quarter=2026-3&approved="))
            #expect(try await clinic.count("SELECT count(*) FROM exchange_record WHERE placed_at IS NULL") == 1)
            try await site.sees("1 goedgekeurd.", at: notice)
            let approval = notice.split(separator: "=").last.map(String.init) ?? ""
            #expect(
                try await site.press("/summaries/approvals/undo", "quarter=2026-3&approval=\(approval)").status
                    == .seeOther)
            #expect(try await clinic.count("SELECT count(*) FROM exchange_record") == 0)
            #expect(try await clinic.count("SELECT count(*) FROM exchange_summary WHERE state = 'ready'") == 1)
            #expect(
                try await site.press("/summaries/approvals/undo", "quarter=2026-3&approval=\(approval)").status
                    == .notFound)
            let fatma = clinic.fatma
            #expect(
                try await clinic.count(
                    """
                    SELECT count(*) FROM audit_line
                    WHERE patient_id = \(fatma) AND object IN ('summary approved', 'summary taken back')
                    """) == 2)
        }
    }

    @Test func `the line for the record says how much was measured, when, how, and who agreed`() async throws {
        let clinic = try await Clinic(at: "2026-10-02T08:00")
        try await Self.measures(clinic, clinic.fatma)
        _ = try await Self.ends(clinic)
        let id = try await Self.summary(of: clinic)
        try await clinic.visit { site in
            let path = "/patients/\(site.fatma)/summaries"
            try await site.signIn("marieke")
            try await site.open(path)
            #expect(try await site.press("\(path)/\(id)/approval").status == .seeOther)
            try await site.sees(
                "Thuisbloeddruk 3e kwartaal 2026: gemiddeld 134/82 mmHg. 24 metingen op 6 dagen, 08-09-2026 t/m "
                    + "13-09-2026, meetweken van 7 dagen, eerste dag niet meegeteld. Hartlijn period-average 1. "
                    + "Akkoord: Marieke Kok, 02-10-2026.", at: path)
            try await site.open(path)
            try await site.press("\(path)/\(id)/placing")
            #expect(try await clinic.count("SELECT count(*) FROM exchange_record WHERE placed_at IS NULL") == 0)
            try await site.press("\(path)/\(id)/undo")
            #expect(
                try await clinic.count("SELECT count(*) FROM exchange_summary WHERE state = 'placed'") == 1,
                "what stands in the record is not taken back")
        }
    }

    @Test func `another system reads it as FHIR`() async throws {
        let clinic = try await Clinic(at: "2026-10-02T08:00")
        try await Self.measures(clinic, clinic.fatma)
        _ = try await Self.ends(clinic)
        let id = try await Self.summary(of: clinic)
        try await clinic.visit { site in
            let path = "/patients/\(site.fatma)/summaries"
            try await site.signIn("marieke")
            #expect(try await site.open("\(path)/\(id)/record.json").status == .notFound, "nobody approved it")
            try await site.open(path)
            try await site.press("\(path)/\(id)/approval")
            let answer = try await site.open("\(path)/\(id)/record.json")
            #expect(answer.headers[.contentType] == "application/fhir+json; charset=utf-8")
            let resource = try FHIR.Resource.read(Array(buffer: answer.body))
            guard case .bundle(let bundle) = resource else { throw Unexpected() }
            #expect(bundle.entry.compactMap(\.resource).allSatisfy { $0.check().isEmpty })
            guard case .observation(let mean)? = bundle.entry.last?.resource else { throw Unexpected() }
            #expect(mean.code?.coding.first?.code?.text == "96607-7")
            #expect(mean.status == .final)
            #expect(Self.numbers(of: mean) == ["96608-5 134 mm[Hg]", "96609-3 82 mm[Hg]"])
            guard case .period(let period)? = mean.effective else { throw Unexpected() }
            #expect(period.start?.text == "2026-09-08" && period.end?.text == "2026-09-13")
            #expect(mean.note.first?.text?.contains("24 metingen op 6 dagen") == true)
            #expect(mean.identifier.first?.value == "urn:uuid:\(id)")
            let file = try await site.open("/summaries/waiting.ndjson").text
            #expect(file == answer.text + "\n")
            let dump = ProcessInfo.processInfo.environment["HARTLIJN_DUMP"]
            if let dump { try file.write(toFile: dump, atomically: true, encoding: .utf8) }
        }
    }

    private static func numbers(of mean: FHIR.Observation) -> [String] {
        mean.component.compactMap { part in
            guard case .quantity(let quantity)? = part.value else { return nil }
            let code = part.code?.coding.first?.code?.text
            return [code, quantity.value?.text, quantity.code?.text].compactMap { $0 }.joined(separator: " ")
        }
    }

    private struct Unexpected: Error {}

    @Test func `a reading that was a mistake makes a new version that says what it replaces`() async throws {
        let clinic = try await Clinic(at: "2026-10-02T08:00")
        try await Self.measures(clinic, clinic.fatma)
        _ = try await Self.ends(clinic)
        let id = try await Self.summary(of: clinic)
        let story = ReadingIsSettled(store: clinic.store)
        let (fatma, practice) = (clinic.fatma, clinic.practice)
        let readings = try await clinic.store.ask {
            try $0.rows(
                "SELECT id FROM measurements_reading WHERE patient_id = \(fatma) AND practice_id = \(practice) ORDER BY taken_at"
            ) { try $0.id(0, of: Measurements.ReadingMark.self) }
        }
        try await clinic.visit { site in
            let path = "/patients/\(fatma)/summaries"
            try await site.signIn("marieke")
            try await site.open(path)
            try await site.press("\(path)/\(id)/approval")
            // Not the first day: that one does not count.
            for reading in readings[4..<6] {
                _ = try await story.tell(
                    reading, is: .enteredInError, of: fatma, in: practice, by: .hartlijn, at: clinic.clock.occasion)
            }
            #expect(try await clinic.count("SELECT count(*) FROM exchange_summary") == 2)
            let second = try await Self.summary(of: clinic, version: 2)
            try await site.sees("correctie", at: "/summaries")
            try await site.doesNotSee("gewone goed", at: "/summaries")
            try await site.open(path)
            try await site.press("\(path)/\(second)/approval")
            try await site.sees("Correctie, vervangt de regel van 02-10-2026. Thuisbloeddruk", at: path)
            #expect(try await clinic.count("SELECT count(*) FROM exchange_summary WHERE state = 'replaced'") == 1)
            let waiting = try await site.open("/summaries/waiting.ndjson").text
            #expect(waiting.split(separator: "\n").count == 1, "what was replaced does not go to the record any more")
            #expect(waiting.contains("\"status\":\"corrected\""))
            let body = try await site.open("\(path)/\(second)/record.json").text
            #expect(body.contains("\"status\":\"corrected\""))
            #expect(body.contains("urn:uuid:\(id)"), "the same series")
            try await site.open(path)
            try await site.press("\(path)/\(second)/undo")
            #expect(try await clinic.count("SELECT count(*) FROM exchange_summary WHERE state = 'approved'") == 1)
            for reading in readings[4..<6] {
                _ = try await story.tell(
                    reading, is: .final, of: fatma, in: practice, by: .hartlijn, at: clinic.clock.occasion)
            }
            #expect(
                try await clinic.count("SELECT count(*) FROM exchange_summary") == 1, "the correction was taken back")
        }
    }

    @Test func `what is left with too few readings lapses`() async throws {
        let clinic = try await Clinic(at: "2026-10-02T08:00")
        try await Self.measures(clinic, clinic.fatma, days: 4)
        _ = try await Self.ends(clinic)
        let id = try await Self.summary(of: clinic)
        let (fatma, practice) = (clinic.fatma, clinic.practice)
        let last = try await clinic.store.ask {
            try $0.row(
                """
                SELECT id FROM measurements_reading
                WHERE patient_id = \(fatma) AND practice_id = \(practice) ORDER BY taken_at DESC LIMIT 1
                """
            ) { try $0.id(0, of: Measurements.ReadingMark.self) }
        }
        try await clinic.visit { site in
            let path = "/patients/\(fatma)/summaries"
            try await site.signIn("marieke")
            try await site.open(path)
            try await site.press("\(path)/\(id)/approval")
            _ = try await ReadingIsSettled(store: clinic.store).tell(
                try #require(last), is: .enteredInError, of: fatma, in: practice, by: .hartlijn,
                at: clinic.clock.occasion)
            let second = try await Self.summary(of: clinic, version: 2)
            try await site.open(path)
            try await site.press("\(path)/\(second)/approval")
            try await site.sees("Na correctie te weinig metingen (11 van 12).", at: path)
            let body = try await site.open("\(path)/\(second)/record.json").text
            #expect(body.contains("\"status\":\"entered-in-error\""))
            #expect(try FHIR.Resource.read(Array(body.utf8)).check().isEmpty)
        }
    }

    @Test func `a late reading of a quarter before is counted, and one that waits asks for a look`() async throws {
        let clinic = try await Clinic(at: "2026-10-02T08:00")
        try await Self.measures(clinic, clinic.fatma)
        _ = try await Self.ends(clinic)
        let late = Reading(
            .bloodPressure(.mmHg(159, over: 82), pulse: nil, rhythm: nil),
            taken: .amsterdam(Amsterdam.instant(try #require(Day("2026-09-20")), hour: 8)), source: .file,
            status: .unconfirmed)
        _ = try await FileArrives(store: clinic.store).tell(
            [late], from: clinic.fatma, of: clinic.practice, by: .hartlijn, at: clinic.clock.occasion)
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.sees("een meting wacht op uw oordeel", at: "/summaries")
            try await site.doesNotSee("gewone goed", at: "/summaries")
        }
    }

    @Test func `any period can be asked for, and what cannot be is said`() async throws {
        let clinic = try await Clinic(at: "2026-10-02T08:00")
        try await Self.measures(clinic, clinic.fatma)
        try await clinic.visit { site in
            let path = "/patients/\(site.fatma)/summaries"
            try await site.signIn("marieke")
            for (days, words) in [
                ("from=2026-09-13&through=2026-09-07", "De laatste dag ligt voor de eerste."),
                ("from=2026-09-13&through=2026-10-03", "De laatste dag is nog niet voorbij."),
                ("from=2025-09-13&through=2026-10-01", "Kies hooguit een jaar."), ("from=x", "Kies een dag."),
                ("from=2026-01-01&through=2026-01-02", "In deze periode is thuis niets gemeten."),
            ] {
                try await site.open(path)
                let answer = try await site.press(path, days)
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains(words), "\(days)")
            }
            try await site.open(path)
            #expect(try await site.press(path, "from=2026-09-01&through=2026-09-30").status == .seeOther)
            try await site.sees("01-09-2026 t/m 30-09-2026", at: path)
        }
    }

    @Test func `what was approved goes along in the copy, and is gone with the patient`() async throws {
        let clinic = try await Clinic(at: "2026-10-02T08:00")
        try await Self.measures(clinic, clinic.fatma)
        _ = try await Self.ends(clinic)
        let id = try await Self.summary(of: clinic)
        try await clinic.visit { site in
            let path = "/patients/\(site.fatma)/summaries"
            try await site.signIn("marieke")
            try await site.open(path)
            try await site.press("\(path)/\(id)/approval")
            try await site.signIn("fatma")
            #expect(try await site.open("/copy/record.json").text.contains("96607-7"))
        }
        _ = try await PatientIsForgotten(store: clinic.store).tell(
            clinic.fatma, of: clinic.practice, by: .hartlijn, at: clinic.clock.occasion)
        #expect(try await clinic.count("SELECT count(*) FROM exchange_summary") == 0)
        #expect(try await clinic.count("SELECT count(*) FROM exchange_record") == 0)
    }
}
