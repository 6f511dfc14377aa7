import Clinical
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Storage
import Testing

@testable import Hartlijn

@Suite struct DoorTests {
    static let patientPages = [
        "/today", "/measure", "/measure/numbers", "/measure/phone", "/graph", "/messages", "/more", "/goal", "/import",
        "/watching",
        "/copy", "/copy/record.json", "/copy/readings.csv",
    ]

    @Test func `nobody who is not signed in sees a page of a patient`() async throws {
        try await Clinic().visit { site in
            for path in Self.patientPages {
                let answer = try await site.open(path)
                #expect(answer.status == .seeOther, "\(path)")
                #expect(answer.headers[.location] == "/")
                #expect(!answer.text.contains("Fatma"))
            }
        }
    }

    @Test(arguments: [("localhost", 200), ("hartlijn.example", 421)])
    func `a request for another name than ours is misdirected`(_ name: String, _ status: Int) async throws {
        let clinic = try await Clinic()
        let site = Site(store: clinic.store, clock: clinic.clock, cookies: SessionCookie(.tls), hosts: [name])
        try await Application(router: site.router()).test(.router) { client in
            let answer = try await client.execute(uri: "/", method: .get)
            #expect(answer.status.code == status)
        }
    }

    @Test func `who works at a practice cannot open the pages of a patient`() async throws {
        try await Clinic().visit { site in
            try await site.signIn("marieke")
            for path in Self.patientPages { #expect(try await site.open(path).status == .notFound, "\(path)") }
        }
    }

    @Test func `a patient cannot open the pages of a practice`() async throws {
        try await Clinic().visit { site in
            try await site.signIn("fatma")
            for path in ["/worklist", "/patients", "/practice/limits", "/programme"] {
                #expect(try await site.open(path).status == .notFound, "\(path)")
            }
        }
    }

    @Test func `a name we do not know and a wrong password get the same answer`() async throws {
        try await Clinic().visit { site in
            let unknown = try await site.send(.post, "/sign-in", "name=nobody&password=x")
            let wrong = try await site.send(.post, "/sign-in", "name=nobody&password=y")
            let known = try await site.send(.post, "/sign-in", "name=fatma&password=y")
            #expect(unknown.status == .unprocessableContent && known.status == .unprocessableContent)
            #expect(unknown.text == wrong.text)
            #expect(
                known.text.replacing("value=\"fatma\"", with: "")
                    == unknown.text.replacing("value=\"nobody\"", with: ""))
        }
    }

    @Test func `a form without the token of this session changes nothing`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            for token in ["", "form=", "form=00", "form=\(String(repeating: "ab", count: 32))"] {
                let answer = try await site.send(.post, "/messages", "\(token)&question=hallo")
                #expect(answer.status == .forbidden, "\(token)")
            }
        }
        #expect(try await clinic.count("SELECT count(*) FROM portal_message") == 0)
    }

    @Test func `a form that another site sends changes nothing`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/messages")
            var headers = HTTPFields()
            headers[HTTPField.Name("Sec-Fetch-Site")!] = "cross-site"
            #expect(try await site.send(.post, "/messages", "question=x", headers: headers).status == .forbidden)
        }
        #expect(try await clinic.count("SELECT count(*) FROM portal_message") == 0)
    }

    @Test func `ten thousand fields, another kind and too much are refused in plain words`() async throws {
        try await Clinic().visit { site in
            try await site.signIn("fatma")
            let many = (0..<10_000).map { "f\($0)=1" }.joined(separator: "&")
            #expect(try await site.send(.post, "/messages", many).status == .contentTooLarge)
            #expect(
                try await site.send(.post, "/messages", String(repeating: "a", count: 200_000)).status
                    == .contentTooLarge)
            let json = HTTPFields([HTTPField(name: .contentType, value: "application/json")])
            #expect(try await site.send(.post, "/messages", "{}", headers: json).status == .unsupportedMediaType)
            #expect(try await site.send(.post, "/messages", "question=%ff%fe").status == .badRequest)
            #expect(try await site.send(.post, "/messages", "question=%zz").status == .badRequest)
        }
    }

    @Test func `a session ends when it is signed out, not used, or old`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/more")
            try await site.press("/sign-out")
            #expect(try await site.open("/today").status == .seeOther)
            try await site.signIn("fatma")
            clinic.wait(.minutes(31))
            #expect(try await site.open("/today").status == .seeOther)
            try await site.signIn("fatma")
            for _ in 0..<25 {
                clinic.wait(.minutes(29))
                try await site.open("/today")
            }
            #expect(try await site.open("/today").status == .seeOther)
        }
    }

    @Test func `whoever leaves gets in nowhere any more, from that moment on`() async throws {
        let clinic = try await Clinic()
        let signIn = SignIn(store: clinic.store, cost: HashCost(rounds: 1 << 4))
        try await clinic.visit { site in
            try await site.signIn("marieke")
            #expect(try await site.open("/worklist").status == .ok)
            let occasion = clinic.clock.occasion
            #expect(try await signIn.leave("Marieke", from: occasion.now + .minutes(10), at: occasion))
            #expect(try await site.open("/worklist").status == .ok, "the last day is not over")
            clinic.wait(.minutes(10))
            #expect(try await site.open("/worklist").status == .seeOther)
            #expect(try await site.signIn("marieke") == .unprocessableContent)
            #expect(try await signIn.leave("nobody", from: occasion.now, at: occasion) == false)
            let later = occasion.now + .days(30)
            #expect(try await signIn.leave("marieke", from: later, at: occasion) == false, "an end is not put off")
            #expect(try await site.signIn("marieke") == .unprocessableContent)
        }
        let lines = try await clinic.count(
            "SELECT count(*) FROM audit_line WHERE action = 'changed' AND object = 'account'")
        #expect(lines == 1)
    }

    @Test func `another patient's reading is not found`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("jan")
            let path = try #require(try await site.measures(128, 82).headers[.location])
            try await site.signIn("fatma")
            #expect(try await site.open(path).status == .notFound)
            #expect(try await site.open("/measure/done/not-an-id").status == .notFound)
        }
    }

    @Test func `every look at a patient's page leaves a line`() async throws {
        let clinic = try await Clinic()
        let before = try await clinic.lines(about: clinic.fatma)
        try await clinic.visit { site in
            try await site.signIn("fatma")
            for path in ["/today", "/graph", "/messages", "/goal"] { try await site.open(path) }
        }
        #expect(try await clinic.lines(about: clinic.fatma) == before + 4)
    }

    @Test func `every answer says what a browser may do with it`() async throws {
        try await Clinic().visit { site in
            for path in ["/", "/nothing-here", "/health/live", "/today"] {
                let headers = try await site.open(path).headers
                #expect(headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true, "\(path)")
                #expect(headers[.xContentTypeOptions] == "nosniff", "\(path)")
                #expect(headers[.cacheControl] == "no-store", "\(path)")
            }
        }
    }

    @Test func `the site says whether it lives and whether it is ready`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            #expect(try await site.open("/health/live").text == "ok\n")
            #expect(try await site.open("/health/ready").text == "ok\n")
            try clinic.store.close()
            #expect(try await site.open("/health/ready").status == .serviceUnavailable)
        }
    }
}
