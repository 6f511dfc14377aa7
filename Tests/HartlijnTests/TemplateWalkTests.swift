import Audit
import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import Stories
import Testing

/// A practice writes its own texts, and a list is worked from the top without looking for the place.
@Suite struct TemplateWalkTests {
    @Test func `a practice changes a text, and goes back to ours`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let path = "/practice/templates"
            try await site.open(path)
            #expect(
                try await site.press(path, "situation=silent&body=Dag+%7Bvoornaam%7D.+Meet+u+nog%3F").status
                    == .seeOther)
            try await site.sees("Dag {voornaam}. Meet u nog?", at: path)
            try await site.open(path)
            try await site.press(path, "situation=silent&body=Dag+%7Bvoornaam%7D.+Lukt+het%3F")
            #expect(try await clinic.count("SELECT count(*) FROM worklist_template") == 1, "one for each situation")
            let html = try await site.open(path).text
            let start = try #require(html.range(of: "name=\"template\" value=\"0"))
            let id = "0" + html[start.upperBound...].prefix { $0 != "\"" }
            #expect(try await site.press("\(path)/end", "template=\(id)").status == .seeOther)
            #expect(try await clinic.count("SELECT count(*) FROM worklist_template") == 0)
            #expect(try await site.press("\(path)/end", "template=\(id)").status == .notFound)
            #expect(try await clinic.count("SELECT count(*) FROM audit_line WHERE object = 'template'") == 3)
        }
    }

    @Test(arguments: [
        ("situation=own&body=Dag.", "Vul een naam in"), ("situation=silent&body=", "Schrijf een tekst"),
        ("situation=silent&body=Dag+%7Bnaam%7D.", "is geen plaats die Hartlijn kent"),
        (
            "situation=silent&body=Wij+zien+dat+u+al+een+hele+lange+tijd+niets+meer+hebt+gemeten+thuis.",
            "Deze zin is te lang"
        ),
        ("situation=silent&body=U+hebt+hypertensie.", "is een moeilijk woord"),
    ])
    func `what is hard to read for patients is not kept`(fields: String, words: String) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.open("/practice/templates")
            let answer = try await site.press("/practice/templates", fields)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains(words))
            #expect(try await clinic.count("SELECT count(*) FROM worklist_template") == 0)
        }
    }

    @Test func `after an answer the keys are at the next line`() async throws {
        let clinic = try await Clinic()
        let asks = PatientAsks(store: clinic.store)
        let riet = try await clinic.newPatient("Riet", "Bos")
        for patient in [clinic.fatma, riet] {
            clinic.wait(.minutes(1))
            try await asks.tell(
                "Mag ik koffie?", from: patient, of: clinic.practice, by: .patient(patient), at: clinic.clock.occasion)
        }
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.open("/patients/\(clinic.fatma)/message?start=question")
            let sent = try await site.press("/patients/\(clinic.fatma)/messages", "text=Dat+mag.")
            let next = try #require(sent.headers[.location])
            #expect(next.hasPrefix("/worklist?sent=1&item="))
            try await site.sees("aria-current=\"true\" autofocus>Bos, R.", at: next)
        }
    }
}
