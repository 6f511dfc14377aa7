import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Portal
import Storage
import Testing

/// What people and browsers do with forms: press twice, go back, write long, write nothing that can be seen.
@Suite struct SentTwiceTests {
    private static let marks: [(name: String, page: String, path: String, fields: String, rows: SQL)] = [
        (
            "fatma", "/messages", "/messages", "question=Mag+ik+koffie%3F",
            "SELECT count(*) FROM portal_message"
        ),
        ("fatma", "/goal", "/goal", "text=Elke+dag+wandelen", "SELECT count(*) FROM portal_goal"),
        (
            "marieke", "/patients/00000000-0000-0002-0000-000000000001/message",
            "/patients/00000000-0000-0002-0000-000000000001/messages", "text=Dag+Fatma.",
            "SELECT count(*) FROM portal_message"
        ),
        (
            "marieke", "/patients/00000000-0000-0002-0000-000000000001",
            "/patients/00000000-0000-0002-0000-000000000001/medication", "what=Pil+erbij&why=Bloeddruk",
            "SELECT count(*) FROM portal_medication_change"
        ),
    ]

    @Test(arguments: marks.indices)
    func `a form that is sent twenty times at once is kept once`(place: Int) async throws {
        let mark = Self.marks[place]
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn(mark.name)
            try await site.open(mark.page)
            let answers = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                for _ in 0..<20 { group.addTask { try await site.press(mark.path, mark.fields).status } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(answers == [.seeOther])
        }
        #expect(try await clinic.count(mark.rows) == 1)
        guard mark.path != "/goal" else { return }  // whoever has a goal is not asked for another one
        try await clinic.visit { site in
            try await site.signIn(mark.name)
            try await site.open(mark.page)
            try await site.press(mark.path, mark.fields)
        }
        #expect(try await clinic.count(mark.rows) == 2, "the same words in another form are said again")
    }

    @Test func `going back a page and correcting the numbers keeps both readings`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let number = try await site.formNumber()
            func measures(_ systolic: Int, _ diastolic: Int) async throws -> String? {
                try await site.press(
                    "/measure/numbers",
                    "number=\(number)&systolic=\(systolic)&diastolic=\(diastolic)&pulse=64&confirmed=yes"
                ).headers[.location]
            }
            let calm = try #require(try await measures(128, 81))
            #expect(try await measures(128, 81) == calm, "pressed twice: the same answer")
            let high = try #require(try await measures(186, 104))
            #expect(high.hasSuffix("/complaints"))
            #expect(try await measures(186, 104) == high, "pressed twice: the same question")
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 2)
        #expect(try await clinic.count("SELECT count(*) FROM worklist_item WHERE family = 'pressure'") == 1)
    }

    @Test func `two thousand code points in many lines are kept, with their lines`() async throws {
        let clinic = try await Clinic()
        let family = "👨‍👩‍👧‍👦"  // seven code points, one character
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/messages")
            let lines = String(repeating: "a%0D%0A", count: 999) + "aa"
            #expect(try await site.press("/messages", "question=\(lines)").status == .seeOther)
            try await site.open("/messages")
            let families = String(repeating: try #require(family.encoded), count: 286)
            #expect(try await site.press("/messages", "question=\(families)").status == .unprocessableContent)
            try await site.open("/goal")
            let long = String(repeating: try #require(family.encoded), count: 18)
            #expect(try await site.press("/goal", "text=\(long)").status == .unprocessableContent)
            try await site.open("/goal")
            #expect(try await site.press("/goal", "text=\(try #require(family.encoded))").status == .seeOther)
        }
        let (fatma, practice) = (clinic.fatma, clinic.practice)
        let sent = try await clinic.store.read { try Portal.messages(of: fatma, in: practice, $0) }
        #expect(sent.map(\.body.unicodeScalars.count) == [2000])
        #expect(!sent.contains { $0.body.unicodeScalars.contains("\r") })
    }

    @Test(arguments: ["%C2%A0", "%E2%80%8B%E2%80%8B", "%E2%80%AE", "%1B", "%E2%81%A0+%C2%AD"])
    func `a text that nobody can see is no text`(text: String) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/goal")
            #expect(try await site.press("/goal", "text=\(text)").status == .unprocessableContent)
        }
        #expect(try await clinic.count("SELECT count(*) FROM portal_goal") == 0)
    }

    @Test func `a goal of somebody else is not found, and leaves no line`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("jan")
            try await site.open("/goal")
            try await site.press("/goal", "text=Fietsen")
            let goal = try await clinic.store.read {
                try $0.row("SELECT id FROM portal_goal") { try $0.id(0, of: Patient.self) }
            }
            let path = "/goal/\(try #require(goal))"
            try await site.signIn("fatma")
            try await site.open("/goal")
            #expect(try await site.press("\(path)/days").status == .notFound)
            #expect(try await site.press("\(path)/end").status == .notFound)
        }
        #expect(try await clinic.count("SELECT count(*) FROM portal_goal_day") == 0)
        let fatma = clinic.fatma
        let changed = try await clinic.store.read {
            try $0.row("SELECT count(*) FROM audit_line WHERE patient_id = \(fatma) AND action = 'changed'") {
                try $0.int(0)
            }
        }
        #expect(changed == 0)
    }

    @Test func `reopening a line that was put off leaves it put off`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/messages")
            try await site.press("/messages", "question=Mag+ik+koffie%3F")
            try await site.signIn("marieke")
            let item = try await site.firstLine()
            try await site.press("/worklist/\(item)/pause", "until=tomorrow")
            #expect(try await site.press("/worklist/\(item)/reopening").status == .conflict)
            try await site.doesNotSee("Mag ik koffie?", at: "/worklist")
        }
    }

    @Test func `who signs in where somebody else was signed in ends that session`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.signIn("marieke")
        }
        #expect(try await clinic.count("SELECT count(*) FROM identity_session WHERE ended_at IS NULL") == 1)
    }
}

extension String {
    fileprivate var encoded: String? { addingPercentEncoding(withAllowedCharacters: .alphanumerics) }
}
