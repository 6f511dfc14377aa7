import Audit
import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import Testing

@testable import Hartlijn

/// Who helps, who shares, who cannot wait, and who looks at who looked.
@Suite struct MayLookTests {
    private static let birthday = "born-day=1&born-month=5&born-year=1990"

    /// Fatma lets Elif help with these; Elif has come in.
    private static func helper(_ clinic: Clinic, may categories: [String]) async throws {
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/helpers")
            let may = categories.map { "may=\($0)" }.joined(separator: "&")
            let page = try await site.press(
                "/helpers", "given=Elif&family=Y%C4%B1ld%C4%B1z&\(birthday)&\(may)&months=3"
            ).text
            let code = String(try #require(page.firstMatch(of: #/big-code num">([0-9A-Z-]{9})</#)).1)
            let done = try await site.send(
                .post, "/activate/account", "code=\(code)&\(birthday)&name=elif&password=\(Clinic.password)")
            #expect(done.headers[.location] == "/helping")
        }
    }

    @Test func `who helps does what the patient ticked, under their own name`() async throws {
        let clinic = try await Clinic()
        try await Self.helper(clinic, may: ["readings", "messages"])
        try await clinic.visit { site in
            try await site.signIn("elif")
            try await site.sees("U doet dit namens Fatma Yıldız", at: "/helping")
            try await site.sees("U doet dit namens Fatma Yıldız", at: "/graph")
            for closed in ["/measure", "/goal", "/copy", "/helpers", "/watching", "/import"] {
                #expect(try await site.open(closed).status == .notFound, "\(closed)")
            }
            try await site.open("/messages")
            try await site.press("/messages", "question=Mag+zij+de+pil+laten+staan%3F")
            try await site.sees("Elif Yıldız namens Fatma Yıldız", at: "/messages")
            try await site.signIn("fatma")
            try await site.sees("Elif Yıldız namens Fatma Yıldız", at: "/messages")
            try await site.sees("iemand die u helpt", at: "/watching")
            try await site.signIn("marieke")
            let record = try await site.open("/patients/\(clinic.fatma)").text
            #expect(record.contains("Elif Yıldız namens"))
        }
        let lines = try await clinic.count(
            "SELECT count(*) FROM audit_line WHERE actor = 'proxy' AND ground = 'mandate' AND basis_id IS NOT NULL")
        #expect(lines >= 4)
    }

