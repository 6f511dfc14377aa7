import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Measurements
import Storage
import Testing

/// What a meter said, sent on by a phone: bytes as they came over the air.
@Suite struct SentMeterTests {
    /// One value of 0x2A35: flags, three SFLOATs, time, pulse, user, status.
    static func cuff(
        _ systolic: Int, _ diastolic: Int, at wall: String? = "2026-11-25T07:45:00", pulse: Int? = 66,
        user: Int? = nil, status: Int? = nil, isKPa: Bool = false
    ) -> String {
        var flags = isKPa ? 1 : 0
        var bytes = [systolic, diastolic, 0x07FF].flatMap(little)
        if let wall {
            flags |= 2
            let parts = wall.split { !$0.isNumber }.compactMap { Int($0) }
            bytes += little(parts[0]) + parts[1...].map { $0 }
        }
        if let pulse { (flags, bytes) = (flags | 4, bytes + little(pulse)) }
        if let user { (flags, bytes) = (flags | 8, bytes + [user]) }
        if let status { (flags, bytes) = (flags | 16, bytes + little(status)) }
        return ([flags] + bytes).map { String(format: "%02x", $0) }.joined()
    }

    private static func little(_ value: Int) -> [Int] { [value & 255, value >> 8 & 255] }

    static func item(
        _ hex: String, _ number: Int, at: String = "2026-11-25T07:49:30+01:00", characteristic: String = "2A35",
        more: String = ""
    ) -> String {
        """
        {"id":"\(SentTests.id(number))","at":"\(at)",\
        "meter":{"name":"BP Meter","characteristic":"\(characteristic)","hex":"\(hex)"}\(more)}
        """
    }

