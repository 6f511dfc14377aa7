import Clinical
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

/// The same reading that comes two ways: typed over, and given by the meter.
@Suite struct TwoWaysTests {
    private static func visit(_ look: @escaping @Sendable (Visit, Clinic) async throws -> Void) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await look(site, clinic)
        }
    }

    private static func typed(_ number: Int, _ systolic: Int = 128, at: String = "2026-11-25T07:45:00+01:00") -> String
    {
        SentTests.item(systolic, 82, id: SentTests.id(number), at: at)
    }

    private static func given(
        _ number: Int, _ systolic: Int = 128, wall: String = "2026-11-25T07:45:00",
        at: String = "2026-11-25T07:49:30+01:00", pulse: Int? = 66
    ) -> String {
        SentMeterTests.item(SentMeterTests.cuff(systolic, 82, at: wall, pulse: pulse), number, at: at)
    }

    @Test func `typed and given in one batch it counts once, as the meter gave it`() async throws {
        try await Self.visit { site, clinic in
            let sent = try await site.sends([Self.typed(1), Self.given(2, wall: "2026-11-25T07:43:00")])
            #expect(sent.map { $0["outcome"] } == ["known", "kept"])
            #expect(sent[0]["done"] == sent[1]["done"])
            #expect(
                try await clinic.count("SELECT count(*) FROM measurements_reading WHERE source = 'bluetooth'") == 1)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 1)
            let again = try await site.sends([Self.typed(1), Self.given(2, wall: "2026-11-25T07:43:00")])
            #expect(again.map { $0["outcome"] } == ["known", "known"])
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 1)
        }
    }

    @Test func `one reading of the meter stands for one that was typed, and not for two`() async throws {
        try await Self.visit { site, clinic in
            let typed = [Self.typed(1), Self.typed(2, at: "2026-11-25T07:46:00+01:00")]
            let sent = try await site.sends(typed + [Self.given(3)])
            #expect(sent.map { $0["outcome"] } == ["known", "kept", "kept"])
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 2)
        }
        try await Self.visit { site, clinic in
            try await site.sends([Self.typed(1)])
            let given = [Self.given(2), Self.given(3, wall: "2026-11-25T07:46:00")]
            #expect(try await site.sends(given).map { $0["outcome"] } == ["known", "kept"])
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 2)
        }
    }

    @Test func `typed in the morning and fetched in the evening it is one reading, by the time of the meter`()
        async throws
    {
        try await Self.visit { site, clinic in
            try await site.measures(128, 82, pulse: "66")
            clinic.wait(.hours(12))
            try await site.signIn("fatma")
            let later = "2026-11-25T19:50:00+01:00"
            let sent = try await site.sends([
                Self.given(1, wall: "2026-11-25T07:47:00", at: later),
                Self.given(2, 131, wall: "2026-11-25T19:45:00", at: later),
            ])
            #expect(sent.map { $0["outcome"] } == ["known", "kept"])
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 2)
        }
    }

    @Test func `fetched and then typed on the page it is one reading`() async throws {
        try await Self.visit { site, clinic in
            let done = try await site.sends([Self.given(1, wall: "2026-11-25T07:48:00")])[0]["done"]
            #expect(try await site.measures(128, 82, pulse: "66").headers[.location] == done)
            #expect(try await site.measures(128, 82, pulse: "").headers[.location] == done, "without the pulse")
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 1)
            #expect(try await site.measures(128, 83, pulse: "66").headers[.location] != done)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 2)
        }
    }

    @Test(arguments: [
        ("2026-11-25T07:35:00", 66, 128, 1), ("2026-11-25T07:34:59", 66, 128, 2), ("2026-11-25T07:45:00", 67, 128, 2),
        ("2026-11-25T07:45:00", nil, 128, 1), ("2026-11-25T07:45:00", 66, 129, 2),
    ])
    func `only what is the same within ten minutes is one reading`(
        _ wall: String, _ pulse: Int?, _ systolic: Int, _ count: Int
    ) async throws {
        try await Self.visit { site, clinic in
            try await site.sends([Self.typed(1), Self.given(2, systolic, wall: wall, pulse: pulse)])
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == count)
        }
        try await Self.visit { site, clinic in
            try await site.sends([Self.typed(1)])
            try await site.sends([Self.given(2, systolic, wall: wall, pulse: pulse)])
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == count, "in two batches")
        }
    }

    @Test func `what the meter gave and is doubted does not keep back what was typed`() async throws {
        try await Self.visit { site, clinic in
            let moved = SentMeterTests.item(SentMeterTests.cuff(128, 82, status: 1), 2)
            let both = try await site.sends([Self.typed(1), moved])
            #expect(both.map { $0["outcome"] } == ["kept", "doubtful"])
            let again = try await site.sends([moved])
            #expect(again[0]["outcome"] == "known", "it is here, and need not be asked")
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 1)
        }
    }

    @Test func `a weight is typed as the scale shows it, and sent to the gram`() async throws {
        try await Self.visit { site, clinic in
            // 14850 × 0.005 kg at 7.45: the scale shows 74.3
            try await site.sends([SentMeterTests.item("02023aea070b19072d00", 1, characteristic: "2A9D")])
            try await site.open("/measure/weight")
            try await site.press("/measure/weight", "value=74,3")
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 1)
            try await site.open("/measure/weight")
            try await site.press("/measure/weight", "value=74,4")
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 2)
        }
    }

    @Test func `a yes to what waited on the phone also says that the clock may be corrected`() async throws {
        try await Self.visit { site, clinic in
            // The clock of the meter is two hours fast, and the phone could not ask when it had no internet.
            let clock = #","clock":{"characteristic":"2A2B","hex":"ea070b19093100030000"}"#
            @Sendable func items(_ more: String) -> [String] {
                [("09:45", 128), ("09:43", 131)].enumerated().map { place, one in
                    SentMeterTests.item(
                        SentMeterTests.cuff(one.1, 82, at: "2026-11-25T\(one.0):00"), place + 1, more: clock + more)
                }
            }
            let asked = try await site.sends(items(""))
            #expect(asked.map { $0["why"] } == ["clock-wrong", "clock-wrong"])
            let yes = try await site.sends(items(#","confirmed":true"#))
            #expect(yes.map { $0["outcome"] } == ["kept", "kept"])
            #expect(
                try await clinic.count(
                    """
                    SELECT count(*) FROM measurements_reading WHERE taken_at <= \(clinic.now) AND status = 'final'
                    """) == 2)
        }
    }
}