    @Test func `who may only measure is not told what the patient usually has`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            for day in 0..<3 {
                try await site.measures(128, 82 + day)
                clinic.wait(.hours(24))
                try await site.signIn("fatma")
            }
            let asked = try await site.measures(175, 105)
            #expect(asked.text.contains("Klopt 175?"), "that far from the usual is asked back")
        }
        try await Self.helper(clinic, may: ["measuring"])
        try await clinic.visit { site in
            try await site.signIn("elif")
            let asked = try await site.measures(175, 105)
            #expect(asked.status == .seeOther, "the same number is asked back from nobody who may not know the usual")
        }
    }

    @Test func `a mandate that the patient stops, or that is over, ends at once`() async throws {
        let clinic = try await Clinic()
        try await Self.helper(clinic, may: ["readings"])
        try await clinic.visit { elif in
            try await elif.signIn("elif")
            #expect(try await elif.open("/graph").status == .ok)
            try await clinic.visit { fatma in
                try await fatma.signIn("fatma")
                let html = try await fatma.open("/helpers").text
                let path = String(try #require(html.firstMatch(of: #/action="(\/helpers\/[^"]+\/end)"/#)).1)
                try await fatma.press(path)
                #expect(try await fatma.press(path).status == .notFound)
            }
            #expect(try await elif.open("/graph").status == .seeOther)
        }
        try await Self.secondHelper(clinic)
    }

    private static func secondHelper(_ clinic: Clinic) async throws {
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/helpers")
            for wrong in [
                "", "given=A&family=B&\(birthday)&months=3", "given=A&family=B&may=readings&months=3",
                "given=A&family=B&\(birthday)&may=everything&months=3",
                "given=A&family=B&\(birthday)&may=goals&months=99",
            ] {
                #expect(try await site.press("/helpers", wrong).status == .unprocessableContent, "\(wrong)")
            }
        }
    }

    @Test func `the hospital sees who shares, changes nothing, and sees nobody when that stops`() async throws {
        let clinic = try await Clinic()
        let hospital = try await clinic.careGroup()
        try await clinic.visit { ilse in
            try await ilse.signIn("ilse")
            try await ilse.sees("Er deelt nu niemand", at: "/shared")
            #expect(try await ilse.open("/patients/\(clinic.fatma)").status == .notFound)
            try await clinic.visit { fatma in
                try await fatma.signIn("fatma")
                try await fatma.open("/helpers")
                try await fatma.press("/sharing", "hospital=\(hospital)&months=1")
                let elsewhere = try await fatma.press("/sharing", "hospital=\(clinic.elsewhere)&months=1")
                #expect(elsewhere.status == .notFound)
                try await ilse.sees("Yıldız, F.", at: "/shared")
                let record = try await ilse.open("/patients/\(clinic.fatma)").text
                #expect(record.contains("De patiënt deelt dit met u tot"))
                #expect(!record.contains("/medication\""))
                #expect(try await ilse.open("/patients/\(clinic.fatma)/message").status == .notFound)
                try await fatma.sees("U deelt met dit ziekenhuis.", at: "/watching")
                let html = try await fatma.open("/helpers").text
                let path = String(try #require(html.firstMatch(of: #/action="(\/sharing\/[^"]+\/end)"/#)).1)
                try await fatma.press(path)
            }
            #expect(try await ilse.open("/patients/\(clinic.fatma)").status == .notFound)
        }
    }

    @Test func `what cannot wait opens for an hour, to look only, and everybody is told`() async throws {
        let clinic = try await Clinic()
        _ = try await clinic.careGroup()
        let asked =
            "family=de+Wit&born-day=14&born-month=3&born-year=1961&reason=acute&explanation=Ligt+op+de+grond+thuis"
        try await clinic.visit { site in
            try await site.signIn("marieke")
            #expect(try await site.open("/patients/\(clinic.jan)").status == .notFound)
            try await site.open("/emergency")
            for wrong in [
                "", asked.replacing("reason=acute", with: "reason=x"),
                asked.replacing("thuis", with: "").replacing("Ligt+op+de+grond+", with: "nu"),
                asked.replacing("1961", with: "1962"), asked.replacing("Wit", with: "Zwart"),
            ] {
                #expect(try await site.press("/emergency", wrong).status == .unprocessableContent, "\(wrong)")
            }
            let opened = try await site.press("/emergency", asked)
            #expect(opened.headers[.location] == "/patients/\(clinic.jan)")
            try await site.sees("Noodinzage tot", at: "/patients/\(clinic.jan)")
            for closed in ["message", "readings", "letter"] {
                #expect(try await site.open("/patients/\(clinic.jan)/\(closed)").status == .notFound, "\(closed)")
            }
            try await site.open("/worklist")
            #expect(try await site.press("/patients/\(clinic.jan)/medication", "what=a&why=b").status == .notFound)
            try await site.signIn("ada")
            #expect(try await site.open("/patients/\(clinic.jan)").status == .notFound, "a colleague did not say so")

            try await site.signIn("jan")
            try await site.sees("Er is met spoed gekeken", at: "/today")
            try await site.sees("Met spoed: het kon niet wachten.", at: "/watching")
            try await site.signIn("paula")
            let desk = try await site.open("/access").text
            #expect(desk.contains("Ligt op de grond thuis"))
            let matter = String(try #require(desk.firstMatch(of: #/value="(emergency [^"]+)"/#)).1)
            let key = matter.replacing(" ", with: "+")
            try await site.press("/access/\(clinic.elsewhere)/review", "matter=\(key)&verdict=fine&note=gebeld")
            try await site.sees("gebeld", at: "/access")
            #expect(
                try await site.press("/access/\(clinic.elsewhere)/review", "matter=\(key)&verdict=x").status
                    == .forbidden)

            clinic.wait(.minutes(61))
            try await site.signIn("marieke")
            #expect(try await site.open("/patients/\(clinic.jan)").status == .notFound)
            for count in 2...4 {
                try await site.open("/emergency")
                let status = try await site.press("/emergency", asked).status
                #expect(status == (count < 4 ? .seeOther : .unprocessableContent), "\(count)")
            }
        }
    }

    @Test func `an administrator lets somebody go, at once, and never themselves`() async throws {
        let clinic = try await Clinic()
        _ = try await clinic.careGroup()
        try await clinic.visit { marieke in
            try await marieke.signIn("marieke")
            #expect(try await marieke.open("/worklist").status == .ok)
            try await clinic.visit { otto in
                try await otto.signIn("otto")
                try await otto.sees("Marieke Kok", at: "/people")
                try await otto.press("/people/\(clinic.marieke)/end", "now=now")
                let own = try await clinic.worker("otto")
                #expect(try await otto.press("/people/\(own)/end", "now=now").status == .notFound)
                #expect(try await otto.press("/people/\(clinic.fatma)/end", "now=now").status == .notFound)
                try await otto.sees("vertrokken", at: "/people")
            }
            #expect(try await marieke.open("/worklist").headers[.location] == "/")
            #expect(try await marieke.signIn("marieke") == .unprocessableContent)
        }
    }
}
