import Clinical
import Credentials
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing
import Web

@testable import Hartlijn
@testable import Measurements

/// The keys of phones, what they close, and what a phone may say of itself. Tests/offline does the rest in a browser.
@Suite struct PhoneTests {
    private static let item = SentTests.item(128, 82)

    @Test func `what a phone closed is opened here`() throws {
        // Closed by Public/behaviours/hpke.js for the key of RFC 9180, appendix A.3.1.
        let secret = try #require(
            [UInt8](hexadecimal: "f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2"))
        let key = try PhoneKey(ID(high: 1, low: 1), madeAt: .seconds(0), bytes: secret)
        let closed =
            "hpke1.BPNpO7aH-PXnTSPCE3QezPzg1mI-n4u6-U5ddk4yTO-NgKdjnRnm6K6tsv5rt2SEM-j0abBMQnudfctgi3Pu"
            + "RH0.qjPVe65Uv7qkUPo62_WVSNnyjv1T30MNmQfkW6kDO-xmGaSFs3TFSXCYTd5PtKQNQNgQGx0UXitZZjgfKXOEum"
            + "HtOCtgjAVxP2WCIIFbQmsjpA68bmerTIQqJdm380ZWPA0ik6HW73PZs-ABISn0jWOkO866nZWLSRg9CYK6njbpuFxw"
            + "xkPqimro27-GIyDo4Q"
        #expect(key.open(closed) == Self.item)
    }

    @Test func `what is not closed for this key, or not whole, does not open`() throws {
        let (key, other) = (
            PhoneKey(ID(high: 1, low: 1), at: .seconds(0)), PhoneKey(ID(high: 1, low: 2), at: .seconds(0))
        )
        let closed = try PhoneKey.close(Self.item, for: key.publicBytes)
        #expect(key.open(closed) == Self.item)
        #expect(other.open(closed) == nil)
        #expect(try PhoneKey.close(Self.item, for: key.publicBytes) != closed, "never twice the same")
        let parts = closed.split(separator: ".").map(String.init)
        for broken in [
            "", "hpke1", "hpke1.", "hpke1..", "hpke1.\(parts[1])", "hpke2.\(parts[1]).\(parts[2])",
            "hpke1.\(parts[2]).\(parts[1])", "hpke1.\(parts[1]).\(parts[2].dropLast(4))", closed + ".x",
            "hpke1.\(String(parts[1].reversed())).\(parts[2])", "hpke1.\(parts[1]).\(String(parts[2].reversed()))",
            "hpke1.AAAA.AAAA", "hpke1.%.%",
        ] { #expect(key.open(broken) == nil, "\(broken)") }
    }

    @Test func `a closed reading is kept once, and answered like any other`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let closed = try PhoneKey.close(Self.item, for: try await site.phone().key)
            #expect(try await site.sends([closed])[0]["outcome"] == "kept")
            #expect(try await site.sends([closed, Self.item]).map { $0["outcome"] } == ["known", "known"])
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 1)
    }

    @Test func `a doubtful closed reading is asked about, and kept when it is right`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let phone = try await site.phone()
            let closed = try PhoneKey.close(SentTests.item(290, 120), for: phone.key)
            let asked = try await site.sends([closed])[0]
            #expect(asked["outcome"] == "doubtful")
            #expect(asked["shown"]?.contains("290 over 120") == true)
            let right = try await site.tells(closed, "confirmed=\(SentTests.id(1))")
            #expect(right["outcome"] == "kept")
        }
        #expect(
            try await clinic.count("SELECT count(*) FROM measurements_reading WHERE status = 'unconfirmed'") == 1)
    }

    @Test func `nobody else opens it, and it says so`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let closed = try PhoneKey.close(Self.item, for: try await site.phone().key)
            try await site.signIn("jan")
            _ = try await site.phone()
            let answer = try await site.sends([closed])[0]
            #expect(answer["outcome"] == "refused")
            #expect(answer["why"] == "other-account")
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
    }

    @Test func `a key seals for a month and opens for more than a year`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let first = try await site.phone()
            #expect(try await site.phone().keys == first.keys, "asked again, it is the same key")
            let closed = try PhoneKey.close(Self.item, for: first.key)
            clinic.wait(.days(31))
            try await site.signIn("fatma")
            let second = try await site.phone()
            #expect(second.keys.count == 2)
            #expect(second.keys.last == first.keys[0])
            #expect(second.key != first.key)
            #expect(try await site.sends([closed])[0]["outcome"] == "kept")
            clinic.wait(.days(401))
            try await site.signIn("fatma")
            #expect(try await site.phone().keys.count == 1)
            #expect(try await site.sends([closed])[0]["why"] == "other-account")
        }
        let lines = try await clinic.count(
            "SELECT count(*) FROM audit_line WHERE action = 'added' AND object = 'phone key'")
        #expect(lines == 3)
    }

    @Test(arguments: [
        (now: "2026-11-25T07:48:30+01:00", at: "2026-11-25T07:45:00+01:00", by: 0),
        ("2026-11-25T04:50:00+01:00", "2026-11-25T04:45:00+01:00", 10_800_000),
        ("2026-11-25T08:50:00+01:00", "2026-11-25T08:45:00+01:00", -3_600_000),
        ("gisteren", "2026-11-25T07:45:00+01:00", 0),
    ])
    func `a clock that is wrong is corrected, and what it said is kept`(
        now: String, at: String, by: Int
    ) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            _ = try await site.phone()
            #expect(
                try await site.tells(SentTests.item(128, 82, at: at), "now=\(now.asField)")["outcome"] == "kept")
        }
        let said = try #require(Moment(rfc3339: at)).instant.milliseconds
        #expect(try await clinic.count("SELECT taken_at FROM measurements_reading") == Int(said) + by)
        let kept = try await clinic.store.read {
            try $0.rows("SELECT said_at, corrected_by FROM measurements_phone_clock") {
                [try $0.int(0), try $0.int(1)]
            }
        }
        #expect(kept == (by == 0 ? [] : [[Int(said), by]]))
    }

    @Test func `a phone that speaks as we did before loads anew, and keeps what it has`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            _ = try await site.phone()
            let answer = try await site.press("/measure/sent", "version=0&reading=\(Self.item.asField)")
            #expect(answer.text == #"{"reload":true,"results":[]}"#)
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
    }

    @Test func `what a meter sent as well is one reading`() async throws {
        let clinic = try await Clinic()
        let reading = Reading(
            .bloodPressure(.mmHg(128, over: 82), pulse: .perMinute(66), rhythm: nil),
            taken: .amsterdam(clinic.now - .minutes(3)), source: .bluetooth, externalID: "meter|1")
        let (fatma, practice, occasion) = (clinic.fatma, clinic.practice, clinic.clock.occasion)
        _ = try await clinic.store.write {
            try Measurements.record(reading, of: fatma, in: practice, by: nil, at: occasion, $0)
        }
        try await clinic.visit { site in
            try await site.signIn("fatma")
            _ = try await site.phone()
            let outcomes = try await site.sends([
                Self.item, SentTests.item(128, 83, id: SentTests.id(2)),
                SentTests.item(128, 82, id: SentTests.id(3), at: "2026-11-25T07:30:00+01:00"),
            ]).map { $0["outcome"] }
            #expect(outcomes == ["known", "kept", "kept"])
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 3)
    }

    @Test func `the page without internet is the same for everybody, and nobody is in it`() async throws {
        try await Clinic().visit { site in
            let stranger = try await site.open("/measure/offline/nl")
            try await site.signIn("fatma")
            let patient = try await site.open("/measure/offline/nl")
            #expect(stranger.status == .ok)
            #expect(stranger.text == patient.text)
            #expect(stranger.headers[.cacheControl] == "public, no-cache")
            #expect(stranger.headers[.setCookie] == nil)
            for word in ["Fatma", "Linde", "0413"] { #expect(!patient.text.contains(word)) }
            for words in [
                "Uw bloeddruk is heel hoog.", "Bel vandaag de huisarts.", "Bel nu 112.", "data-systolic=\"180\"",
            ] {
                #expect(patient.text.contains(words), "\(words)")
            }
            #expect(try await site.open("/measure/offline/xx").status == .notFound)
        }
    }

    @Test func `the service worker names every file it keeps, and all of them are there`() async throws {
        try await Clinic().visit { site in
            let worker = try await site.open("/sw.js")
            #expect(worker.headers[.contentType]?.hasPrefix("text/javascript") == true)
            #expect(worker.headers[.cacheControl] == "no-cache")
            #expect(worker.headers[.contentSecurityPolicy]?.contains("worker-src 'self'; manifest-src 'self'") == true)
            let line = try #require(worker.text.split(separator: "\n").first)
            let files = line.matches(of: #/"(\/[^"]+)"/#).map { String($0.1) }
            #expect(files.count > 15)
            #expect(files.contains("/measure/offline/nl"))
            for file in files { #expect(try await site.open(file).status == .ok, "\(file)") }
            let manifest = try await site.open("/manifest.webmanifest")
            #expect(manifest.headers[.contentType] == "application/manifest+json")
            for icon in manifest.text.matches(of: #/"src": "([^"]+)"/#) {
                #expect(try await site.open(String(icon.1)).headers[.contentType] == "image/png")
            }
        }
    }

    @Test func `signing out empties what the browser keeps, but for readings that wait`() async throws {
        let name = try #require(HTTPField.Name("Clear-Site-Data"))
        try await Clinic().visit { site in
            for (field, cleared) in [
                ("", #""cache", "storage""#), ("keep=nothing", #""cache", "storage""#), ("keep=readings", #""cache""#),
            ] {
                try await site.signIn("fatma")
                try await site.open("/more")
                #expect(try await site.press("/sign-out", field).headers[name] == cleared)
            }
        }
    }
}

extension Visit {
    /// What the phone of who is signed in is told.
    fileprivate func phone() async throws -> (key: [UInt8], keys: [String]) {
        try await open("/measure/numbers")
        let answer = try await send(.get, "/measure/phone", nil)
        #expect(answer.headers[.cacheControl] == "no-store")
        let told = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
        let key = try #require((told?["key"] as? [String: String])?["public"])
        return (try #require(Base64URL.bytes(key)), try #require(told?["keys"] as? [String]))
    }

    /// One reading, with something more in the form.
    fileprivate func tells(_ reading: String, _ more: String) async throws -> [String: String] {
        let answer = try await press("/measure/sent", "reading=\(reading.asField)&\(more)")
        let told = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: [[String: Any]]]
        return try #require(told?["results"]?.first).mapValues { "\($0)" }
    }
}

extension String {
    fileprivate var asField: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}
