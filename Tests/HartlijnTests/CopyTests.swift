import Clinical
import FHIR
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import Testing

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
            let goals = found.compactMap { if case .goal(let one) = $0 { one.description?.text } else { nil } }
            #expect(goals == ["Elke dag wandelen"])
            let lines = try await clinic.count("SELECT count(*) FROM audit_line WHERE action = 'exported'")
            #expect(lines == 1)
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
