import Clinical
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Storage
import TestStores
import Testing
import Web

@testable import Hartlijn
@testable import Identity

/// What stands on every answer, and what a browser is told to keep.
@Suite struct FrontDoorTests {
    private static func header(_ name: String) throws -> HTTPField.Name { try #require(HTTPField.Name(name)) }

    @Test func `over TLS every cookie is for this host, this channel and no script`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit(over: .tls) { site in
            let form = "name=fatma&password=\(Clinic.password)"
            let answers = [
                try await site.send(.post, "/sign-in", form), try await site.open("/language/en"),
            ]
            let cookies = answers.flatMap { $0.headers[values: .setCookie] }
            #expect(cookies.count == 3, "the session, the browser and the language")
            for cookie in cookies {
                let parts = Set(cookie.split(separator: ";").map { $0.drop { $0 == " " }.lowercased() })
                #expect(cookie.hasPrefix("__Host-"), "\(cookie)")
                #expect(parts.isSuperset(of: ["secure", "httponly", "path=/", "samesite=lax"]), "\(cookie)")
                #expect(!parts.contains { $0.hasPrefix("domain") }, "\(cookie)")
            }
            site.keepsCookies(of: answers[0])
            #expect(try await site.open("/today").status == .ok)
        }
    }

    @Test(arguments: ["/", "/today", "/nothing-here", "/health/live", "/sw.js"])
    func `over TLS every answer tells browsers to stay there, in a window of their own`(path: String) async throws {
        try await Clinic().visit(over: .tls) { site in
            let headers = try await site.open(path).headers
            #expect(headers[.strictTransportSecurity] == "max-age=31536000; includeSubDomains")
            #expect(headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
            #expect(headers[try Self.header("Cross-Origin-Opener-Policy")] == "same-origin")
            #expect(headers[try Self.header("Cross-Origin-Resource-Policy")] == "same-origin")
        }
        try await Clinic().visit { site in
            let headers = try await site.open(path).headers
            #expect(headers[.strictTransportSecurity] == nil)
        }
    }

    @Test func `a page that wants what its policy forbids is reported, and the report is counted`() async throws {
        let heard = Heard()
        try await Clinic().visit(log: heard.logger) { site in
            let headers = try await site.open("/").headers
            #expect(headers[.contentSecurityPolicy]?.hasSuffix("report-uri /reports/policy; report-to policy") == true)
            #expect(headers[try Self.header("Reporting-Endpoints")] == #"policy="/reports/policy""#)
            let report = #"[{"type":"csp-violation","body":{"effectiveDirective":"script-src-elem"}}]"#
            for _ in 0..<10 {
                let answer = try await site.send(
                    .post, "/reports/policy", report, headers: [.contentType: "application/reports+json"])
                #expect(answer.status == .noContent)
            }
            let long = String(repeating: "a", count: 40_000)
            #expect(try await site.send(.post, "/reports/policy", long).status == .contentTooLarge)
        }
        let lines = heard.lines(saying: "policy broken")
        #expect(lines.map { $0.details["count"] } == ["1", "10"])
        #expect(lines.allSatisfy { $0.details["directive"] == "script-src" })
    }

    /// Every door that can be looked at without a number in its address, by who can come there.
    @Test func `every answer says what it is, and in which letters`() async throws {
        let clinic = try await Clinic()
        _ = try await clinic.careGroup()
        let site = Site(
            store: clinic.store, clock: clinic.clock, cookies: SessionCookie(.loopback), safe: .test, door: .light)
        _ = site.router()
        let paths = site.book.doors.filter { $0.method == .get && !$0.template.contains(":") }.map { "/\($0.template)" }
        let others = ["/health/live", "/health/ready", "/sw.js", "/manifest.webmanifest", "/nothing", "/a/x/base.css"]
        #expect(paths.count > 40)
        for name in ["", "fatma", "marieke", "ada", "otto", "paula", "ilse"] {
            try await clinic.visit { site in
                if !name.isEmpty { try await site.signIn(name) }
                for path in paths + others {
                    let answer = try await site.open(path)
                    guard answer.body.readableBytes > 0 else { continue }
                    let kind = answer.headers[.contentType] ?? ""
                    let isText = kind.hasPrefix("text/") && kind.hasSuffix("; charset=utf-8")
                    let isOther = ["application/json", "application/manifest+json", "application/fhir+json"]
                        .contains { kind.hasPrefix($0) }
                    #expect(isText || isOther, "\(path) for \(name): \(kind) \(answer.status.code)")
                }
            }
        }
    }

