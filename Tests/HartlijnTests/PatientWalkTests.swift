import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

@Suite struct PatientWalkTests {
    @Test func `a patient measures, is thanked, and sees the reading`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.sees("Goedemorgen, Fatma", at: "/today")
            try await site.sees("rustig zitten", at: "/measure")
            try await site.sees("Doe de band om uw arm", at: "/measure/cuff")
            let answer = try await site.measures(128, 82)
            #expect(answer.status == .seeOther)
            let path = try #require(answer.headers[.location])
            try await site.sees("Dank u. Dit is onder uw doel.", at: path)
            try await site.sees("<b>128</b> / 82", at: "/graph")
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading WHERE first_value = 128") == 1)
    }

    @Test func `the same form sent twice is one reading`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let number = try await site.formNumber()
            for _ in 0..<3 {
                try await site.press("/measure/numbers", "number=\(number)&systolic=128&diastolic=82&pulse=64")
            }
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 1)
        #expect(try await clinic.count("SELECT CAST(sum(mornings) AS BIGINT) FROM measurements_day") == 1)
    }

    @Test(arguments: [
        "", "systolic=&diastolic=82", "systolic=abc&diastolic=82", "systolic=12,8&diastolic=82",
        "systolic=0&diastolic=82", "systolic=401&diastolic=82", "systolic=128&diastolic=999999999999999999999",
        "systolic=-128&diastolic=82", "systolic=128&diastolic=82&pulse=x", "systolic=1e3&diastolic=82",
    ])
    func `what is not a reading is asked again and not kept`(fields: String) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let number = try await site.formNumber()
            let answer = try await site.press("/measure/numbers", "number=\(number)&\(fields)")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("error-summary"))
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
    }

    @Test func `an unlikely number is asked back, and kept as unconfirmed when the patient is sure`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let question = try await site.measures(290, 100)
            #expect(question.status == .ok)
            #expect(question.text.contains("Klopt 290?"))
            try await site.measures(290, 100, more: "&confirmed=yes")
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading WHERE status = 'unconfirmed'") == 1)
        #expect(try await clinic.count("SELECT count(*) FROM measurements_day") == 0)
        #expect(try await clinic.count("SELECT count(*) FROM worklist_item WHERE reason = 'unconfirmed'") == 1)
    }

    @Test func `swapped numbers are offered the other way round`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            #expect(try await site.measures(82, 128).text.contains("Draai om"))
            try await site.measures(82, 128, more: "&confirmed=swap")
        }
        #expect(try await clinic.count("SELECT first_value FROM measurements_reading") == 128)
    }

    @Test func `a very high reading asks what the patient feels, and chest pain means 112`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let path = try #require(try await site.measures(190, 112).headers[.location])
            #expect(path.hasSuffix("/complaints"))
            try await site.sees("Hebt u nu een van deze klachten?", at: path)
            let answer = try await site.press(path, "complaint=chest-pain")
            try await site.sees("Bel nu 112", at: try #require(answer.headers[.location]))
        }
        #expect(try await clinic.count("SELECT urgency FROM worklist_item") == 0)
    }

    @Test func `a question goes to the practice and is shown back`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/messages")
            #expect(try await site.press("/messages", "question=Mag+ik+koffie%3F").status == .seeOther)
            try await site.sees("Mag ik koffie?", at: "/messages")
            let empty = try await site.press("/messages", "question=+++")
            #expect(empty.status == .unprocessableContent)
        }
        #expect(try await clinic.count("SELECT count(*) FROM worklist_item WHERE reason = 'question'") == 1)
    }

    @Test func `markup in a question stays text`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/messages")
            try await site.press("/messages", "question=%3Cscript%3Ealert(1)%3C/script%3E")
            try await site.sees("&lt;script&gt;alert(1)&lt;/script&gt;", at: "/messages")
            try await site.doesNotSee("<script>alert", at: "/messages")
        }
    }

    @Test func `an own goal is set, ticked and reached`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/goal")
            try await site.press("/goal", "text=elke+dag+wandelen")
            let html = try await site.open("/goal").text
            let start = try #require(html.range(of: "action=\"/goal/"))
            let id = html[start.upperBound...].prefix { $0 != "/" }
            try await site.press("/goal/\(id)/days")
            try await site.sees("1 van de 7 dagen gelukt", at: "/today")
            try await site.press("/goal/\(id)/end")
            try await site.sees("Eerder gehaald", at: "/goal")
        }
    }

    @Test func `every page can be read in English`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            for path in [
                "/today", "/measure", "/measure/cuff", "/measure/numbers", "/graph", "/messages", "/more", "/goal",
                "/import",
            ] {
                #expect(try await site.open(path).status == .ok, "\(path)")
            }
        }
    }
}
