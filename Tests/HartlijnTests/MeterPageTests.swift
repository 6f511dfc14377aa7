import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Measurements
import Storage
import Testing

/// The page that fetches from a meter, and taking back what is not theirs.
@Suite struct MeterPageTests {
    private static let now = "2026-11-25T07:49:30+01:00"

    private func visit(_ look: @escaping @Sendable (Visit, Clinic) async throws -> Void) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await look(site, clinic)
        }
    }

    @Test func `the page holds a sentence for every ending, and without the script it shows the way to typing`()
        async throws
    {
        try await visit { site, _ in
            let html = try await site.open("/measure/meter").text
            let states = html.matches(of: /data-state="([a-z-]+)"( hidden)?>/).map { ($0.1, $0.2 == nil) }
            #expect(states.count == 17)
            #expect(states.filter(\.1).map(\.0) == ["unsupported"])
            #expect(html.components(separatedBy: #"href="/measure/numbers""#).count > 8)
            #expect(html.contains(#"data-known="{}""#))
            try await site.sees("/measure/meter", at: "/measure")
            try await site.doesNotSee("/measure/meter", at: "/today")
        }
    }

    @Test func `the meter and who they are on it are remembered, for this person only`() async throws {
        try await visit { site, clinic in
            let hex = SentMeterTests.cuff(128, 82, user: 2)
            _ = try await site.sends([SentMeterTests.item(hex, 1, more: #","person":2"#)])
            try await site.sees("{&quot;BP Meter&quot;:2}", at: "/measure/meter")
            try await site.sees("/measure/meter", at: "/today")
            // Another reading without a user does not undo it.
            _ = try await site.sends([
                SentMeterTests.item(SentMeterTests.cuff(130, 83), 2, at: "2026-11-25T07:49:40+01:00")
            ])
            try await site.sees("{&quot;BP Meter&quot;:2}", at: "/measure/meter")
            #expect(try await clinic.count("SELECT count(*) FROM measurements_meter") == 1)
            try await site.signIn("jan")
            try await site.sees(#"data-known="{}""#, at: "/measure/meter")
            try await site.doesNotSee("/measure/meter", at: "/today")
        }
    }

    @Test func `a reading is taken back within a day: it stays, and counts no more`() async throws {
        try await visit { site, clinic in
            let kept = try await site.sends([SentMeterTests.item(SentMeterTests.cuff(190, 112), 1)])[0]
            #expect(kept["answer"] == "measure-again")
            #expect(try await clinic.count("SELECT count FROM measurements_summary") == 1)
            let html = try await site.open("/measure/came").text
            let path = try #require(html.firstMatch(of: /action="(\/measure\/came\/[^"]+)"/)).1
            #expect(html.contains("190 over 112, hartslag 66"))
            #expect(try await site.press(String(path)).headers[.location] == "/measure/came")
            try await site.sees("Weggehaald. Dit telt niet mee.", at: "/measure/came")
            try await site.open("/measure/came")
            #expect(try await site.press(String(path)).status == .seeOther, "twice is once")
            #expect(
                try await clinic.count(
                    "SELECT count(*) FROM measurements_reading WHERE status = 'entered-in-error'") == 1)
            #expect(try await clinic.count("SELECT count FROM measurements_summary") == 0)
            #expect(try await clinic.count("SELECT count(*) FROM audit_line WHERE action = 'changed'") == 1)
            // What was taken back does not come in again.
            let again = try await site.sends([SentMeterTests.item(SentMeterTests.cuff(190, 112), 2)])[0]
            #expect(again["outcome"] == "known")
        }
    }

    @Test func `after a day, or of somebody else, or from the practice, it is not theirs to take back`() async throws {
        try await visit { site, clinic in
            try await site.measures(128, 82)
            let reading = try await clinic.store.read {
                try $0.row("SELECT id FROM measurements_reading") { try $0.id(0, of: Measurements.ReadingMark.self) }
            }
            let path = "/measure/came/\(try #require(reading))/withdrawal"
            try await site.signIn("jan")
            try await site.open("/measure/came")
            try await site.open("/measure/numbers")
            #expect(try await site.press(path).status == .notFound)
            #expect(try await site.press("/measure/came/x/withdrawal").status == .notFound)
            clinic.wait(.hours(25))
            try await site.signIn("fatma")
            try await site.sees("Er kwam vandaag nog niets binnen.", at: "/measure/came")
            try await site.open("/measure/numbers")
            #expect(try await site.press(path).status == .conflict)
            #expect(
                try await clinic.count("SELECT count(*) FROM measurements_reading WHERE status = 'final'") == 1)
        }
    }

    @Test func `when a patient is forgotten, so are the meters`() async throws {
        try await visit { site, clinic in
            _ = try await site.sends([SentMeterTests.item(SentMeterTests.cuff(128, 82), 1)])
            let (fatma, practice) = (clinic.fatma, clinic.practice)
            _ = try await clinic.store.write { try Measurements.forget(fatma, in: practice, $0) }
            #expect(try await clinic.count("SELECT count(*) FROM measurements_meter") == 0)
        }
    }
}
