import Clinical
import FHIR
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Storage
import Testing

@testable import Exchange
@testable import Hartlijn

@Suite struct CopyTests {
    @Test func `what a patient takes along is FHIR that another system can read`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            for lower in 80..<85 {
                clinic.wait(.minutes(20))
                try await site.measures(128, lower)
            }
            try await site.open("/messages")
            try await site.press("/messages", "question=Mag+ik+%22koffie%22%3F+%F0%9F%98%80")
            try await site.open("/goal")
            try await site.press("/goal", "text=Elke+dag+wandelen")
            #expect(try await site.open("/copy/record.json").status == .seeOther, "who they are was long ago")
            try await site.signIn("fatma")
            let answer = try await site.open("/copy/record.json")
            #expect(answer.headers[.contentType] == "application/fhir+json; charset=utf-8")
            #expect(answer.headers[.contentDisposition] == "attachment; filename=\"mijn-gegevens.json\"")
            let resource = try FHIR.Resource.read(Array(buffer: answer.body))
            guard case .bundle(let bundle) = resource else { throw Unexpected() }
            #expect(bundle.type == .collection)
            let found = bundle.entry.compactMap(\.resource)
            #expect(found.allSatisfy { $0.check().isEmpty })
            let pressures = found.compactMap { if case .observation(let one) = $0 { one } else { nil } }
            #expect(pressures.count == 5)
            let lower = pressures.compactMap { Self.number($0.component, "8462-4") }
            #expect(lower == ["80", "81", "82", "83", "84"])
            let bodies = found.compactMap { resource -> String? in
                guard case .communication(let one) = resource, case .text(let text)? = one.payload.first?.content else {
                    return nil
                }
                return text
            }
            #expect(bodies == ["Mag ik \"koffie\"? 😀"])
            #expect(
                found.contains {
                    if case .auditEvent(let one) = $0 { one.agent.first?.name == "u zelf" } else { false }
                })
            let goals = found.compactMap { if case .goal(let one) = $0 { one.description?.text } else { nil } }
            #expect(goals == ["Elke dag wandelen"])
            let lines = try await clinic.count("SELECT count(*) FROM audit_line WHERE action = 'exported'")
            #expect(lines == 1)
        }
    }

    @Test func `a patient without a telephone number has no empty text in the file`() {
        let house = Exchange.House(id: ID(high: 1, low: 1), name: "De Linde", phone: "")
        let person = Exchange.Person(
            id: ID(high: 2, low: 2), givenName: "Riet", familyName: "Jansma", bornOn: Day(number: 0), sex: .female,
            phone: "", programmes: "hypertensie", spokenLanguage: "Nederlands", reading: .difficult,
            registeredAt: Instant(milliseconds: 0))
        #expect(person.resource(of: house).telecom.isEmpty)
        #expect(house.organization.telecom.isEmpty)
        #expect(
            !String(decoding: FHIR.Resource.patient(person.resource(of: house)).write(), as: UTF8.self).contains("\"\"")
        )
    }

    /// What is about a patient and not in the copy, and why.
    static let leftOut = [
        "devices_held": "which part of a loan is whose; the loan is in it",
        "exchange_record": "what a record system takes; the summary that it holds is in it",
        "exchange_vendor_job": "when we look next",
        "exchange_vendor_pending": "ten minutes while somebody is at the maker of a meter",
        "exchange_vendor_secret": "a key",
        "identity_bsn": "Wabvpz and UAVG 46: only where a law asks for it; the patient has it on a card",
        "identity_key": "a key",
        "measurements_photo_part": "the picture; it is opened and kept from the page where it was sent",
        "measurements_day": "reckoned from the readings",
        "measurements_summary": "reckoned from the readings",
        "measurements_phone_clock": "how far the clock of a phone was off; the reading is in it",
        "measurements_phone_key": "a key",
    ]

    @Test func `every table with a patient in it is in the copy, or stands in a list with the reason`() {
        let files = [
            "Copy+Queries.swift", "Care+Queries.swift", "Rest+Queries.swift", "Others+Queries.swift",
            "Summaries+Queries.swift",
        ]
        let read = QueryPlanTests.statements.filter { files.contains($0.file) }.flatMap { statement in
            statement.text.matches(of: #/(?:FROM|JOIN) ([a-z_]+)/#).map { String($0.1) }
        }
        let copied = Set(read).intersection(Clinic.tablesOfPatients)
        #expect(copied.intersection(Self.leftOut.keys).isEmpty)
        #expect(copied.union(Self.leftOut.keys) == Set(Clinic.tablesOfPatients))
        #expect(copied.count > 20)
    }

    @Test func `whatever the house writes in the access log, the copy says in Dutch`() throws {
        let base = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let files = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
        var found: Set<String> = []
        for file in files ?? [] where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for entry in text.matches(of: #/Entry\(\s*\.\w+,\s*"([a-z, -]+)"/#) { found.insert(String(entry.1)) }
        }
        #expect(found.count > 30)
        #expect(found.subtracting(CopyWords.objects.keys).isEmpty)
    }

    @Test func `of a patient of whom everything is kept, every part of the copy is filled`() async throws {
        let clinic = try await Clinic()
        let ayla = try await clinic.wholePatient()
        try await clinic.visit { site in
            try await site.signIn("\(Clinic.mark)@voorbeeld")
            let practice = clinic.practice
            let copy = try await clinic.store.read {
                try Exchange.copy(of: ayla, in: practice, .test, at: clinic.now, $0)
            }
            for (part, lines) in copy.parts { #expect(!lines.isEmpty, "\(part)") }
            let csv = try await site.open("/copy/record.csv").text
            let paper = try await site.open("/copy/paper").text
            for words in [
                "u voelde: duizelig", "uitkomst: te hoog", "gemiddeld 142/91", "vijf dagen", "\(Clinic.mark) vraagt",
                "\(Clinic.mark)@voorbeeld.example", "Gekoppeld met withings", "u zei ja op",
                "De Beuk mag in uw gegevens kijken", "Vraag 1: alles wissen", "bekeken: dossier",
                "om 08:00 en 20:00", "doet mee", "U doet mee met thuis meten", "kapot gemeld",
            ] {
                #expect(csv.contains(words), "csv: \(words)")
                #expect(paper.contains(words), "paper: \(words)")
            }
            #expect(!csv.contains("999900006") && !paper.contains("999900006"))
            let answer = try await site.open("/copy/record.json")
            guard case .bundle(let bundle) = try FHIR.Resource.read(Array(buffer: answer.body)) else {
                throw Unexpected()
            }
            let found = bundle.entry.compactMap(\.resource)
            let troubles = FHIR.Resource.bundle(bundle).check()
            #expect(troubles.isEmpty, "\(troubles)")
            let consents = found.count { if case .consent = $0 { true } else { false } }
            #expect(consents == 3, "a mandate, a hospital, and taking part")
            let plans = found.count { if case .other(let one) = $0 { one.kind.name == "CarePlan" } else { false } }
            #expect(plans == 2)
            let lines = try await clinic.lines(about: ayla)
            let events = found.count { if case .auditEvent = $0 { true } else { false } }
            #expect(events == lines - 1, "the line of this copy itself is written after it")
            let means = found.compactMap { if case .observation(let one) = $0 { one } else { nil } }
                .compactMap { Self.number($0.component, "96608-5") }
            #expect(means == ["142"])
        }
    }

    private static func number(_ parts: [FHIR.Observation.Component], _ code: String) -> String? {
        let part = parts.first { $0.code?.coding.first?.code?.text == code }
        guard case .quantity(let quantity)? = part?.value else { return nil }
        return quantity.value?.text
    }

    private struct Unexpected: Error {}

    @Test func `the table opens in a spreadsheet and runs nothing there`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.measures(128, 82)
            let device = "=cmd|' /C x';\"\n=1+1"
            try await clinic.store.write { try $0.run("UPDATE measurements_reading SET device = \(device)") }
            let answer = try await site.open("/copy/readings.csv")
            let rows = String(buffer: answer.body).split(separator: "\r\n")
            #expect(rows.count == 2, "a line end within a field begins no row")
            #expect(rows[0].hasSuffix("datum;tijd;soort;waarde;onderdruk;hartslag;eenheid;waar;status;meter"))
            #expect(rows[1].contains(";bloeddruk;128;82;64;mmHg;thuis;telt mee;"))
            #expect(rows[1].hasSuffix(";\"'=cmd|' /C x';\"\"\n=1+1\""))
        }
    }

    @Test func `nobody takes along what is of somebody else`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            for path in ["/copy", "/copy/record.json", "/copy/readings.csv"] {
                #expect(try await site.open(path).status == .seeOther)
            }
            try await site.signIn("marieke")
            for path in ["/copy", "/copy/record.json", "/copy/readings.csv"] {
                #expect(try await site.open(path).status == .notFound)
            }
            try await site.signIn("jan")
            let others = String(buffer: try await site.open("/copy/record.json").body)
            #expect(!others.contains("Yıldız"))
        }
    }
}
