import Clinical
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

@Suite struct PlanTests {
    private static let plan = "protocol=five-days&systolic=130&diastolic=80"

    @Test func `a plan is agreed, a week is asked for, and the patient is asked to measure`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            let path = "/patients/\(clinic.fatma)"
            try await site.signIn("marieke")
            try await site.open("\(path)/plan")
            #expect(try await site.press("\(path)/plan", Self.plan).headers[.location] == "\(path)/plan")
            try await site.sees("&lt; 130/80", at: "\(path)/plan")
            try await site.press("\(path)/weeks", "starts=2026-11-25")
            try await site.sees("Gevraagd: 25 – 29 nov", at: "\(path)/plan")
            try await site.signIn("fatma")
            try await site.sees("dag 1 van 5", at: "/today")
        }
    }

    @Test func `a week that is withdrawn is not asked for, and what was measured stays`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            let path = "/patients/\(clinic.fatma)"
            try await site.signIn("marieke")
            try await site.open("\(path)/plan")
            try await site.press("\(path)/weeks", "starts=2026-11-25")
            try await site.signIn("fatma")
            try await site.measures(128, 78)
            try await site.signIn("marieke")
            let place = try await site.open("\(path)/plan").text
            let end = try #require(place.split(separator: "\"").first { $0.hasSuffix("/end") }.map(String.init))
            #expect(try await site.press(end).status == .seeOther)
            #expect(try await site.press(end).status == .notFound, "it is withdrawn once")
            try await site.doesNotSee("Gevraagd:", at: "\(path)/plan")
            try await site.press("\(path)/weeks", "starts=2026-11-25")
            try await site.sees("Gevraagd: 25 nov – 1 dec", at: "\(path)/plan")
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 1)
    }

    @Test func `a form that is sent twice asks for one week, and weeks do not overlap`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            let path = "/patients/\(clinic.fatma)"
            try await site.signIn("marieke")
            try await site.open("\(path)/plan")
            for _ in 0..<2 { #expect(try await site.press("\(path)/weeks", "starts=2026-11-30").status == .seeOther) }
            try await site.open("\(path)/plan")
            let answer = try await site.press("\(path)/weeks", "starts=2026-12-06")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Er is al een meetweek in deze dagen."))
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_week") == 1)
    }

    @Test(arguments: [
        ("protocol=six&systolic=130&diastolic=80", "#protocol"),
        ("protocol=five-days&systolic=300&diastolic=80", "#systolic"),
        ("protocol=five-days&systolic=80&diastolic=80", "#diastolic"),
        ("protocol=five-days&systolic=130&diastolic=80&heart-failure=2027-01-01", "#heart-failure"),
        ("protocol=five-days&systolic=130&diastolic=80&heart-failure=gisteren", "#heart-failure"),
    ])
    func `what cannot be agreed is told beside its field`(_ form: String, _ field: String) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.open("/patients/\(clinic.fatma)/plan")
            let answer = try await site.press("/patients/\(clinic.fatma)/plan", form)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("<a href=\"\(field)\">"))
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_agreement") == 0)
    }

    @Test(arguments: ["2026-11-24", "2027-06-01", "morgen", ""])
    func `a week begins between today and three months on`(_ day: String) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.open("/patients/\(clinic.fatma)/plan")
            let answer = try await site.press("/patients/\(clinic.fatma)/weeks", "starts=\(day)")
            #expect(answer.status == .unprocessableContent)
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_week") == 0)
    }
}
