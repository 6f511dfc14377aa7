import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import Testing

@Suite struct PracticeWalkTests {
    @Test func `a raised week reaches the list, is answered, and the patient reads the answer`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            for _ in 0..<3 {
                clinic.wait(.minutes(20))
                try await site.measures(152, 94, more: "&confirmed=yes")
            }
            try await site.signIn("marieke")
            try await site.sees("3 metingen te hoog.", at: "/worklist")
            let path = "/patients/\(clinic.fatma)/message"
            try await site.sees("Bericht aan Yıldız, F.", at: path)
            let sent = try await site.press(
                "/patients/\(clinic.fatma)/messages", "text=Dank+u+voor+het+meten.+Ik+bel+u+morgen.")
            #expect(sent.headers[.location] == "/worklist?sent=1")
            try await site.sees("Uw antwoord is verstuurd.", at: "/worklist?sent=1")
            try await site.doesNotSee("3 metingen te hoog.", at: "/worklist")
            try await site.signIn("fatma")
            try await site.sees("Nieuw bericht van Marieke", at: "/today")
            try await site.sees("Ik bel u morgen.", at: "/messages")
        }
    }

    @Test func `an open list hears that it has changed, whichever node was told`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let before = try await site.news()
            #expect(try await site.asksByItself(before).status == .noContent)
            try await site.signIn("fatma")
            try await site.measures(152, 94, more: "&confirmed=yes")
            try await site.measures(192, 122, more: "&confirmed=yes")
            try await site.signIn("marieke")
            let answer = try await site.asksByItself(before)
            #expect(answer.status == .ok)
            #expect(String(buffer: answer.body).contains("Toon de lijst"))
            #expect(!String(buffer: answer.body).contains("Yıldız"))
            #expect(try await site.asksByItself(try await site.news()).status == .noContent)
            for wrong in ["", "?seen=", "?seen=1.2", "?seen=1.2.x", "?seen=99999999999999999999.1.1"] {
                #expect(try await site.open("/worklist/news\(wrong)").status == .notFound)
            }
            try await site.signIn("fatma")
            #expect(try await site.open(before).status == .notFound)
        }
    }

    @Test func `a page that asks by itself does not keep anybody signed in`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let news = try await site.news()
            for _ in 0..<7 {
                clinic.wait(.minutes(10))
                _ = try await site.asksByItself(news)
            }
            #expect(try await site.open("/worklist").status == .seeOther)
        }
    }

    @Test func `a line is done, undone, and put off`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/messages")
            try await site.press("/messages", "question=Mag+ik+koffie%3F")
            try await site.signIn("marieke")
            let item = try await site.firstLine()
            let done = try await site.press("/worklist/\(item)/closing")
            try await site.sees("is afgerond.", at: try #require(done.headers[.location]))
            try await site.doesNotSee("Mag ik koffie?", at: "/worklist")
            #expect(try await site.press("/worklist/\(item)/closing").status == .conflict)
            try await site.press("/worklist/\(item)/reopening")
            try await site.sees("Mag ik koffie?", at: "/worklist")
            try await site.press("/worklist/\(item)/pause", "until=tomorrow")
            try await site.doesNotSee("Mag ik koffie?", at: "/worklist")
            try await site.sees("Mag ik koffie?", at: "/worklist?tab=later")
            clinic.wait(.days(1))
            try await site.signIn("marieke")
            try await site.sees("Mag ik koffie?", at: "/worklist")
        }
    }

    @Test func `a patient and a line of another practice are not found`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("jan")
            try await site.open("/messages")
            try await site.press("/messages", "question=Geheim")
            let item = try #require(
                try await clinic.store.read {
                    try $0.row("SELECT id FROM worklist_item") { try $0.id(0, of: Patient.self) }
                })
            try await site.signIn("marieke")
            try await site.open("/worklist")
            for path in [
                "/patients/\(clinic.jan)", "/patients/\(clinic.jan)/message", "/patients/\(clinic.jan)/readings",
            ] {
                let answer = try await site.open(path)
                #expect(answer.status == .notFound, "\(path)")
                #expect(!answer.text.contains("Geheim"))
            }
            try await site.open("/worklist/keys")
            for path in ["closing", "reopening", "pause"] {
                let answer = try await site.press("/worklist/\(item)/\(path)", "until=tomorrow")
                #expect(answer.status == .notFound, "\(path)")
            }
            for (path, form) in [
                ("messages", "text=hallo"), ("medication", "what=a&why=b"), ("draft", "text=x"),
                ("readings", "number=\(item)&systolic=120&diastolic=80"),
            ] {
                #expect(try await site.press("/patients/\(clinic.jan)/\(path)", form).status == .notFound, "\(path)")
            }
        }
        #expect(try await clinic.count("SELECT count(*) FROM portal_message") == 1)
        #expect(try await clinic.count("SELECT count(*) FROM portal_medication_change") == 0)
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
    }

    @Test func `a change of medicines needs a why, and the patient reads it`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.open("/patients/\(clinic.fatma)")
            let refused = try await site.press("/patients/\(clinic.fatma)/medication", "what=Amlodipine+erbij&why=")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Zonder reden geen wijziging."))
            #expect(refused.text.contains("value=\"Amlodipine erbij\""))
            try await site.press(
                "/patients/\(clinic.fatma)/medication", "what=Amlodipine+erbij&why=Uw+druk+bleef+hoog.")
            try await site.signIn("fatma")
            try await site.measures(128, 82)
            try await site.sees("Waarom? Uw druk bleef hoog.", at: "/graph")
        }
    }

    @Test func `a draft is looked at without being sent`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.open("/patients/\(clinic.fatma)/message")
            let report = try await site.press(
                "/patients/\(clinic.fatma)/draft",
                "text=Indien+u+klachten+ervaart+dient+u+contact+op+te+nemen+met+de+praktijk+voor+overleg.")
            #expect(report.text.contains("Lange zinnen"))
            #expect(report.text.contains("<del>indien</del>"))
            #expect(report.text.contains("Indien u klachten ervaart"))
        }
        #expect(try await clinic.count("SELECT count(*) FROM portal_message") == 0)
    }

    @Test func `a reading of the practice is kept as one, and is not averaged`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let html = try await site.open("/patients/\(clinic.fatma)/readings").text
            let start = try #require(html.range(of: "name=\"number\" value=\""))
            let number = html[start.upperBound...].prefix { $0 != "\"" }
            let path = "/patients/\(clinic.fatma)/readings"
            #expect(try await site.press(path, "number=\(number)&systolic=142").status == .unprocessableContent)
            #expect(
                try await site.press(path, "number=\(number)&systolic=142&diastolic=88&weight=86,4").status == .seeOther
            )
            try await site.sees("In de praktijk gemeten: 142/88", at: "/patients/\(clinic.fatma)")
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading WHERE setting = 'practice'") == 2)
        #expect(try await clinic.count("SELECT count(*) FROM measurements_day") == 0)
    }

    @Test func `the practice says of an unlikely reading that it counts`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.measures(129, 122, more: "&confirmed=yes")
            try await site.signIn("marieke")
            let html = try await site.open("/patients/\(clinic.fatma)").text
            let start = try #require(html.range(of: "/readings/"))
            let rest = html.components(separatedBy: "/readings/").first { $0.contains("/status\"") } ?? ""
            let id = rest.prefix { $0 != "/" }
            #expect(start.lowerBound < html.endIndex)
            #expect(
                try await site.press("/patients/\(clinic.fatma)/readings/\(id)/status", "status=final").status
                    == .seeOther)
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading WHERE status = 'final'") == 1)
        #expect(try await clinic.count("SELECT count(*) FROM measurements_day") == 1)
    }

    @Test func `only a GP changes a limit, and only to a number that makes sense`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.sees("De huisarts kan deze grenzen wijzigen.", at: "/practice/limits")
            #expect(try await site.press("/practice/limits", "limit=singleHighSystolic&value=160").status == .notFound)
            try await site.signIn("ada")
            try await site.open("/practice/limits")
            #expect(
                try await site.press("/practice/limits", "limit=singleHighSystolic&value=16").status
                    == .unprocessableContent)
            #expect(try await site.press("/practice/limits", "limit=nothing&value=160").status == .forbidden)
            #expect(try await site.press("/practice/limits", "limit=singleHighSystolic&value=160").status == .seeOther)
            try await site.signIn("fatma")
            let path = try #require(try await site.measures(161, 88, more: "&confirmed=yes").headers[.location])
            try await site.sees("Neem contact op met de praktijk", at: path)
        }
    }

    @Test func `every page of the practice stands in both languages`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            for path in [
                "/worklist", "/worklist?tab=later", "/worklist?tab=closed", "/worklist/keys", "/patients",
                "/patients/\(clinic.fatma)", "/patients/\(clinic.fatma)?show=goals",
                "/patients/\(clinic.fatma)/message", "/practice/limits",
            ] {
                #expect(try await site.open(path).status == .ok, "\(path)")
            }
        }
    }

    @Test func `a patient is found by the beginning of the name, and no name stands in an address`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            #expect(try await site.open("/patients").text.contains("method=\"post\" action=\"/patients\""))
            #expect(try await site.press("/patients", "q=Y%C4%B1l").text.contains("Yıldız, F."))
            #expect(try await site.press("/patients", "q=yil").text.contains("Yıldız, F."))
            let none = try await site.press("/patients", "q=%3Cscript%3Ewit").text
            #expect(none.contains("Niemand gevonden."))
            #expect(!none.contains("<script>wit"))
        }
    }
}
