import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

@Suite struct PracticeReadingTests {
    @Test func `opening the form of a patient leaves a line about them`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let before = try await clinic.lines(about: clinic.fatma)
            try await site.open("/patients/\(clinic.fatma)/readings")
            #expect(try await clinic.lines(about: clinic.fatma) == before + 1)
        }
    }

    @Test func `who stands chosen beside the list is named in its line`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/messages")
            try await site.press("/messages", "question=Mag+ik+koffie%3F")
            try await site.signIn("marieke")
            let before = try await clinic.lines(about: clinic.fatma)
            try await site.open("/worklist")
            #expect(try await clinic.lines(about: clinic.fatma) == before + 1)
        }
    }

    @Test func `a pulse without a pressure is not dropped in silence`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let answer = try await site.fillsIn(for: clinic.fatma, "pulse=64&weight=86,4")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Vul bij de hartslag ook de bloeddruk in."))
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
    }

    @Test func `one problem is told once`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let text = try await site.fillsIn(for: clinic.fatma, "systolic=hoog&diastolic=80").text
            #expect(text.components(separatedBy: "<a href=\"#systolic\">").count == 2)
        }
    }

    @Test func `a weight that jumps is asked back, and kept when it is right`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            #expect(try await site.fillsIn(for: clinic.fatma, "weight=86,4").status == .seeOther)
            clinic.wait(.days(3))
            try await site.signIn("marieke")
            let asked = try await site.fillsIn(for: clinic.fatma, "weight=68,4")
            #expect(asked.status == .unprocessableContent)
            #expect(asked.text.contains("Klopt, bewaar"))
            let kept = try await site.fillsIn(for: clinic.fatma, "weight=68,4&confirmed=yes")
            #expect(kept.status == .seeOther)
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 2)
    }
}

extension Visit {
    fileprivate func fillsIn(for patient: ID<Patient>, _ fields: String) async throws -> TestResponse {
        let path = "/patients/\(patient)/readings"
        let html = try await open(path).text
        let start = try #require(html.range(of: "name=\"number\" value=\""))
        let number = html[start.upperBound...].prefix { $0 != "\"" }
        return try await press(path, "number=\(number)&\(fields)")
    }
}
