import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Measurements
import Storage
import Testing

/// What a phone sends when it was offline, and what strangers send instead.
@Suite struct SentTests {
    private static let first = "019ac001-0000-7000-8000-000000000001"

    static func item(
        _ systolic: Int, _ diastolic: Int, id: String = first, at: String = "2026-11-25T07:45:00+01:00",
        more: String = ""
    ) -> String {
        #"{"id":"\#(id)","at":"\#(at)","typed":{"systolic":\#(systolic),"diastolic":\#(diastolic),"pulse":66}\#(more)}"#
    }

    static func id(_ number: Int) -> String { "019ac001-0000-7000-8000-\(String(format: "%012d", number))" }

    @Test func `a reading of just now is kept and answered, and sent again it is known`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let first = try await site.sends([Self.item(128, 82)])[0]
            #expect(first["outcome"] == "kept")
            #expect(first["id"] == Self.first)
            #expect(first["answer"] == "thank-you")
            let done = try #require(first["done"])
            try await site.sees("128", at: done)
            let again = try await site.sends([Self.item(128, 82)])[0]
            #expect(again["outcome"] == "known")
            #expect(again["done"] == done)
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 1)
    }

    @Test func `the form and the phone that lost its answer keep one reading`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let number = try await site.formNumber()
            try await site.press("/measure/numbers", "number=\(number)&systolic=128&diastolic=82&pulse=66")
            #expect(try await site.sends([Self.item(128, 82, id: number)])[0]["outcome"] == "known")
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 1)
    }

    @Test func `one broken reading spoils nothing for the others`() async throws {
        let clinic = try await Clinic()
        let broken = [
            "", "{", "[]", "hpke1.x.y", #"{"id":"1"}"#, #"{"id":"\#(Self.id(9))","at":"gisteren","typed":{"kg":74}}"#,
            #"{"id":"\#(Self.id(8))","at":"2026-11-25T07:45:00+01:00","typed":{"kg":1e300}}"#,
            #"{"id":"\#(Self.id(7))","at":"2026-11-25T07:45:00+01:00","typed":{"systolic":1e9,"diastolic":80}}"#,
            #"{"id":"\#(Self.id(6))","at":"2026-11-25T07:45:00+01:00","typed":{"systolic":"<b>","diastolic":80}}"#,
            Self.item(401, 80, id: Self.id(5)), Self.item(0, 0, id: Self.id(4)), Self.item(-128, -80, id: Self.id(3)),
            Self.item(128, 82, id: Self.id(2), at: "2024-11-25T07:45:00+01:00"),
            Self.item(128, 82, id: Self.id(2), at: "2026-11-27T07:45:00+01:00"),
            Self.item(128, 82, id: Self.id(2), at: "9999-12-31T23:59:59+14:00"),
            String(repeating: "[", count: 2000), #"{"id":"\#(Self.id(1))","id":"\#(Self.id(2))"}"#, "\u{202E}\u{0007}",
        ]
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let answers = try await site.sends(
                [Self.item(128, 82, id: Self.id(11))] + broken + [Self.item(130, 84, id: Self.id(12))])
            #expect(answers.count == broken.count + 2)
            #expect(answers.first?["outcome"] == "kept")
            #expect(answers.last?["outcome"] == "kept")
            for (answer, text) in zip(answers.dropFirst(), broken) {
                #expect(answer["outcome"] == "refused", "\(text)")
                #expect(answer["says"] != nil, "\(text)")
            }
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 2)
    }

    @Test func `two hundred readings fit, and one more or a longer one is too much`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let many = (1...201).map { Self.item(110 + $0 % 30, 80, id: Self.id($0)) }
            try await site.open("/measure/numbers")
            #expect(try await site.send(readings: many).status == .contentTooLarge)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
            let answers = try await site.sends(Array(many.prefix(200)))
            #expect(answers.count == 200)
            #expect(answers.allSatisfy { $0["outcome"] == "kept" })
            let long = Self.item(128, 82, more: #","note":"\#(String(repeating: "x", count: 3000))""#)
            #expect(try await site.send(readings: [long]).status == .contentTooLarge)
            let huge = String(repeating: "x", count: 1_400_000)
            #expect(try await site.send(readings: [huge]).status == .contentTooLarge)
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 200)
    }

    @Test func `what is hardly possible is asked, and with a yes it waits for the practice`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let asked = try await site.sends([Self.item(300, 90)])[0]
            #expect(asked["outcome"] == "doubtful")
            #expect(asked["says"]?.contains("Klopt 300?") == true)
            #expect(asked["done"] == nil)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
            let yes = try await site.sends([Self.item(300, 90, more: #","confirmed":true"#)])[0]
            #expect(yes["outcome"] == "kept")
            #expect(try await site.sends([Self.item(300, 90)])[0]["outcome"] == "known")
            #expect(try await site.sends([Self.item(80, 120, id: Self.id(2))])[0]["why"] == "swapped")
        }
        #expect(
            try await clinic.count("SELECT count(*) FROM measurements_reading WHERE status = 'unconfirmed'") == 1)
    }

    @Test func `somebody else on the scale is asked about`() async throws {
        let clinic = try await Clinic()
        @Sendable func scale(_ kg: String, _ number: Int, _ day: Int) -> String {
            #"{"id":"\#(Self.id(number))","at":"2026-11-\#(day)T07:00:00+01:00","typed":{"kg":\#(kg)}}"#
        }
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let first = try await site.sends([scale("74.25", 1, 24)])[0]
            #expect(first["outcome"] == "kept")
            #expect(first["shown"] == "74,3 kilo")
            #expect(first["done"]?.hasPrefix("/measure/done/") == true)
            let other = try await site.sends([scale("91", 2, 25)])[0]
            #expect(other["outcome"] == "doubtful")
            #expect(other["why"] == "unusual")
        }
    }

    @Test func `only readings of the last day raise an alarm`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            _ = try await site.sends(
                (1...3).map { Self.item(185, 112, id: Self.id($0), at: "2026-11-1\($0)T08:00:00+01:00") })
            _ = try await site.sends([Self.item(186, 112, id: Self.id(4), at: "2026-11-20T08:00:00+01:00")])
            #expect(try await clinic.count("SELECT count(*) FROM worklist_item WHERE urgency = 0") == 0)
            let fresh = try await site.sends([
                Self.item(150, 90, id: Self.id(5), at: "2026-11-23T08:00:00+01:00"),
                Self.item(190, 112, id: Self.id(6)),
            ])
            #expect(fresh[1]["answer"] == "measure-again")
            #expect(fresh[1]["done"]?.hasSuffix("/complaints") == true)
            #expect(fresh[0]["answer"] == "thank-you")
            let stays = Self.item(192, 114, id: Self.id(7), at: "2026-11-25T07:50:00+01:00")
            #expect(try await site.sends([stays])[0]["answer"] == "phone-practice-today")
            #expect(try await clinic.count("SELECT count(*) FROM worklist_item WHERE urgency = 0") == 1)
        }
    }

    @Test func `the same readings sent twice at the same time are kept once`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/measure/numbers")
            let items = (1...20).map { Self.item(120 + $0, 80, id: Self.id($0)) }
            let outcomes = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 1...4 {
                    group.addTask { try await site.results(items).compactMap { $0["outcome"] } }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(outcomes.count == 80)
            #expect(outcomes.filter { $0 == "kept" }.count == 20)
            #expect(outcomes.filter { $0 == "known" }.count == 60)
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 20)
        #expect(try await clinic.count("SELECT count FROM measurements_summary") == 20)
    }

    @Test func `somebody else who knows the number learns nothing and changes nothing`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let mine = try await site.sends([Self.item(128, 82)])[0]
            try await site.signIn("jan")
            let his = try await site.sends([Self.item(128, 82)])[0]
            #expect(his["outcome"] == "kept")
            #expect(his["done"] != mine["done"])
            #expect(try await site.open(try #require(mine["done"])).status == .notFound)
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 2)
    }

    @Test func `without the page of this session nothing is taken in`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            #expect(try await site.send(readings: [Self.item(128, 82)]).headers[.location] == "/")
            try await site.signIn("fatma")
            #expect(try await site.send(.post, "/measure/sent", "form=00&reading=x").status == .forbidden)
            try await site.signIn("marieke")
            try await site.open("/worklist")
            #expect(try await site.send(readings: [Self.item(128, 82)]).status == .notFound)
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
    }
}

extension Visit {
    /// Sends readings with the secret of a fresh page.
    @discardableResult
    func sends(_ readings: [String]) async throws -> [[String: String]] {
        try await open("/measure/numbers")
        return try await results(readings)
    }

    func send(readings: [String]) async throws -> TestResponse {
        let fields = readings.map {
            "reading=\($0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }
        return try await press("/measure/sent", fields.joined(separator: "&"))
    }

    /// Each answer with its texts; several sentences as one.
    func results(_ readings: [String]) async throws -> [[String: String]] {
        let answer = try await send(readings: readings)
        #expect(answer.status == .ok)
        let json = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: [[String: Any]]]
        return try #require(json?["results"]).map { result in
            result.mapValues { value in
                (value as? [String])?.joined(separator: " ") ?? "\(value)"
            }
        }
    }
}
