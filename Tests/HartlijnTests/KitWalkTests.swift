import Clinical
import Devices
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import NIOCore
import Storage
import Testing

@testable import Hartlijn

/// A kit as the practice and the patient go through it, and what others see of it: nothing.
@Suite struct KitWalkTests {
    @Test func `a kit is made, lent from the record, seen at home, taken back and made ready`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let number = try await site.newKit()
            try await site.lend(number, to: clinic.fatma, more: "&agreed=paper")
            try await site.sees("Yıldız, F.", at: "/kits")
            try await site.sees(number, at: "/patients/\(clinic.fatma)")
            try await site.signIn("fatma")
            try await site.sees("Uw geleende box", at: "/more")
            try await site.sees("een bloeddrukmeter", at: "/loan")
            try await site.sees("U mag de box houden tot 26 mei 2027.", at: "/loan")
            try await site.signIn("marieke")
            #expect(try await site.step("take back", number, "&tick=meter").status == .seeOther)
            let unready = try await site.step("check", number, "&tick=clean")
            #expect(unready.status == .unprocessableContent)
            #expect(unready.text.contains("Niet alles is klaar."))
            let ready = "&tick=complete&tick=clean&tick=erased&tick=battery"
            #expect(try await site.step("check", number, ready).status == .seeOther)
            try await site.sees("in voorraad", at: "/kits/\(number)/card")
            try await site.sees("geheugen gewist", at: "/kits/\(number)/card")
            try await site.signIn("fatma")
            try await site.sees("U hebt nu niets te leen.", at: "/loan")
            try await site.doesNotSee("Uw geleende box", at: "/more")
        }
        #expect(try await clinic.count("SELECT count(*) FROM devices_loan WHERE agreed_how = 'paper'") == 1)
    }

    @Test func `the patient agrees on screen and tells that something broke; the practice finds it on its list`()
        async throws
    {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let number = try await site.newKit()
            try await site.lend(number, to: clinic.fatma)
            try await site.signIn("fatma")
            let loan = try await site.field("loan", at: "/loan")
            #expect(try await site.press("/loan/agreement", "loan=\(loan)").status == .unprocessableContent)
            #expect(try await site.press("/loan/agreement", "loan=\(loan)&agreed=yes").status == .seeOther)
            try await site.doesNotSee("/loan/agreement", at: "/loan")
            #expect(try await site.press("/loan/trouble", "trouble=").status == .unprocessableContent)
            try await site.open("/loan")
            let told = try await site.press("/loan/trouble", "trouble=broken&more=De+manchet+lekt.")
            try await site.sees("De praktijk neemt contact op.", at: try #require(told.headers[.location]))
            try await site.signIn("marieke")
            try await site.sees("Er is iets kapot. Box \(number).", at: "/worklist")
            #expect(try await site.step("break", number).status == .seeOther)
            try await site.sees("kapot, bij patiënt", at: "/kits/\(number)/card")
            try await site.sees("Yıldız, F.", at: "/kits/\(number)/card")
        }
        #expect(try await clinic.count("SELECT count(*) FROM devices_loan WHERE agreed_how = 'screen'") == 1)
    }

    @Test func `a label leads the practice to its kit, who has it to measuring, and everybody else nowhere`()
        async throws
    {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let number = try await site.newKit()
            try await site.lend(number, to: clinic.fatma)
            #expect(try await site.open("/kits/\(number)").headers[.location] == "/kits/\(number)/card")
            let sheet = try await site.open("/kits/labels?only=\(number)").text
            #expect(sheet.contains(number))
            #expect(!sheet.contains("Yıldız"))
            try await site.signIn("fatma")
            #expect(try await site.open("/kits/\(number)").headers[.location] == "/measure")
            try await site.signIn("jan")
            let elsewhere = try await site.open("/kits/\(number)")
            #expect(elsewhere.status == .notFound)
            #expect(elsewhere.text.contains("Deze pagina bestaat niet."))
            site.forgets()
            #expect(try await site.open("/kits/\(number)").headers[.location] == "/")
        }
    }

    @Test func `a stale form changes nothing, and a form sent twice does it once`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let number = try await site.newKit()
            try await site.open("/kits/\(number)/card")
            #expect(try await site.press("/kits/\(number)/steps", "step=break&seen=1").status == .seeOther)
            #expect(try await site.press("/kits/\(number)/steps", "step=break&seen=1").status == .seeOther)
            #expect(try await site.press("/kits/\(number)/steps", "step=lose&seen=1").status == .conflict)
            #expect(try await site.press("/kits/\(number)/steps", "step=recall&seen=2").status == .forbidden)
            #expect(try await site.press("/kits/\(number)/steps", "step=nothing&seen=2").status == .forbidden)
            #expect(try await site.press("/kits/\(number)/steps", "step=check&seen=2").status == .unprocessableContent)
            try await site.open("/kits/\(number)/card")
            #expect(
                try await site.press(
                    "/kits/\(number)/steps",
                    "step=check&seen=2&tick=complete&tick=clean&tick=erased&tick=battery"
                ).status == .conflict)
        }
        #expect(try await clinic.count("SELECT count(*) FROM devices_event WHERE step = 'break'") == 1)
        #expect(try await clinic.count("SELECT count(*) FROM devices_kit WHERE state = 'broken'") == 1)
    }

    @Test func `a kit of another practice is not found, and neither is a number with a mistake`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let number = try await site.newKit()
            let (occasion, elsewhere) = (clinic.clock.occasion, clinic.elsewhere)
            let id: ID<Devices.KitMark> = occasion.newID()
            let far = KitNumber(from: id)
            _ = try await clinic.store.write {
                try Devices.add(
                    .init(far, kind: "bp-box", devices: [.init(.meter, model: "M")]), as: id, by: nil, in: elsewhere,
                    at: occasion, $0)
            }
            let wrong = String(number.dropLast()) + (number.hasSuffix("0") ? "1" : "0")
            for other in [far.description, wrong, "x", "%00"] {
                for page in ["", "/card", "/parts", "/agreement"] {
                    #expect(try await site.open("/kits/\(other)\(page)").status == .notFound, "\(other)\(page)")
                }
                try await site.open("/kits/\(number)/card")
                #expect(
                    try await site.press("/kits/\(other)/steps", "step=break&seen=1").status == .notFound, "\(other)")
            }
            try await site.open("/patients/\(clinic.fatma)/loan")
            let answer = try await site.press("/patients/\(clinic.fatma)/loan", "typed=\(far)&step=lend")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Dit nummer kennen wij niet."))
            #expect(try await site.press("/patients/\(clinic.jan)/loan", "kit=\(number)&step=lend").status == .notFound)
            #expect(try await site.press("/kits", "q=\(far)").text.contains("Geen box gevonden."))
        }
        #expect(try await clinic.count("SELECT count(*) FROM devices_loan") == 0)
    }

    @Test func `a recall while it is lent stands on top, and the patient is asked to phone`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let number = try await site.newKit()
            try await site.lend(number, to: clinic.fatma)
            try await site.open("/kits/recalls")
            #expect(try await site.press("/kits/recalls", "model=Voorbeeld+M1&reason=").status == .unprocessableContent)
            try await site.open("/kits/recalls")
            #expect(try await site.press("/kits/recalls", "model=voorbeeld-m1&reason=Manchet").status == .seeOther)
            try await site.sees("teruggeroepen, bij patiënt", at: "/kits")
            try await site.sees("Wij ruilen uw box graag om.", at: "/patients/\(clinic.fatma)/message?start=recall")
            try await site.signIn("fatma")
            try await site.sees("Wij ruilen deze box graag om.", at: "/loan")
            try await site.signIn("marieke")
            let html = try await site.open("/kits/recalls").text
            let id = try #require(
                html.components(separatedBy: "/kits/recalls/").dropFirst().first?.prefix { $0 != "/" })
            #expect(try await site.press("/kits/recalls/\(id)/end").status == .seeOther)
            try await site.sees("uitgeleend", at: "/kits/\(number)/card")
        }
    }

    @Test func `who is late stands on top, gets a kind reminder, and may keep it longer`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let number = try await site.newKit()
            try await site.lend(number, to: clinic.fatma, more: "&due=2026-12-01")
            clinic.wait(.days(9))
            try await site.signIn("marieke")
            try await site.sees("3 dagen te laat", at: "/kits")
            try await site.sees("Komt u hem terugbrengen?", at: "/patients/\(clinic.fatma)/message?start=return")
            #expect(try await site.step("extend", number, "&due=2026-12-01").status == .unprocessableContent)
            #expect(try await site.step("extend", number, "&due=2027-02-01").status == .seeOther)
            try await site.doesNotSee("te laat", at: "/kits/\(number)/card")
            try await site.sees("1 februari 2027", at: "/kits")
        }
    }

    @Test func `a list is read in: what fits is kept, what does not is told by its line, and twice is once`()
        async throws
    {
        let clinic = try await Clinic()
        let csv = """
            soort;nummer;onderdeel;model;serienummer;manchet
            BP Box;Box 1;;Voorbeeld M1;A1;M
            Lifestyle Box;Box 2;bloeddrukmeter;Voorbeeld M1;A2;L
            Lifestyle Box;Box 2;weegschaal;Voorbeeld W;W1;
            Onbekend;Box 3;;Voorbeeld M1;A3;
            BP Box;Box 4;;;A4;
            BP Box;Box 5;;Voorbeeld M1;A1;
            BP Box;Box 1;;Voorbeeld M1;A9;
            BP Box;;;Voorbeeld M1;A7;
            """
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let first = try await site.sendsList(csv).text
            #expect(first.contains("<dd class=\"num\">3</dd>"), "three kits")
            for line in [5, 6, 7, 8] {
                #expect(first.contains("<th scope=\"row\" class=\"num\">\(line)</th>"), "\(line)")
            }
            #expect(!first.contains("class=\"num\">9</th>"))
            let again = try await site.sendsList(csv).text
            #expect(again.contains("Waren er al"))
            #expect(try await clinic.count("SELECT count(*) FROM devices_kit") == 3)
            #expect(try await clinic.count("SELECT count(*) FROM devices_part") == 4)
            #expect(try await site.press("/kits", "q=Box+2").text.contains("Lifestyle Box"))
            #expect(try await site.press("/kits", "q=w1").text.contains("Box 2"))
            #expect(try await site.sendsList("naam;leeftijd\na;1\n").status == .unprocessableContent)
            #expect(try await site.sendsList("").status == .unprocessableContent)
            #expect(try await site.sendsList("%PDF-1.4").status == .unprocessableContent)
        }
    }

    @Test func `a manager sees the stock and nobody's name`() async throws {
        let clinic = try await Clinic()
        try await clinic.addManager()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let number = try await site.newKit()
            try await site.lend(number, to: clinic.fatma)
            try await site.signIn("mo")
            let page = try await site.open("/stock").text
            #expect(page.contains(number))
            #expect(page.contains("uitgeleend"))
            #expect(!page.contains("Yıldız"))
            #expect(!page.contains("\(clinic.fatma)"))
            #expect(try await site.open("/kits").status == .notFound)
            #expect(try await site.open("/kits/\(number)").status == .notFound)
        }
    }

    @Test func `a kit that went home to two people at once went to one of them`() async throws {
        let clinic = try await Clinic()
        let piet = try await clinic.newPatient("Piet", "Pot")
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let number = try await site.newKit()
            try await site.open("/patients/\(piet)/loan")
            let answers = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                for place in 0..<10 {
                    let patient = place.isMultiple(of: 2) ? piet : clinic.fatma
                    let form = ID<Devices.EventMark>(high: 9, low: UInt64(place))
                    group.addTask {
                        try await site.press(
                            "/patients/\(patient)/loan", "kit=\(number)&step=lend&number=\(form)"
                        ).status
                    }
                }
                return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            }
            #expect(answers == [.seeOther: 1, .conflict: 9])
        }
        #expect(try await clinic.count("SELECT count(*) FROM devices_loan") == 1)
    }

    @Test func `an own kind and a validated model are kept, and shown where they matter`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let number = try await site.newKit()
            try await site.sees("niet op de lijst", at: "/kits/\(number)/card")
            try await site.open("/kits/settings")
            #expect(
                try await site.press("/kits/settings/models", "model=voorbeeld+m1&list=Protocol+X&since=2025-01-01")
                    .status
                    == .seeOther)
            try await site.sees("Protocol X", at: "/kits/\(number)/card")
            #expect(
                try await site.press("/kits/settings/models", "model=&list=&since=gisteren").status
                    == .unprocessableContent)
            #expect(
                try await site.press("/kits/settings/kinds", "name=Weegkoffer&part=scale&days=30").status == .seeOther)
            #expect(
                try await site.press("/kits/settings/kinds", "name=weegkoffer&part=scale&days=30").status
                    == .unprocessableContent)
            #expect(
                try await site.press("/kits/settings/kinds", "name=X&part=scale&days=1").status == .unprocessableContent
            )
            try await site.sees("Weegkoffer", at: "/kits/new")
            try await site.open("/kits/settings")
            try await site.press("/kits/settings/models/end", "model=Voorbeeld+M1")
            try await site.sees("niet op de lijst", at: "/kits/\(number)/card")
        }
    }
}

