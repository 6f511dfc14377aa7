import Clinical
import Enrolling
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Storage
import Testing

@testable import Hartlijn

@Suite struct EnrollingTests {
    private static let list = """
        achternaam;voornaam;geboortedatum;geslacht;telefoon;icpc;bmi
        Jansma;Riet;12-03-1958;v;06 11 11 11 11;K86 K78;27,4
        Yıldız;Fatma;\(Day(number: -3215));v;;T90;
        Bakker;Henk;1-2-1960;m;;A97;24
        De Boer;Els;1949-05-06;v;;K76.01;22
        Visser;Piet;31-02-1960;m;;K86;
        ;Jan;01-01-1960;m;;K86;
        Smit;Wim;01-01-1960;x;;K86;
        """

    @Test func `a list becomes people to ask, each once, and what cannot be read is told by its line`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let answer = try await site.sends(Self.list, to: "/enrolling/list")
            #expect(answer.status == .ok)
            for line in ["regel 6", "regel 7", "regel 8"] { #expect(answer.text.contains(line)) }
            #expect(!answer.text.contains("Visser"))
            #expect(try await clinic.count("SELECT count(*) FROM enrolling_candidate") == 3)
            let page = try await site.open("/enrolling").text
            #expect(page.contains("Jansma, R.") && page.contains("Boer, E.") && page.contains("Yıldız, F."))
            #expect(!page.contains("Bakker"))
            #expect(page.contains("boezemfibrilleren"))
            let again = try await site.sends(Self.list, to: "/enrolling/list")
            #expect(again.status == .ok)
            #expect(try await clinic.count("SELECT count(*) FROM enrolling_candidate") == 3)
            // Who is a patient already keeps their own number.
            #expect(try await site.open("/enrolling/\(clinic.fatma)").status == .ok)
        }
        #expect(
            try await clinic.count(
                "SELECT count(*) FROM enrolling_candidate WHERE patient_id = \(clinic.fatma) AND list_id IS NOT NULL")
                == 1)
    }

    @Test func `a list is taken back, but for whom was asked`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            _ = try await site.sends(Self.list, to: "/enrolling/list")
            let riet = try await clinic.candidate("Jansma")
            try await site.open("/enrolling/\(riet)")
            try await site.press("/enrolling/\(riet)/invitations", "channel=phone")
            let page = try await site.open("/enrolling/list").text
            let end = try #require(page.split(separator: "\"").first { $0.hasSuffix("/end") }.map(String.init))
            #expect(try await site.press(end).status == .seeOther)
            #expect(try await site.press(end).status == .notFound)
        }
        #expect(try await clinic.count("SELECT count(*) FROM enrolling_candidate") == 1)
    }

    @Test func `two taps in the consult, and consent makes a patient under the same number`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            _ = try await site.sends(Self.list, to: "/enrolling/list")
            let riet = try await clinic.candidate("Jansma")
            let path = "/enrolling/\(riet)"
            try await site.sees("Bloeddrukmeters voor thuis zijn hierbij niet gevalideerd.", at: path)
            try await site.press("\(path)/invitations", "channel=consult&answer=yes")
            try await site.sees("Zei ja", at: path)
            #expect(try await site.open("/patients/\(riet)").status == .notFound)
            let missing = try await site.press("\(path)/enrolment", "consented=2026-11-25")
            #expect(missing.status == .unprocessableContent)
            #expect(missing.text.contains("value=\"2026-11-25\""), "what was filled in is still there")
            let form = "consented=2026-11-25&way=aloud&help=family&reading=difficult&spoken=Nederlands"
            #expect(try await site.press("\(path)/enrolment", form).status == .seeOther)
            #expect(try await site.press("\(path)/enrolment", form).status == .conflict, "once")
            try await site.sees("Leest moeilijk", at: "/patients/\(riet)")
            try await site.open("/patients/\(riet)/plan")
            try await site.press("/patients/\(riet)/plan", "protocol=seven-days&systolic=135&diastolic=85")
            try await site.sees("Samen meten", at: path)
            try await site.open("/patients/\(riet)/plan")
            try await site.press("/patients/\(riet)/weeks", "starts=2026-11-26")
            #expect(try await clinic.count("SELECT count(*) FROM measurements_week WHERE withdrawn_at IS NULL") == 1)
            try await site.open(path)
            try await site.press("\(path)/stop")
            try await site.sees("Gestopt", at: path)
            #expect(
                try await clinic.count("SELECT count(*) FROM measurements_week WHERE withdrawn_at IS NULL") == 0,
                "nothing is asked of who stopped")
            #expect(try await site.press("\(path)/enrolment", form).status == .seeOther, "and again, when they want")
        }
        #expect(try await clinic.count("SELECT count(*) FROM enrolling_enrolment") == 2)
    }

    @Test func `every step can be taken back`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let path = "/enrolling/\(clinic.fatma)"
            try await site.open(path)
            for _ in 0..<2 { try await site.press("\(path)/invitations", "channel=letter") }
            #expect(try await clinic.count("SELECT count(*) FROM enrolling_invitation") == 1, "pressed twice")
            try await site.press("\(path)/answer", "answer=no")
            #expect(try await clinic.state(of: clinic.fatma) == "no")
            try await site.press("\(path)/answer", "answer=yes")
            #expect(try await clinic.state(of: clinic.fatma) == "yes")
            try await site.press("\(path)/undo")
            #expect(try await clinic.state(of: clinic.fatma) == "invited")
            try await site.press("\(path)/undo")
            #expect(try await clinic.state(of: clinic.fatma) == "listed")
            #expect(try await site.press("\(path)/undo").status == .conflict)
            try await site.press("\(path)/place", "place=left-out")
            #expect(try await site.press("\(path)/invitations", "channel=phone").status == .conflict)
            try await site.press("\(path)/place", "place=listed")
            #expect(try await clinic.state(of: clinic.fatma) == "listed")
        }
        #expect(try await clinic.count("SELECT count(*) FROM enrolling_invitation") == 1, "kept, with who took it back")
    }

    @Test func `letters are counted as asked, and nobody with a caution gets one by itself`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            _ = try await site.sends(Self.list, to: "/enrolling/list")
            let page = try await site.open("/enrolling").text
            let persons = page.matches(of: #/name="person" value="([0-9a-f-]{36})"/#).map { "person=\($0.1)" }
            let form = (persons + ["person=\(clinic.jan)", "person=x"]).joined(separator: "&")
            let letters = try await site.press("/enrolling/letters", form).text
            #expect(letters.contains("Beste Els De Boer") && letters.contains("Beste Fatma Yıldız"))
            #expect(!letters.contains("Jansma"))
            #expect(!letters.contains("diabetes"), "a letter on the table says no illness")
            #expect(try await clinic.count("SELECT count(*) FROM enrolling_candidate WHERE state = 'invited'") == 2)
            let again = try await site.press("/enrolling/letters", form).text
            #expect(again.contains("Beste Els De Boer"), "sent twice it prints the same")
            #expect(try await clinic.count("SELECT count(*) FROM enrolling_invitation") == 2, "and asks nobody again")
        }
    }

    @Test(arguments: ["", "naam;leeftijd\nJan;3\n", "%PDF-1.4", "PK\u{3}\u{4}"])
    func `what is no list is refused, and nothing is kept`(_ text: String) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let answer = try await site.sends(text, to: "/enrolling/list")
            #expect(answer.status == .unprocessableContent)
        }
        #expect(try await clinic.count("SELECT count(*) FROM enrolling_list") == 0)
    }

    @Test func `far too many rows, some of them broken, are read to the end`() async throws {
        let clinic = try await Clinic()
        var rows = ["achternaam,voornaam,geboortedatum,geslacht,icpc"]
        for number in 0..<2_000 {
            let name = [number / 676, number / 26 % 26, number % 26].map { String(UnicodeScalar(UInt8(97 + $0))) }
                .joined()
            rows.append(number % 50 == 0 ? "\"kapot,\(number)" : "Naam\(name),Voor,01-02-1950,v,T90")
        }
        let text = rows.joined(separator: "\n")
        try await clinic.visit { site in
            try await site.signIn("marieke")
            #expect(try await site.sends(text, to: "/enrolling/list").status == .ok)
        }
        #expect(try await clinic.count("SELECT count(*) FROM enrolling_candidate") == 1_960)
    }

    @Test func `somebody of another practice is not there`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            #expect(try await site.open("/enrolling/\(clinic.jan)").status == .notFound)
            try await site.open("/enrolling")
            for deed in ["invitations", "answer", "undo", "place", "enrolment", "stop"] {
                #expect(try await site.press("/enrolling/\(clinic.jan)/\(deed)", "channel=phone").status == .notFound)
            }
        }
        #expect(try await clinic.count("SELECT count(*) FROM enrolling_candidate") == 0)
    }
}

