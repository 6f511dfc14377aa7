import Clinical
import Credentials
import Devices
import Enrolling
import Foundation
import HTTPTypes
import HummingbirdTesting

import Storage
import Testing

@testable import Hartlijn
@testable import Measurements

/// The Box, whole: from a list to a kit that is back on the shelf.
@Suite struct BoxWalkTests {
    private static let list = """
        achternaam;voornaam;geboortedatum;geslacht;icpc;bmi
        Jansma;Riet;12-03-1958;v;K86;24,1
        """
    private static let password = "een-lange-zin-van-riet"

    @Test
    func `somebody is asked, takes a box home, measures a week of which two days without internet, and is answered`()
        async throws
    {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            let (riet, kit) = try await enrol(in: clinic, site)
            try await measureWeek(of: riet, in: clinic, site)
            try await answer(riet, in: clinic, site)
            try await site.sees("Dank u voor het meten.", signedInAs: "riet", Self.password, at: "/messages")
            try await site.signIn("marieke")
            #expect(try await site.step("take back", kit, "&tick=meter").status == .seeOther)
            let ready = "&tick=complete&tick=clean&tick=erased&tick=battery"
            #expect(try await site.step("check", kit, ready).status == .seeOther)
            try await site.sees("in voorraad", at: "/kits/\(kit)/card")
            let plan = try await site.open("/enrolling/\(riet)").text
            #expect(!plan.contains("<time>nu</time>"), "every step is done")
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading WHERE setting = 'home'") == 28)
        #expect(
            try await clinic.count(
                "SELECT count(*) FROM measurements_reading WHERE source = 'typed' AND setting = 'home'")
                == 8)
    }

    /// A list, two taps, consent, a plan, a week, a kit, a reading together, and a letter.
    private func enrol(in clinic: Clinic, _ site: Visit) async throws -> (ID<Patient>, kit: String) {
        try await site.signIn("marieke")
        _ = try await site.uploads(Data(Self.list.utf8), named: "lijst.csv", to: "/enrolling/list")
        let riet = try await clinic.candidate("Jansma")
        let (steps, record) = ("/enrolling/\(riet)", "/patients/\(riet)")
        try await site.sees("bloeddrukbox", at: steps)
        try await site.press("\(steps)/invitations", "channel=consult&answer=yes")
        try await site.press("\(steps)/enrolment", "consented=2026-11-25&way=paper&help=none&reading=difficult")
        try await site.open("\(record)/plan")
        try await site.press("\(record)/plan", "protocol=seven-days&systolic=135&diastolic=85")
        try await site.open("\(record)/plan")
        try await site.press("\(record)/weeks", "starts=2026-11-26")
        let kit = try await site.newKit()
        try await site.lend(kit, to: riet, more: "&agreed=paper")
        try await site.open("\(record)/readings")
        try await site.press("\(record)/readings", "systolic=131&diastolic=80&pulse=66")
        try await site.open("\(record)/letter")
        let letter = try await site.press("\(record)/letter").text
        let code = String(try #require(letter.firstMatch(of: #/big-code num">([0-9A-Z-]{9})</#)).1)
        try await site.press("/sign-out")
        let account = try await site.send(
            .post, "/activate/account",
            "code=\(code)&born-day=12&born-month=3&born-year=1958&name=riet&password=\(Self.password)")
        #expect(account.headers[.location] == "/today")
        return (riet, kit)
    }

    /// Four readings a day. On the fourth and fifth day there is no internet: what was typed then waits, closed.
    private func measureWeek(of riet: ID<Patient>, in clinic: Clinic, _ site: Visit) async throws {
        var waiting: [String] = []
        for day in 1...7 {
            clinic.wait(day == 1 ? .hours(24) + .hours(12) + .minutes(45) : .hours(24))
            let date = clinic.clock.occasion.today
            let hours = ["07:30", "07:32", "20:10", "20:12"]
            guard day != 4, day != 5 else {
                waiting += hours.enumerated().map { typed(date, $1, 10 * day + $0) }
                continue
            }
            try await site.signIn("riet", password: Self.password)
            if day == 6 {
                let key = try await site.phoneKey()
                let closed = try waiting.map { try PhoneKey.close($0, for: key) }
                #expect(try await site.sends(closed).allSatisfy { $0["outcome"] == "kept" })
                #expect(try await site.sends(closed).allSatisfy { $0["outcome"] == "known" }, "sent once more")
            }
            let items = hours.enumerated().map { place, hour in
                SentMeterTests.item(
                    SentMeterTests.cuff(126 + place, 78 + place, at: "\(date)T\(hour):00"), 10 * day + place,
                    at: "\(date)T20:30:00+01:00")
            }
            #expect(try await site.sends(items).allSatisfy { $0["outcome"] == "kept" }, "day \(day)")
        }
        #expect(
            try await clinic.count(
                """
                SELECT count(*) FROM measurements_week
                WHERE patient_id = \(riet) AND outcome = 'on-target' AND readings = 28
                """) == 1)
        try await site.sees("Uw meetweek is klaar", at: "/today")
    }

    private func typed(_ date: Day, _ hour: String, _ number: Int) -> String {
        """
        {"id":"\(SentTests.id(number))","at":"\(date)T\(hour):00+01:00",\
        "typed":{"systolic":127,"diastolic":79,"pulse":64}}
        """
    }

    /// The line of a finished week leads to a text that is there already.
    private func answer(_ riet: ID<Patient>, in clinic: Clinic, _ site: Visit) async throws {
        try await site.signIn("marieke")
        let list = try await site.open("/worklist").text
        #expect(list.contains("/patients/\(riet)/message?start=on-target"))
        let page = try await site.open("/patients/\(riet)/message?start=on-target").text
        #expect(page.contains("Uw bloeddruk was gemiddeld 127 over 79."))
        #expect(page.contains(" autofocus"))
        let sent = try await site.press("/patients/\(riet)/messages", "text=Dank+u+voor+het+meten.")
        #expect(sent.headers[.location] == "/worklist?sent=1")
        try await site.doesNotSee("Jansma", at: "/worklist")
    }
}

extension Visit {
    fileprivate func sees(_ text: String, signedInAs name: String, _ password: String, at path: String) async throws {
        try await signIn(name, password: password)
        try await sees(text, at: path)
    }

    fileprivate func phoneKey() async throws -> [UInt8] {
        try await open("/measure/numbers")
        let answer = try await send(.get, "/measure/phone", nil)
        let told = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
        let key = try #require((told?["key"] as? [String: String])?["public"])
        return try #require(Base64URL.bytes(key))
    }
}
