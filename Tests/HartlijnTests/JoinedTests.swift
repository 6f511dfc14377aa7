import Audit
import Clinical
import HTTPTypes
import HummingbirdTesting
import Storage
import Stories
import Testing

@testable import Hartlijn

/// One account for somebody who helps several people, each under their own mandate.
@Suite struct JoinedTests {
    private static let birthday = "born-day=1&born-month=5&born-year=1990"

    private static func invitation(by patient: String, may: String, _ site: Visit) async throws -> String {
        try await site.signIn(patient)
        try await site.open("/helpers")
        let page = try await site.press(
            "/helpers", "given=Elif&family=Y%C4%B1ld%C4%B1z&\(birthday)&\(may)&months=3"
        ).text
        return String(try #require(page.firstMatch(of: #/big-code num">([0-9A-Z-]{9})</#)).1)
    }

    /// Elif helps Fatma, and then Jan of another practice as well.
    private static func both(_ clinic: Clinic) async throws {
        try await clinic.visit { site in
            let first = try await invitation(by: "fatma", may: "may=readings&may=messages", site)
            _ = try await site.send(
                .post, "/activate/account", "code=\(first)&\(birthday)&name=elif&password=\(Clinic.password)")
            let second = try await invitation(by: "jan", may: "may=readings&may=measuring", site)
            try await site.signIn("elif")
            try await site.doesNotSee("Voor wie?", at: "/helping")
            for wrong in [
                "", "code=\(second)", "code=\(second)&born-day=2&born-month=5&born-year=1990",
                "code=0000-0000&\(birthday)",
            ] {
                #expect(try await site.press("/helping/join", wrong).status == .unprocessableContent, "\(wrong)")
                try await site.open("/helping")
            }
            #expect(try await site.press("/helping/join", "code=\(second)&\(birthday)").status == .seeOther)
            try await site.open("/helping")
            #expect(
                try await site.press("/helping/join", "code=\(second)&\(birthday)").status == .unprocessableContent,
                "a code works once")
        }
    }

    private static func choose(_ name: String, _ site: Visit) async throws {
        let html = try await site.open("/helping").text
        let buttons = html.matches(of: #/name="proxy" value="([^"]+)">([^<]+)</#)
        let proxy = String(try #require(buttons.first { $0.2.contains(name) }).1)
        #expect(try await site.press("/helping/choice", "proxy=\(proxy)").headers[.location] == "/helping")
    }

    @Test func `who helps two people chooses for whom, and what each ticked holds for each`() async throws {
        let clinic = try await Clinic()
        try await Self.both(clinic)
        try await clinic.visit { site in
            try await site.signIn("elif")
            try await site.sees("U doet dit namens Fatma Yıldız", at: "/graph")
            try await site.sees("Voor iemand anders", at: "/graph")
            #expect(try await site.open("/measure").status == .notFound, "Fatma did not tick it")
            try await site.open("/helping")
            #expect(try await site.press("/helping/choice", "proxy=\(clinic.jan)").status == .notFound)
            try await Self.choose("Jan", site)
            for path in ["/helping", "/today", "/measure", "/measure/cuff", "/measure/numbers"] {
                try await site.sees("U doet dit namens Jan de Wit", at: path)
                try await site.doesNotSee("Fatma Yıldız.", at: path)
            }
            #expect(try await site.open("/messages").status == .notFound, "Jan did not tick it")
            let done = try await site.measures(128, 82)
            try await site.sees("U doet dit namens Jan de Wit", at: try #require(done.headers[.location]))
            try await Self.choose("Fatma", site)
            try await site.sees("U doet dit namens Fatma Yıldız", at: "/messages")
            try await site.signIn("jan")
            try await site.sees("Elif Yıldız", at: "/watching")
        }
        #expect(
            try await clinic.count("SELECT count(*) FROM measurements_reading WHERE patient_id = \(clinic.jan)") == 1)
        #expect(
            try await clinic.count("SELECT count(*) FROM measurements_reading WHERE patient_id = \(clinic.fatma)") == 0)
    }

    @Test func `one who stops takes nothing from the other`() async throws {
        let clinic = try await Clinic()
        try await Self.both(clinic)
        try await clinic.visit { elif in
            try await elif.signIn("elif")
            try await Self.choose("Jan", elif)
            try await clinic.visit { jan in
                try await jan.signIn("jan")
                let html = try await jan.open("/helpers").text
                #expect(!html.contains("Heeft de code nog niet gebruikt."))
                let path = String(try #require(html.firstMatch(of: #/action="(\/helpers\/[^"]+\/end)"/#)).1)
                try await jan.press(path)
            }
            #expect(try await elif.open("/today").status == .seeOther, "at once")
            try await elif.signIn("elif")
            try await elif.sees("U doet dit namens Fatma Yıldız", at: "/graph")
            try await elif.doesNotSee("Jan de Wit", at: "/helping")
        }
    }

    @Test func `when the first mandate is over the account goes on with the second, also after forgetting`()
        async throws
    {
        let clinic = try await Clinic()
        try await Self.both(clinic)
        let story = PatientIsForgotten(store: clinic.store)
        let proof = try await story.tell(
            clinic.fatma, of: clinic.practice, by: .hartlijn, at: clinic.clock.occasion)
        #expect(proof?.accounts == 1, "Fatma's own")
        try await clinic.visit { site in
            try await site.signIn("elif")
            try await site.sees("U doet dit namens Jan de Wit", at: "/graph")
            try await site.doesNotSee("Voor wie?", at: "/helping")
        }
        #expect(try await clinic.count("SELECT count(*) FROM identity_joined") == 0)
        let last = try await story.tell(clinic.jan, of: clinic.elsewhere, by: .hartlijn, at: clinic.clock.occasion)
        #expect(last?.accounts == 2, "Jan's own, and Elif's")
    }
}
