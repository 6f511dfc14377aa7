import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Logging
import Storage
import Testing

@testable import Hartlijn

/// What the log of the server says of who tries, and that it says nothing of anybody.
@Suite struct ServerLogTests {
    private static let birthday = "born-day=14&born-month=3&born-year=1961"

    private static func letter(_ clinic: Clinic, _ site: Visit) async throws -> String {
        try await site.signIn("marieke")
        try await site.open("/patients/\(clinic.fatma)/letter")
        let letter = try await site.press("/patients/\(clinic.fatma)/letter").text
        return String(try #require(letter.firstMatch(of: #/big-code num">([0-9A-Z-]{9})</#)).1)
    }

    @Test func `a name that we do not know leaves a line, without the name`() async throws {
        let (clinic, heard) = (try await Clinic(), Heard())
        try await clinic.visit(log: heard.logger) { site in
            for _ in 0..<6 { _ = try await site.send(.post, "/sign-in", "name=mijn-wachtwoord&password=x") }
        }
        let lines = heard.lines(saying: "sign-in refused")
        #expect(lines.map { $0.details["why"] } == Array(repeating: "wrong", count: 5) + ["too often"])
        #expect(lines.allSatisfy { $0.level == .notice })
        #expect(!heard.lines.contains { $0.text.contains("mijn-wachtwoord") })
    }

    @Test func `a wrong letter and a wrong birthday leave lines, and the practice sees whose letter it was`()
        async throws
    {
        let (clinic, heard) = (try await Clinic(), Heard())
        try await clinic.visit(log: heard.logger) { site in
            let code = try await Self.letter(clinic, site)
            _ = try await site.send(.post, "/activate", "code=\(code)&born-day=1&born-month=1&born-year=1950")
            _ = try await site.send(.post, "/activate", "code=AAAA-AAAA&\(Self.birthday)")
            _ = try await site.send(.post, "/activate", "code=x")
            #expect(!heard.lines.contains { $0.text.contains(code) })
        }
        #expect(heard.lines(saying: "letter refused").count == 3)
        let fatma = clinic.fatma
        let known = try await clinic.count(
            "SELECT count(*) FROM audit_line WHERE action = 'refused' AND object = 'letter' AND patient_id = \(fatma)")
        #expect(known == 1)
    }

    @Test func `a wrong old password leaves a line`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/account")
            try await site.press("/account/password", "old=x&new=vier-woorden-van-iemand-anders")
        }
        let lines = try await clinic.count(
            "SELECT count(*) FROM audit_line WHERE action = 'refused' AND object = 'password' AND actor_id IS NOT NULL")
        #expect(lines == 1)
    }

    @Test func `a form that no page of ours sends leaves a line`() async throws {
        let (clinic, heard) = (try await Clinic(), Heard())
        try await clinic.visit(log: heard.logger) { site in
            try await site.signIn("fatma")
            _ = try await site.send(.post, "/messages", "question=x")
            _ = try await site.send(.post, "/messages", "question=%zz")
            _ = try await site.send(.post, "/messages", String(repeating: "a", count: 200_000))
            let site_ = try #require(HTTPField.Name("Sec-Fetch-Site"))
            _ = try await site.send(.post, "/messages", "question=x", headers: [site_: "cross-site"])
        }
        let lines = heard.lines(saying: "refused")
        #expect(
            lines.map { $0.details["why"] } == ["StaleForm", "UnreadableForm", "UnreadableForm", "another site"])
        #expect(lines.prefix(3).allSatisfy { $0.details["door"] == "/messages" })
    }

    @Test func `a closed door leaves a line of who stood before it`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            for path in ["/worklist", "/people", "/patients/\(clinic.jan)"] { try await site.open(path) }
        }
        let lines = try await clinic.count(
            "SELECT count(*) FROM audit_line WHERE action = 'refused' AND object = 'page' AND role = 'patient'")
        #expect(lines == 3)
    }

    /// Whatever people send, at every place where they can put something.
    @Test func `nothing that somebody sends stands in the log, and nobody writes a line of their own`() async throws {
        let (clinic, heard) = (try await Clinic(), Heard())
        let planted = ["zonnebloemolie", "203.0.113.77", "Y\u{131}ld\u{131}z", Clinic.password]
        try await clinic.visit(log: heard.logger) { site in
            let told = try #require(HTTPField.Name("X-Forwarded-For"))
            let headers: HTTPFields = [told: "203.0.113.77", .userAgent: "zonnebloemolie\tlevel=error"]
            _ = try await site.send(.post, "/sign-in", "name=zonnebloemolie%0Aerror&password=zonnebloemolie")
            try await site.signIn("fatma")
            let secret = try #require(site.sessionCookie?.split(separator: "=").last.map(String.init))
            try await site.open("/messages")
            try await site.press("/messages", "question=zonnebloemolie%0A2026-11-26+error+hartlijn")
            for path in [
                "/zonnebloemolie", "/patients/zonnebloemolie", "/today?zonnebloemolie=1", "/today?a=%0Aerror",
                "/measure/done/zonnebloemolie",
            ] { _ = try await site.open(path, headers: headers) }
            _ = try await site.uploads(Data("zonnebloemolie".utf8), named: "zonnebloemolie.csv")
            _ = try await site.send(.post, "/activate", "code=zonnebloemolie&born-day=zonnebloemolie")
            _ = try await site.send(.post, "/reports/policy", #"{"effectiveDirective":"zonnebloemolie"}"#)
            for line in heard.lines {
                for word in planted + [secret] { #expect(!line.text.contains(word), "\(line.text)") }
                #expect(!line.text.contains("\n"), "\(line.text)")
                #expect(line.level < .error, "\(line.text)")
            }
        }
        #expect(heard.lines.count > 12)
        let told = try await clinic.count(
            "SELECT count(*) FROM audit_line WHERE object LIKE '%zonnebloemolie%' OR network LIKE '%zonnebloemolie%'")
        #expect(told == 0)
    }

    @Test func `the number of a request stands in the log of the server and in the access log`() async throws {
        let (clinic, heard) = (try await Clinic(), Heard())
        try await clinic.visit(log: heard.logger) { site in
            try await site.signIn("fatma")
            try await site.open("/today")
        }
        let line = try #require(heard.lines(saying: "request").last)
        #expect(line.details["door"] == "GET /today" && line.details["status"] == "200")
        let number = try #require(line.details["hb.request.id"])
        let same = try await clinic.count("SELECT count(*) FROM audit_line WHERE trace = \(number)")
        #expect(same >= 1)
    }

    @Test func `times in the access log are milliseconds of UTC, by our own clock`() async throws {
        let clinic = try await Clinic(at: "2026-03-29T03:30")
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/today")
        }
        let last = try await clinic.count("SELECT max(at) FROM audit_line")
        // Half past three on the day the clock went forward is half past one in UTC.
        #expect(last == 1_774_747_800_000)
        #expect(clinic.now.milliseconds == 1_774_747_800_000)
    }
}
