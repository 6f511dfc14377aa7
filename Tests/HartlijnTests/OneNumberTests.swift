import Clinical
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

/// A weight, the steps of a day and a glucose, typed at home.
@Suite struct OneNumberTests {
    /// Agrees on a plan with what else is measured, and comes back as fatma.
    private static func agrees(_ more: String, _ site: Visit) async throws {
        let path = "/patients/\(site.fatma)/plan"
        try await site.signIn("marieke")
        try await site.open(path)
        #expect(
            try await site.press(path, "protocol=seven-days&systolic=135&diastolic=85&\(more)").status == .seeOther)
        try await site.signIn("fatma")
    }

    private static func visit(_ look: @escaping @Sendable (Visit, Clinic) async throws -> Void) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await look(site, clinic)
        }
    }

    @Test func `the plan decides what is offered`() async throws {
        try await Self.visit { site, _ in
            for page in ["/today", "/measure"] {
                for path in ["/measure/weight", "/measure/steps", "/measure/glucose"] {
                    try await site.doesNotSee(path, at: page)
                }
            }
            try await Self.agrees("also=weight&also=glucose", site)
            for page in ["/today", "/measure"] {
                try await site.sees("/measure/weight", at: page)
                try await site.sees("/measure/glucose", at: page)
                try await site.doesNotSee("/measure/steps", at: page)
            }
            try await site.sees("/graph?of=weight", at: "/graph")
            try await Self.agrees("also=steps", site)
            try await site.doesNotSee("/measure/weight", at: "/today")
            try await site.sees("/measure/steps", at: "/today")
        }
    }

    @Test func `a weight is kept to the gram, answered, drawn and taken along`() async throws {
        try await Self.visit { site, clinic in
            try await site.open("/measure/weight")
            let answer = try await site.press("/measure/weight", "about=&value=74,26")
            let done = try #require(answer.headers[.location])
            #expect(done.hasPrefix("/measure/done/"))
            try await site.sees("74,3", at: done)
            try await site.sees("Uw meting is bewaard.", at: done)
            try await site.doesNotSee("weer", at: done)
            try await site.sees("De laatste keer, 25 november: 74,3 kilo.", at: "/graph?of=weight")
            try await site.sees("74,3 kilo", at: "/measure/came")
            try await site.signIn("fatma")
            #expect(try await site.open("/copy/readings.csv").text.contains("74,26"))
            try await site.signIn("marieke")
            try await site.sees("<b>74,3 kg</b>", at: "/patients/\(clinic.fatma)")
            #expect(
                try await clinic.count(
                    """
                    SELECT count(*) FROM measurements_reading
                    WHERE kind = 'weight' AND first_value = 74260 AND source = 'typed' AND status = 'final'
                    """) == 1)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_summary WHERE weight = 74260") == 1)
            #expect(
                try await clinic.count(
                    "SELECT count(*) FROM audit_line WHERE actor = 'patient' AND action = 'added' AND object = 'reading'"
                )
                    == 1)
        }
    }

    @Test func `a form that is sent twice is one weight`() async throws {
        try await Self.visit { site, clinic in
            try await site.open("/measure/weight")
            let first = try await site.press("/measure/weight", "value=74.2").headers[.location]
            #expect(first != nil)
            #expect(try await site.press("/measure/weight", "value=74.2").headers[.location] == first)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 1)
        }
    }

    private static let wrong: [(path: String, about: String, value: String)] = [
        ("weight", "", ""), ("weight", "", "abc"), ("weight", "", "0"), ("weight", "", "-70"), ("weight", "", "1001"),
        ("weight", "", "999999999999"), ("weight", "", "7,4,2"), ("steps", "today", "7,5"), ("steps", "today", ""),
        ("steps", "yesterday", "1000001"), ("steps", "today", "9999999999"), ("steps", "today", "zes"),
        ("glucose", "fasting", "0"), ("glucose", "fasting", "101"), ("glucose", "random", "hoog"),
    ]

    @Test(arguments: wrong.indices)
    func `what is no number of a body is told beside its field, and nothing is kept`(place: Int) async throws {
        let (path, about, value) = Self.wrong[place]
        try await Self.visit { site, clinic in
            try await site.open("/measure/\(path)?about=\(about)")
            let answer = try await site.press("/measure/\(path)", "about=\(about)&value=\(value)&confirmed=yes")
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("<a href=\"#value\">"))
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
        }
    }

    @Test(arguments: ["/measure/steps", "/measure/glucose", "/measure/glucose?about=lunch"])
    func `of what it is comes first`(path: String) async throws {
        try await Self.visit { site, clinic in
            try await site.doesNotSee("name=\"value\"", at: path)
            try await site.open("/measure/weight")
            let answer = try await site.press(path.prefix { $0 != "?" }.description, "value=5")
            #expect(answer.headers[.location] == path.prefix { $0 != "?" }.description)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
        }
    }

    private static let doubted: [(path: String, about: String, value: String, question: String)] = [
        ("weight", "", "19,9", "Klopt 19,9 kilo?"), ("weight", "", "350,1", "Klopt 350,1 kilo?"),
        ("steps", "today", "100001", "Kloppen 100001 stappen?"), ("glucose", "random", "0,9", "Klopt 0,9?"),
        ("glucose", "fasting", "64", "Klopt 64,0?"),
    ]

    @Test(arguments: doubted.indices)
    func `what is hardly possible is asked back, and the practice settles it`(place: Int) async throws {
        let (path, about, value, question) = Self.doubted[place]
        try await Self.visit { site, clinic in
            let fields = "about=\(about)&value=\(value)"
            try await site.open("/measure/\(path)?about=\(about)")
            let asked = try await site.press("/measure/\(path)", fields)
            #expect(asked.status == .ok)
            #expect(asked.text.contains(question))
            #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
            let again = try await site.press("/measure/\(path)", "\(fields)&confirmed=change")
            #expect(again.text.contains("value=\"\(value)\""))
            let kept = try await site.press("/measure/\(path)", "\(fields)&confirmed=yes")
            #expect(kept.status == .seeOther)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_day") == 0, "it does not count yet")
            try await site.signIn("marieke")
            let dossier = try await site.open("/patients/\(clinic.fatma)").text
            let status = String(try #require(dossier.firstMatch(of: #/action="([^"]+\/status)"/#)).1)
            try await site.doesNotSee("Klopt ?", at: "/worklist")
            #expect(try await site.press(status, "status=final").status == .seeOther)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_day") == 1)
            #expect(try await clinic.count("SELECT count(*) FROM worklist_item WHERE closed_at IS NULL") == 0)
        }
    }

    @Test func `somebody else on the scale is asked about`() async throws {
        try await Self.visit { site, clinic in
            try await site.open("/measure/weight")
            try await site.press("/measure/weight", "value=74")
            clinic.wait(.hours(20))
            try await site.signIn("fatma")
            try await site.open("/measure/weight")
            let asked = try await site.press("/measure/weight", "value=81")
            #expect(asked.text.contains("Klopt 81,0 kilo?"))
            #expect(asked.text.contains("De vorige keer was het 74,0 kilo."))
            #expect(asked.text.contains("Of stond iemand anders op de weegschaal?"))
        }
    }

    private static let glucoses: [(about: String, value: String, words: String)] = [
        ("fasting", "3,8", "Eet of drink nu iets met suiker."), ("random", "3,89", "Uw meting is bewaard."),
        ("fasting", "4,4", "Dat is aan de lage kant."), ("fasting", "8,0", "Dat is goed."),
        ("fasting", "8,1", "Dat is hoger dan de bedoeling."), ("afterMeal", "8,9", "Dat is goed."),
        ("afterMeal", "9", "Dat is hoger dan de bedoeling."), ("random", "12", "Uw meting is bewaard."),
        ("random", "15,1", "Bel dan nu de huisarts."),
    ]

    @Test(arguments: glucoses.indices)
    func `a glucose is answered by its rule at once`(place: Int) async throws {
        let (about, value, words) = Self.glucoses[place]
        try await Self.visit { site, clinic in
            try await site.open("/measure/glucose?about=\(about)")
            let answer = try await site.press("/measure/glucose", "about=\(about)&value=\(value)")
            try await site.sees(words, at: try #require(answer.headers[.location]))
            #expect(
                try await clinic.count(
                    "SELECT count(*) FROM measurements_reading WHERE kind = 'glucose' AND detail = \(about)") == 1)
            try await site.sees("Mijn bloedsuiker", at: "/graph?of=glucose")
            try await site.signIn("marieke")
            try await site.sees("mmol/L</b>", at: "/patients/\(clinic.fatma)")
        }
    }

    @Test func `steps are of a day, and two counts of a day are not added up`() async throws {
        try await Self.visit { site, clinic in
            for (about, value) in [("yesterday", "7.250"), ("yesterday", "7400"), ("today", "1 200")] {
                clinic.wait(.minutes(1))
                try await site.open("/measure/steps?about=\(about)")
                let encoded = value.replacing(" ", with: "+")
                #expect(
                    try await site.press("/measure/steps", "about=\(about)&value=\(encoded)").status == .seeOther)
            }
            let end = Amsterdam.instant(try #require(Day("2026-11-24")), hour: 23, minute: 59)
            #expect(
                try await clinic.count("SELECT count(*) FROM measurements_reading WHERE taken_at = \(end)") == 2)
            let graph = try await site.open("/graph?of=steps").text
            #expect(graph.contains("<b>7400</b>"))
            #expect(graph.contains("<b>1200</b>"))
            #expect(!graph.contains("<b>7250</b>"))
        }
    }

    @Test func `after four days of steps a goal of their own is told`() async throws {
        try await Self.visit { site, clinic in
            var done = ""
            for steps in [3000, 9000, 3200, 3100] {
                clinic.wait(.days(1))
                try await site.signIn("fatma")
                try await site.open("/measure/steps?about=yesterday")
                done = try #require(
                    try await site.press("/measure/steps", "about=yesterday&value=\(steps)").headers[.location])
            }
            try await site.sees("U loopt meestal 3150 stappen per dag.", at: done)
            try await site.sees("Probeer eens 3650 stappen.", at: done)
        }
    }

    @Test func `with heart failure a gain is told to the patient and to the practice, and a mistake is taken back`()
        async throws
    {
        try await Self.visit { site, clinic in
            try await site.measures(128, 80)
            try await Self.agrees("heart-failure=2024-01-01", site)
            try await site.sees("Weeg uzelf", at: "/today")
            try await site.open("/measure/weight")
            try await site.press("/measure/weight", "value=80")
            try await site.doesNotSee("Weeg uzelf", at: "/today")
            clinic.wait(.days(1))
            try await site.signIn("fatma")
            try await site.open("/measure/weight")
            let done = try #require(try await site.press("/measure/weight", "value=81,1").headers[.location])
            #expect(!done.hasSuffix("/complaints"))
            try await site.sees("Bel vandaag de praktijk", at: done)
            try await site.sees("U woog 1,1 kilo minder op de dag ervoor.", at: done)
            #expect(
                try await clinic.count(
                    "SELECT count(*) FROM worklist_item WHERE reason = 'weight-gain' AND urgency = 0") == 1)
            let reading = try #require(done.split(separator: "/").last)
            try await site.open("/measure/came")
            #expect(try await site.press("/measure/came/\(reading)/withdrawal").status == .seeOther)
            #expect(try await clinic.count("SELECT count(*) FROM worklist_item") == 0)
        }
    }

    @Test func `a gain that is hardly possible and was confirmed raises the alarm, and counts for no average`()
        async throws
    {
        try await Self.visit { site, clinic in
            try await Self.agrees("heart-failure=2024-01-01", site)
            try await site.open("/measure/weight")
            try await site.press("/measure/weight", "value=80")
            clinic.wait(.hours(22))
            try await site.signIn("fatma")
            try await site.open("/measure/weight")
            let answer = try await site.press("/measure/weight", "value=86,2&confirmed=yes")
            try await site.sees("Bel vandaag de praktijk", at: try #require(answer.headers[.location]))
            #expect(
                try await clinic.count("SELECT count(*) FROM worklist_item WHERE reason = 'weight-gain'") == 1)
            #expect(try await clinic.count("SELECT count(*) FROM worklist_item WHERE reason = 'unconfirmed'") == 1)
            #expect(try await clinic.count("SELECT count(*) FROM measurements_summary WHERE weight = 80000") == 1)
        }
    }

    @Test func `without heart failure a gain is only kept`() async throws {
        try await Self.visit { site, clinic in
            for kilos in ["80", "82"] {
                try await site.signIn("fatma")
                try await site.open("/measure/weight")
                let done = try #require(try await site.press("/measure/weight", "value=\(kilos)").headers[.location])
                try await site.sees("Uw meting is bewaard.", at: done)
                clinic.wait(.days(1))
            }
            #expect(try await clinic.count("SELECT count(*) FROM worklist_item") == 0)
        }
    }

    @Test func `a reading of somebody else is not answered`() async throws {
        try await Self.visit { site, _ in
            try await site.open("/measure/weight")
            let done = try #require(try await site.press("/measure/weight", "value=80").headers[.location])
            try await site.signIn("jan")
            #expect(try await site.open(done).status == .notFound)
        }
    }
}