    private func visit(_ look: @escaping @Sendable (Visit, Clinic) async throws -> Void) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await look(site, clinic)
        }
    }

    @Test func `a reading of the meter is kept with its own time and name`() async throws {
        try await visit { site, clinic in
            let kept = try await site.sends([Self.item(Self.cuff(128, 82), 1)])[0]
            #expect(kept["outcome"] == "kept")
            #expect(kept["shown"] == "128 over 82, hartslag 66")
            #expect(kept["when"] == "woensdag 25 november, 7.45")
            let patient = clinic.fatma
            let stored = try await clinic.store.read {
                try Measurements.readings(
                    .bloodPressure, of: patient, in: clinic.practice, from: .seconds(0), until: clinic.now, $0)
            }
            #expect(stored.map(\.reading.device) == ["BP Meter"])
            #expect(stored.map(\.reading.source) == [.bluetooth])
            #expect(stored.map(\.reading.taken.rfc3339) == ["2026-11-25T07:45:00+01:00"])
        }
    }

    @Test func `what the meter sends again is known, whatever the phone calls it`() async throws {
        try await visit { site, clinic in
            let values = (1...7).map { Self.cuff(120 + $0, 80, at: "2026-11-1\($0)T08:00:00") }
            let first = try await site.sends(values.enumerated().map { Self.item($1, $0 + 1) })
            #expect(first.allSatisfy { $0["outcome"] == "kept" })
            let later = "2026-11-25T07:49:50+01:00"
            let again = try await site.sends(values.enumerated().map { Self.item($1, $0 + 50, at: later) })
            #expect(again.allSatisfy { $0["outcome"] == "known" })
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 7)
        }
    }

    private static let failures: [(String, String)] = [
        ("02ff075b006c00ea070302072d00", "failed"),  // NaN
        ("02fe070008ff07ea070302072d00", "failed"),  // infinite, and not at this resolution
        ("0280", "unreadable"), ("zz", "unreadable"), ("", "unreadable"), ("0280005000", "unreadable"),
        (cuff(121, 80, isKPa: true), "unit"), (cuff(17, 11), "unit"), (cuff(401, 300), "impossible"),
        (cuff(120, 80, pulse: 0), "impossible"),
    ]

    @Test(arguments: failures)
    func `what the meter could not measure is never a reading`(hex: String, why: String) async throws {
        try await visit { site, clinic in
            let answer = try await site.sends([Self.item(hex, 1)])[0]
            #expect(answer["outcome"] == "refused")
            #expect(answer["why"] == why)
            #expect(answer["says"] != nil)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
        }
    }

    @Test func `a pressure in kilopascal is turned into ours`() async throws {
        try await visit { site, _ in
            // 17.1 and 10.9 kPa, as 171 and 109 with exponent -1
            let hex = "03abf06df0ff07ea070b19072d00"
            let kept = try await site.sends([Self.item(hex, 1)])[0]
            #expect(kept["shown"] == "128 over 82")
            #expect(kept["outcome"] == "kept")
        }
    }

    @Test func `a weight is kept to the gram`() async throws {
        try await visit { site, _ in
            // 14850 × 0.005 kg, at the same time
            let hex = "02023aea070b19072d00"
            let kept = try await site.sends([Self.item(hex, 1, characteristic: "2A9D")])[0]
            #expect(kept["shown"] == "74,3 kilo")
        }
    }

    @Test func `readings of the other user of the meter are left out until they are mine`() async throws {
        try await visit { site, clinic in
            let values = [Self.cuff(128, 82, user: 1), Self.cuff(150, 95, at: "2026-11-25T07:40:00", user: 2)]
            @Sendable func items(_ more: String) -> [String] {
                values.enumerated().map { Self.item($1, $0 + 1, more: more) }
            }
            let asked = try await site.sends(items(""))
            #expect(asked.map { $0["why"] } == ["person", "person"])
            let mine = try await site.sends(items(#","person":1"#))
            #expect(mine.map { $0["outcome"] } == ["kept", "refused"])
            #expect(mine[1]["why"] == "other-person")
            #expect(mine[1]["person"] == "2")
            #expect(mine[1]["shown"] == "150 over 95, hartslag 66")
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 1)
            let also = try await site.sends([Self.item(values[1], 2, more: #","person":2"#)])
            #expect(also[0]["outcome"] == "kept")
        }
    }

    @Test func `a cuff that was loose is asked about, and an irregular pulse is told`() async throws {
        try await visit { site, clinic in
            let loose = try await site.sends([Self.item(Self.cuff(128, 82, status: 3), 1)])[0]
            #expect(loose["outcome"] == "doubtful")
            #expect(loose["says"] == "U bewoog tijdens het meten. De band zat te los.")
            let kept = try await site.sends([Self.item(Self.cuff(128, 82, status: 3), 1, more: #","confirmed":true"#)])
            #expect(kept[0]["outcome"] == "kept")
            let irregular = try await site.sends([Self.item(Self.cuff(130, 84, status: 4), 2)])[0]
            #expect(irregular["outcome"] == "kept")
            #expect(irregular["says"]?.contains("niet regelmatig") == true)
            #expect(
                try await clinic.count("SELECT count(*) FROM measurements_reading WHERE detail = 'irregular'") == 1)
            #expect(
                try await clinic.count("SELECT count(*) FROM measurements_reading WHERE status = 'unconfirmed'") == 1)
        }
    }

    @Test(arguments: [
        nil, "0000-11-25T07:45:00", "2019-11-25T07:45:00", "2025-08-25T07:45:00", "2026-11-25T08:00:00",
        "2036-11-25T07:45:00",
    ])
    func `a time nobody believes: alone it was now, among others it is refused`(wall: String?) async throws {
        try await visit { site, _ in
            let alone = try await site.sends([Self.item(Self.cuff(128, 82, at: wall), 1)])[0]
            #expect(alone["outcome"] == "kept")
            #expect(alone["when"] == "woensdag 25 november, 7.49")
            let clock = #","justNow":false"#
            let among = try await site.sends([
                Self.item(Self.cuff(129, 83, at: wall), 2, more: clock),
                Self.item(Self.cuff(131, 85, at: "2026-11-24T07:45:00"), 3, more: clock),
            ])
            #expect(among.map { $0["outcome"] } == ["refused", "kept"])
            #expect(among[0]["why"] == "no-time")
        }
    }

    @Test(arguments: [
        ("2026-11-25T06:49:00", "1 uur"), ("2026-11-25T05:50:00", "2 uur"), ("2026-11-25T08:49:00", "1 uur"),
    ])
    func `a clock that missed summer time is asked about, and moved when they measured just now`(
        wall: String, said: String
    ) async throws {
        try await visit { site, clinic in
            let before = "2026-11-23T\(wall.suffix(8))"
            @Sendable func items(_ more: String) -> [String] {
                [
                    Self.item(Self.cuff(128, 82, at: wall), 1, more: more),
                    Self.item(Self.cuff(130, 84, at: before), 2, more: more),
                ]
            }
            let asked = try await site.sends(items(""))
            #expect(asked.allSatisfy { $0["why"] == "clock" })
            #expect(asked[0]["says"]?.contains(said) == true)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
            let yes = try await site.sends(items(#","justNow":true"#))
            #expect(yes.map { $0["when"] } == ["woensdag 25 november, 7.49", "maandag 23 november, 7.49"])
        }
    }

    @Test func `a meter that tells its clock is corrected by it`() async throws {
        try await visit { site, _ in
            // The clock says 1 January 2021, 00:14:30, and it is 25 November 2026, 07:49:30.
            let clock = #","clock":{"characteristic":"2A2B","hex":"e5070101000e1e000000"}"#
            @Sendable func items(_ more: String) -> [String] {
                [
                    Self.item(Self.cuff(128, 82, at: "2021-01-01T00:10:00"), 1, more: clock + more),
                    Self.item(Self.cuff(130, 84, at: "2020-12-31T00:10:00"), 2, more: clock + more),
                ]
            }
            #expect(try await site.sends(items("")).allSatisfy { $0["why"] == "clock" })
            let yes = try await site.sends(items(#","justNow":true"#))
            #expect(yes.map { $0["when"] } == ["woensdag 25 november, 7.45", "dinsdag 24 november, 7.45"])
            let no = try await site.sends([
                Self.item(Self.cuff(131, 85, at: "2021-01-01T00:10:00"), 3, more: clock + #","justNow":false"#),
                Self.item(Self.cuff(133, 85, at: "2021-01-01T00:11:00"), 4, more: clock + #","justNow":false"#),
            ])
            #expect(no.allSatisfy { $0["why"] == "no-time" })
        }
    }

    @Test func `a whole batch far from what is usual is asked about first`() async throws {
        try await visit { site, clinic in
            try await site.measures(128, 82)
            clinic.wait(.minutes(10))
            let at = "2026-11-25T07:59:00+01:00"
            @Sendable func items(_ more: String) -> [String] {
                (1...4).map {
                    Self.item(Self.cuff(150 + $0, 80, at: "2026-11-2\($0)T21:00:00"), $0, at: at, more: more)
                }
            }
            let asked = try await site.sends(items(""))
            #expect(asked.allSatisfy { $0["why"] == "whose" })
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 1)
            let yes = try await site.sends(items(#","confirmed":true"#))
            #expect(yes.allSatisfy { $0["outcome"] == "kept" })
            #expect(
                try await clinic.count("SELECT count(*) FROM measurements_reading WHERE status = 'unconfirmed'") == 4)
        }
    }

    @Test func `names and numbers that are no names and numbers break nothing`() async throws {
        try await visit { site, clinic in
            let long = String(repeating: "x", count: 100)
            let hex = Self.cuff(128, 82)
            let items = [
                #"{"id":"\#(SentTests.id(1))","at":"2026-11-25T07:49:30+01:00","meter":{"name":"\#(long)","characteristic":"2A35","hex":"\#(hex)"}}"#,
                #"{"id":"\#(SentTests.id(2))","at":"2026-11-25T07:49:30+01:00","meter":{"name":7,"characteristic":"2A35","hex":"\#(hex)"}}"#,
                Self.item(hex, 3, characteristic: "2A37"), Self.item(hex, 4, characteristic: "../etc"),
                Self.item("64", 5, characteristic: "2A19"), Self.item(hex, 6, more: #","typed":{"kg":74}"#),
                Self.item(String(repeating: "ff", count: 900), 7),
            ]
            let answers = try await site.sends(items)
            #expect(answers.allSatisfy { $0["why"] == "unreadable" })
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
            let odd = Self.item(
                hex, 8, more: #","person":1e99,"clock":{"characteristic":"2A19","hex":"64"},"justNow":"x""#)
            #expect(try await site.sends([odd])[0]["outcome"] == "kept")
        }
    }
}
