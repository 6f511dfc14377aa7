import Clinical
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@Suite struct WatchingTests {
    @Test func `a patient sees who looked, from where, what they did and how often`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.measures(152, 94, more: "&confirmed=yes")
            try await site.signIn("marieke")
            for _ in 0..<3 {
                clinic.wait(.minutes(5))
                try await site.open("/patients/\(clinic.fatma)")
            }
            try await site.open("/patients/\(clinic.fatma)/message")
            try await site.press("/patients/\(clinic.fatma)/messages", "text=Dank+u+voor+het+meten.")
            try await site.signIn("fatma")
            let html = String(buffer: try await site.open("/watching").body)
            #expect(html.contains("Marieke"))
            #expect(html.contains("praktijkondersteuner, De Linde"))
            #expect(html.contains("Keek in uw dossier."))
            #expect(html.contains("4 keer, tussen "))
            #expect(html.contains("Schreef een bericht."))
            #expect(!html.contains("U zelf"), "what the patient did is asked for")
            let own = String(buffer: try await site.open("/watching?own=yes").body)
            #expect(own.contains("U zelf"))
            #expect(own.contains("Schreef een meting op."))
            #expect(own.contains("Keek wie er meekeek."), "looking at the log leaves a line too")
        }
    }

    @Test func `what is long ago shows when it is asked for, and nonsense shows three months`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.open("/patients/\(clinic.fatma)")
            clinic.wait(.days(60))
            try await site.signIn("fatma")
            for path in ["/watching", "/watching?period=year", "/watching?period=all", "/watching?period=%00&own=x"] {
                try await site.sees("Marieke", at: path)
            }
            clinic.wait(.days(60))
            try await site.signIn("fatma")
            try await site.doesNotSee("Marieke", at: "/watching?period=quarter")
            try await site.sees("Marieke", at: "/watching?period=year")
        }
    }

    @Test func `whoever guesses a password does not push a look off the page`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            try await site.open("/patients/\(clinic.fatma)")
            for _ in 0..<3 { _ = await clinic.guess("fatma", "x") }
            try await site.signIn("fatma")
            let html = String(buffer: try await site.open("/watching?own=yes").body)
            #expect(html.contains("Marieke"))
            #expect(!html.contains("Iemand zonder naam"))
        }
    }

    @Test func `nobody sees who looked at somebody else`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            #expect(try await site.open("/watching").status == .seeOther)
            try await site.signIn("marieke")
            #expect(try await site.open("/watching").status == .notFound)
        }
    }
}