extension Visit {
    /// A BP Box comes into the books.
    func newKit(serial: String = "A1") async throws -> String {
        try await open("/kits/new?kind=bp-box")
        let answer = try await press(
            "/kits/new", "kind=bp-box&purpose=lending&model-meter=Voorbeeld+M1&serial-meter=\(serial)")
        let path = try #require(answer.headers[.location])
        return String(try #require(path.split(separator: "/").dropFirst().first))
    }

    func lend(_ number: String, to patient: ID<Patient>, more: String = "") async throws {
        try await open("/patients/\(patient)/loan")
        let answer = try await press("/patients/\(patient)/loan", "kit=\(number)&step=lend\(more)")
        #expect(answer.status == .seeOther)
    }

    /// Presses a button on the page of a kit, as it is now.
    func step(_ step: String, _ number: String, _ more: String = "") async throws -> TestResponse {
        let seen = try await field("seen", at: "/kits/\(number)/card")
        let word = step.replacing(" ", with: "+")
        return try await press("/kits/\(number)/steps", "step=\(word)&seen=\(seen)\(more)")
    }

    /// What a hidden field of a page holds.
    func field(_ name: String, at path: String) async throws -> String {
        let html = try await open(path).text
        let start = try #require(html.range(of: "name=\"\(name)\" value=\""))
        return String(html[start.upperBound...].prefix { $0 != "\"" })
    }

    func sendsList(_ csv: String) async throws -> TestResponse {
        let token = try await field("form", at: "/kits/import")
        let body = """
            --x\r\nContent-Disposition: form-data; name="form"\r\n\r\n\(token)\r\n--x\r
            Content-Disposition: form-data; name="file"; filename="lijst.csv"\r\n\r\n\(csv)\r\n--x--\r\n
            """
        return try await send(Data(body.utf8), to: "/kits/import", type: "multipart/form-data; boundary=x")
    }
}

extension Clinic {
    func addManager() async throws {
        let (practice, now) = (practice, now)
        let mo = ID<Worker>(high: 3, low: 40)
        try await store.write {
            try Identity.add(
                .init(id: mo, givenName: "Mo", familyName: "Regel", role: .manager), to: practice, at: now, $0)
        }
        try await SignIn(store: store, cost: HashCost(rounds: 1 << 4)).setPassword(
            Self.password, for: "mo", of: .worker(mo), role: .manager, in: practice, at: now)
    }
}
