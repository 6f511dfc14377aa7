import Clinical
import HTTPTypes
import HummingbirdTesting
import Rights
import Storage
import Testing
import Web

@testable import Hartlijn

/// What a pharmacy sees, and of whom.
@Suite struct PharmacyTests {
    @Test func `a pharmacy asks, is told nothing, and sees somebody once the patient said yes`() async throws {
        let clinic = try await Clinic()
        _ = try await clinic.neighbourhood()
        let born = "\(Day(number: -3215))"
        try await clinic.visit { site in
            try await site.signIn("daan")
            try await site.open("/pharmacy")
            #expect(try await site.press("/pharmacy", "given=Fatma").status == .unprocessableContent)
            try await site.open("/pharmacy")
            let known = try await site.press("/pharmacy", "given=Fatma&family=Y%C4%B1ld%C4%B1z&born=\(born)")
            try await site.open("/pharmacy")
            let unknown = try await site.press("/pharmacy", "given=Nobody&family=Here&born=\(born)")
            #expect(known.status == unknown.status && known.headers[.location] == unknown.headers[.location])
            #expect(known.text == unknown.text)
            try await site.doesNotSee("Yıldız", at: "/pharmacy")
            #expect(try await site.open("/pharmacy/\(clinic.fatma)").status == .notFound)

            try await site.signIn("fatma")
            try await site.sees("Is De Vijzel uw apotheek?", at: "/my-pharmacy")
            let id = try await clinic.registration()
            try await site.press("/my-pharmacy/\(id)/answer", "answer=yes")
            try await site.sees("Uw naam, geboortedatum, telefoonnummer en medicijnen.", at: "/helpers")
            try await site.signIn("daan")
            try await site.sees("Yıldız, F.", at: "/pharmacy")
            #expect(try await site.open("/pharmacy/\(clinic.fatma)").status == .ok)
            try await site.signIn("piet")
            try await site.doesNotSee("Yıldız", at: "/pharmacy")
            #expect(try await site.open("/pharmacy/\(clinic.fatma)").status == .notFound)
            try await site.signIn("fatma")
            try await site.sees("apotheker, De Vijzel", at: "/watching")
        }
    }