@Suite struct EnrollingStateTests {
    @Test(arguments: Enrolling.State.allCases, Enrolling.Step.all)
    func `a step leads on or cannot be done, and nothing leads back to where it was`(
        _ state: Enrolling.State, _ step: Enrolling.Step
    ) {
        guard let next = state.after(step) else { return }
        switch step {
        case .invite: #expect(next == .invited)
        case .answer: #expect([.yes, .later, .no].contains(next))
        case .takePart: #expect(next == .takesPart && state != .leftOut && state != .takesPart)
        case .stop: #expect(state == .takesPart && next == .stopped)
        case .leaveOut: #expect(next == .leftOut && state != .takesPart)
        case .putBack: #expect(state == .leftOut && next == .listed)
        case .takeBackAnswer: #expect(next == .invited)
        case .takeBackInvitation: #expect(state == .invited && next == .listed)
        }
    }
}

extension Clinic {
    func candidate(_ family: String) async throws -> ID<Patient> {
        try #require(
            try await store.ask {
                try $0.row("SELECT patient_id FROM enrolling_candidate WHERE family_name = \(family)") { try $0.id(0) }
            })
    }

    func state(of patient: ID<Patient>) async throws -> String? {
        try await store.ask {
            try $0.row("SELECT state FROM enrolling_candidate WHERE patient_id = \(patient)") { try $0.text(0) }
        }
    }
}

extension Visit {
    fileprivate func sends(_ text: String, to path: String) async throws -> TestResponse {
        try await uploads(Data(text.utf8), named: "lijst.csv", to: path)
    }
}
