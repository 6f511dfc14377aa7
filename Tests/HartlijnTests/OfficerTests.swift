import Audit
import Clinical
import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import Testing

@testable import Hartlijn
@testable import Oversight

/// Somebody looks at who looked, whatever an administrator does, and however busy the week was.
@Suite struct OfficerTests {
    @Test func `the last officer stays, and what is done to an officer stands on the desk`() async throws {
        let clinic = try await Clinic()
        _ = try await clinic.careGroup()
        let paula = try await clinic.worker("paula")
        try await clinic.visit { site in
            try await site.signIn("otto")
            try await site.open("/people")
            for fields in ["now=now", "last-day=2026-12-31"] {
                #expect(try await site.press("/people/\(paula)/end", fields).status == .conflict)
            }
            try await clinic.secondOfficer()
            try await site.open("/people")
            #expect(try await site.press("/people/\(paula)/factors", "seen=passport").status == .seeOther)
            #expect(try await site.press("/people/\(paula)/end", "last-day=2026-12-31").status == .seeOther)
            let petra = try await clinic.worker("petra")
            #expect(try await site.press("/people/\(petra)/end", "last-day=2027-01-31").status == .conflict)
            try await site.signIn("petra")
            let desk = try await site.open("/access").text
            #expect(desk.contains("otto X, Groep"))
            #expect(desk.contains("Gaf een privacyfunctionaris een laatste dag, of sloot het account."))
            #expect(desk.contains("Wiste de app van een privacyfunctionaris."))
        }
        #expect(try await clinic.count("SELECT count(*) FROM identity_account WHERE ended_at IS NOT NULL") == 1)
    }

    @Test func `every look of the week is gone through, a part at a time`() async throws {
        let clinic = try await Clinic()
        let occasion = clinic.clock.occasion
        try await clinic.store.write { db in
            for place in 0..<11 {
                let actor = Audit.Actor(.worker(clinic.marieke), role: "poh", through: .none)
                // Some at the same moment, so that a part ends between two of them.
                let at = occasion.at(occasion.now - .minutes(place / 3))
                try Audit.record(
                    Audit.Entry(.looked, "record", of: clinic.fatma, in: clinic.practice, by: actor), at: at, db)
            }
        }
        let since = occasion.now - .days(1)
        for most in [1, 2, 3, 4, 11, 12, 5000] {
            let looks = try await clinic.store.read {
                try Oversight.looks(in: clinic.practice, since: since, atATime: most, $0)
            }
            #expect(looks.count == 11)
            #expect(Set(looks.map(\.id)).count == 11)
        }
    }
}

extension Clinic {
    fileprivate func secondOfficer() async throws {
        let (now, id, group) = (now, ID<Worker>(high: 3, low: 90), ID<Practice>(high: 1, low: 3))
        try await store.write {
            try Identity.add(
                .init(id: id, givenName: "petra", familyName: "X", role: .officer), to: group, at: now, $0)
        }
        try await SignIn(store: store, cost: HashCost(rounds: 1 << 4)).setPassword(
            Self.password, for: "petra", of: .worker(id), role: .officer, in: group, at: now)
    }
}