    @Test func `restricted data is not for the pharmacy and not for who helps with a task`() async throws {
        let clinic = try await Clinic()
        let around = try await clinic.neighbourhood()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.open("/patients/\(clinic.fatma)/pharmacy")
            try await site.press("/patients/\(clinic.fatma)/pharmacy", "pharmacy=\(around.pharmacy)")
            try await site.open("/patients/\(clinic.fatma)/help")
            try await site.press("/patients/\(clinic.fatma)/help", "what=install+\(around.library)&consent=consult")
            let task = try await clinic.task()
            func outsiders(_ status: HTTPResponse.Status) async throws {
                for (who, list, page) in [
                    ("daan", "/pharmacy", "/pharmacy/\(clinic.fatma)"), ("bo", "/tasks", "/tasks/\(task)"),
                ] {
                    try await site.signIn(who)
                    let name = try await site.open(list).text.contains("Yıldız")
                    #expect(name == (status == .ok), "\(who)")
                    #expect(try await site.open(page).status == status, "\(who)")
                }
            }
            try await outsiders(.ok)
            try await site.signIn("fatma")
            try await site.ask("restriction", "Ik+betwist+een+meting")
            let request = try await clinic.request(.restriction)
            try await site.signIn("marieke")
            try await site.open("/requests/\(request)")
            try await site.press("/requests/\(request)/answer", "answer=granted&reason=Goed.")
            try await outsiders(.notFound)
            try await site.signIn("fatma")
            try await site.open("/rights")
            try await site.press("/rights/\(request)/end")
            try await outsiders(.ok)
        }
    }

    @Test func `blood pressures show only while the patient lets them, and nothing else of the record does`()
        async throws
    {
        let clinic = try await Clinic()
        let around = try await clinic.neighbourhood()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.open("/patients/\(clinic.fatma)")
            try await site.press("/patients/\(clinic.fatma)/medication", "what=Pil+erbij&why=Omdat")
            try await site.open("/patients/\(clinic.fatma)/pharmacy")
            let path = "/patients/\(clinic.fatma)/pharmacy"
            #expect(try await site.press(path, "pharmacy=\(around.library)").status == .unprocessableContent)
            try await site.open(path)
            #expect(try await site.press(path, "pharmacy=\(around.pharmacy)").status == .seeOther)
            try await site.sees("Ingeschreven", at: path)
            try await site.signIn("fatma")
            try await site.measures(151, 93, more: "&confirmed=yes")
            try await site.open("/goal")
            try await site.press("/goal", "text=wandelen")
            try await site.signIn("daan")
            let closed = try await site.open("/pharmacy/\(clinic.fatma)").text
            #expect(closed.contains("Pil erbij") && closed.contains("Omdat"))
            #expect(!closed.contains("151/93") && closed.contains("deelt de metingen niet"))
            #expect(!closed.contains("wandelen") && !closed.contains("hypertensie"))
            try await site.signIn("fatma")
            try await site.open("/my-pharmacy")
            let id = try await clinic.registration()
            try await site.press("/my-pharmacy/\(id)/readings", "show=yes")
            try await site.signIn("daan")
            try await site.sees("151/93", at: "/pharmacy/\(clinic.fatma)")
            try await site.signIn("fatma")
            try await site.open("/my-pharmacy")
            try await site.press("/my-pharmacy/\(id)/readings", "show=no")
            try await site.signIn("daan")
            try await site.doesNotSee("151/93", at: "/pharmacy/\(clinic.fatma)")
        }
    }

    @Test func `the conversation is of the pharmacy, and another pharmacy does not inherit it`() async throws {
        let clinic = try await Clinic()
        let around = try await clinic.neighbourhood()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/my-pharmacy")
            try await site.press("/my-pharmacy", "pharmacy=\(around.pharmacy)")
            try await site.open("/my-pharmacy")
            #expect(try await site.press("/my-pharmacy/messages").status == .unprocessableContent)
            try await site.open("/my-pharmacy")
            let send = "question=Liggen+ze+klaar%3F"
            #expect(try await site.press("/my-pharmacy/messages", send).status == .seeOther)
            #expect(try await site.press("/my-pharmacy/messages", send).status == .seeOther)
            #expect(try await clinic.count("SELECT count(*) FROM pharmacy_message") == 1, "sent twice is one")
            try await site.signIn("marieke")
            try await site.doesNotSee("Liggen ze klaar", at: "/patients/\(clinic.fatma)")
            try await site.signIn("daan")
            try await site.sees("Liggen ze klaar?", at: "/pharmacy/\(clinic.fatma)")
            try await site.press("/pharmacy/\(clinic.fatma)/messages", "text=Ja%2C+kom+maar.")
            try await site.signIn("fatma")
            try await site.sees("Ja, kom maar.", at: "/my-pharmacy")
            try await site.press("/my-pharmacy", "pharmacy=\(around.otherPharmacy)")
            try await site.sees("De Stamper", at: "/my-pharmacy")
            try await site.doesNotSee("Ja, kom maar.", at: "/my-pharmacy")
            try await site.signIn("daan")
            #expect(try await site.open("/pharmacy/\(clinic.fatma)").status == .notFound)
            try await site.signIn("piet")
            let page = try await site.open("/pharmacy/\(clinic.fatma)").text
            #expect(!page.contains("Liggen ze klaar") && page.contains("Nog geen berichten."))
        }
        #expect(
            try await clinic.count("SELECT count(*) FROM pharmacy_registration WHERE ended_at IS NULL") == 1)
    }
}

extension Clinic {
    fileprivate func registration() async throws -> String {
        let id = try await store.read {
            try $0.row("SELECT id FROM pharmacy_registration WHERE ended_at IS NULL ORDER BY asked_at DESC LIMIT 1") {
                try $0.id(0, of: Form.self)
            }
        }
        return try #require(id).description
    }
}