    @Test func `text that is encoded twice is decoded once, and is still text`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/messages")
            try await site.press("/messages", "question=%253Cb%253Evet%26amp%3Blt%3B")
            let page = try await site.open("/messages").text
            #expect(page.contains("%3Cb%3Evet&amp;amp;lt;"))
            #expect(!page.contains("<b>vet"))
        }
    }

    @Test func `a field that is sent twice counts once, and one in the address is no field of the form`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/messages")
            try await site.press("/messages", "question=de+eerste&question=de+tweede")
            let page = try await site.open("/messages").text
            #expect(page.contains("de eerste") && !page.contains("de tweede"))
            let token = try #require(page.firstMatch(of: #/name="form" value="([0-9a-f]+)"/#)).1
            let twice = try await site.send(.post, "/messages", "form=00&form=\(token)&question=x")
            #expect(twice.status == .forbidden)
            let elsewhere = try await site.send(.post, "/messages?form=\(token)&question=x", "question=x")
            #expect(elsewhere.status == .forbidden)
            try await site.press("/messages?question=uit+het+adres", "")
            try await site.doesNotSee("uit het adres", at: "/messages")
        }
    }

    @Test func `what follows to a page cannot begin another field`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke", proving: .not)
            for (path, way) in [
                ("/patients/a&to=x", "/patients/a%26to%3Dx"), ("/patients/a%26b", "/patients/a%2526b"),
            ] {
                let answer = try await site.open(path)
                #expect(answer.headers[.location] == "/sign-in/again?to=\(way)")
            }
        }
    }

    @Test(arguments: [
        ("127.0.0.1", "203.0.113.9", "203.0.113.0"), ("127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.0"),
        ("::1", "2001:db8:1:2::3", "2001:db8:1::"), ("203.0.113.9", "198.51.100.1", "203.0.113.0"),
        ("10.0.0.7", "198.51.100.1", "10.0.0.0"), ("10.0.0.8", "198.51.100.1", "198.51.100.0"),
        ("127.0.0.1", "zomaar\tiets", "aae.0"),
    ])
    func `only a proxy of ours tells who called, and only its own word counts`(
        caller: String, told: String, network: String
    ) throws {
        let headers: HTTPFields = [.forwardedFor: told]
        let request = Request(
            head: HTTPRequest(method: .get, scheme: nil, authority: "x", path: "/", headerFields: headers),
            body: RequestBody(buffer: ByteBuffer()))
        #expect(Network.of(request, called: caller, by: ["10.0.0.8"]) == network)
    }

    @Test func `a wrong proxy cannot make one network of many`() async throws {
        let clinic = try await Clinic()
        let told = try Self.header("X-Forwarded-For")
        let site = Site(store: clinic.store, clock: clinic.clock, cookies: SessionCookie(.loopback), door: .light)
        let signIn = SignIn(store: clinic.store, cost: HashCost(rounds: 1 << 4))
        for _ in 0..<58 { try await signIn.count(.network("203.0.113.0"), at: clinic.clock.occasion) }
        try await Application(router: site.router()).test(.live) { client in
            var statuses: [Int] = []
            for (number, name) in ["fatma", "jan", "marieke", "ada"].enumerated() {
                // What a browser says stands before what the proxy adds.
                let answer = try await client.execute(
                    uri: "/sign-in", method: .post,
                    headers: [
                        told: "198.51.\(number).1, 203.0.113.\(number)",
                        .contentType: "application/x-www-form-urlencoded",
                    ], body: ByteBuffer(string: "name=\(name)&password=Lente2026"))
                statuses.append(answer.status.code)
            }
            #expect(statuses == [422, 422, 429, 429], "one try at each of many accounts is held back")
        }
    }

    @Test func `who signed in from a network before is not kept out by who guesses from it`() async throws {
        let clinic = try await Clinic()
        let signIn = SignIn(store: clinic.store, cost: HashCost(rounds: 1 << 4))
        let own = try await signIn.start(
            "fatma", password: Clinic.password, from: "203.0.113.0", at: clinic.clock.occasion)
        for number in 0..<70 {
            // Each of them is wrong.
            _ = try? await signIn.start("n\(number)", password: "x", from: "203.0.113.0", at: clinic.clock.occasion)
        }
        await #expect(throws: TooManyAttempts.self) {
            try await signIn.start("jan", password: Clinic.password, from: "203.0.113.0", at: clinic.clock.occasion)
        }
        _ = try await signIn.start(
            "fatma", password: Clinic.password, device: own.device, from: "203.0.113.0", at: clinic.clock.occasion)
    }

    @Test func `signing out empties what the browser kept`() async throws {
        try await Clinic().visit { site in
            try await site.signIn("fatma")
            try await site.open("/more")
            let answer = try await site.press("/sign-out")
            #expect(answer.headers[try Self.header("Clear-Site-Data")] == #""cache", "storage""#)
            let cookies = answer.headers[values: .setCookie]
            #expect(cookies.contains { $0.hasPrefix("hartlijn=;") && $0.contains("Max-Age=0") })
        }
    }

    @Test func `a page goes off the screen when the session behind it is over`() async throws {
        #expect(Duration.seconds(Ending.patientPause) == SignIn.longestPause)
        #expect(Duration.seconds(Ending.workPause) == SignIn.longestPauseAtWork)
        try await Clinic().visit { site in
            try await site.signIn("fatma")
            for path in ["/today", "/graph", "/messages", "/more"] {
                try await site.sees("data-behaviour=\"ending\" data-pause=\"1800\"", at: path)
            }
            try await site.signIn("marieke")
            try await site.sees("data-behaviour=\"ending\" data-pause=\"900\"", at: "/worklist")
        }
    }

    @Test func `every page of who is signed in shows the way out`() async throws {
        let clinic = try await Clinic()
        _ = try await clinic.careGroup()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            for path in [
                "/today", "/graph", "/messages", "/more", "/goal", "/measure", "/measure/cuff", "/measure/numbers",
                "/watching", "/copy", "/helpers", "/import", "/reminders",
            ] { try await site.sees("href=\"/more#sign-out\"", at: path) }
            try await site.sees("<div id=\"sign-out\">", at: "/more")
            try await site.sees("action=\"/sign-out\"", at: "/account")
            for (name, paths) in [
                ("marieke", ["/worklist", "/patients", "/patients/\(clinic.fatma)", "/enrolling", "/account"]),
                ("otto", ["/people", "/account"]), ("ilse", ["/shared"]),
            ] {
                try await site.signIn(name)
                for path in paths { try await site.sees("action=\"/sign-out\"", at: path) }
            }
        }
    }

    @Test func `an empty database lets nobody in`() async throws {
        let home = try await TestStore(Schema.migrations)
        for table: SQL in ["SELECT count(*) FROM identity_account", "SELECT count(*) FROM identity_client"] {
            #expect(try await home.store.read { try $0.row(table) { try $0.int(0) } } == 0)
        }
        let clinic = try await Clinic()
        let site = Site(store: home.store, clock: clinic.clock, cookies: SessionCookie(.loopback), door: .light)
        try await Application(router: site.router()).test(.router) { client in
            for name in ["admin", "administrator", "root", "hartlijn", "demo", "test", "marieke", "fatma"] {
                for password in ["admin", "hartlijn", "\(name)-mag-kijken-2026"] {
                    let answer = try await client.execute(
                        uri: "/sign-in", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
                        body: ByteBuffer(string: "name=\(name)&password=\(password)"))
                    #expect(answer.status.code == 422 || answer.status.code == 429, "\(name)")
                    #expect(answer.headers[.setCookie] == nil)
                }
            }
        }
    }

    @Test func `a password counts as it was typed`() async throws {
        let clinic = try await Clinic()
        let signIn = SignIn(store: clinic.store, cost: HashCost(rounds: 1 << 4))
        let long = String(repeating: "lang en nog langer ", count: 13)
        for password in [" Een lange Zin met spaties ", long] {
            #expect(try await signIn.changePassword(password, for: "fatma", at: clinic.clock.occasion))
            var other = password
            other.removeLast()
            for wrong in [password.lowercased() + "x", password.uppercased(), other, other + "!"] {
                #expect(await clinic.guess("fatma", wrong) == .wrong)
            }
            clinic.wait(.minutes(16))
            try await clinic.visit { site in
                let typed = password.replacing(" ", with: "+")
                let status = try await site.signIn("fatma", password: typed)
                #expect(status == .seeOther)
            }
        }
    }
}
