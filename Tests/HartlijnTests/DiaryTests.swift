import Clinical
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

/// A booklet on paper, typed over.
@Suite struct DiaryTests {
    private static let day = """
        day=2026-11-24&morning-1-upper=131&morning-1-lower=82&morning-2-upper=129&morning-2-lower=80\
        &evening-1-upper=126&evening-1-lower=78
        """

    @Test func `a day of the booklet is kept as paper, and typed twice it is kept once`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            for _ in 0..<2 {
                try await site.open("/measure/diary")
                #expect(try await site.press("/measure/diary", Self.day).headers[.location] == "/measure/diary?kept=3")
            }
            try await site.sees("3 metingen bewaard", at: "/measure/diary?kept=3")
        }
        #expect(
            try await clinic.count(
                """
                SELECT count(*) FROM measurements_reading
                WHERE source = 'paper' AND status = 'final' AND patient_id = \(clinic.fatma)
                """) == 3)
        let morning = Amsterdam.instant(try #require(Day("2026-11-24")), hour: 8)
        #expect(
            try await clinic.count("SELECT count(*) FROM measurements_reading WHERE taken_at = \(morning)") == 1)
    }

    @Test func `a very high value of today is answered before anything else`() async throws {
        let clinic = try await Clinic(at: "2026-11-25T21:00")
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/measure/diary")
            let answer = try await site.press(
                "/measure/diary",
                "day=2026-11-25&morning-1-upper=128&morning-1-lower=80&evening-1-upper=192&evening-1-lower=112")
            #expect(answer.headers[.location]?.hasSuffix("/complaints") == true)
        }
        #expect(try await clinic.count("SELECT count(*) FROM worklist_item") == 1)
    }

    @Test(arguments: ["2026-11-20", "2026-11-24"])
    func `what no body has waits for the practice, and counts for nothing`(day: String) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/measure/diary")
            try await site.press("/measure/diary", "day=\(day)&evening-1-upper=30&evening-1-lower=25")
        }
        #expect(
            try await clinic.count("SELECT count(*) FROM measurements_reading WHERE status = 'unconfirmed'") == 1)
    }

    @Test(arguments: [
        ("day=2026-11-26&morning-1-upper=128&morning-1-lower=80", "#day"),
        ("day=2026-01-01&morning-1-upper=128&morning-1-lower=80", "#day"), ("day=gisteren", "#day"),
        ("day=2026-11-25&evening-1-upper=128&evening-1-lower=80", "#evening-1-upper"),
        ("day=2026-11-24&morning-1-upper=128", "#morning-1-lower"),
        ("day=2026-11-24&morning-1-upper=hoog&morning-1-lower=80", "#morning-1-upper"),
        ("day=2026-11-24&evening-2-upper=0&evening-2-lower=80", "#evening-2-upper"),
        ("day=2026-11-24", "#morning-1-upper"),
    ])
    func `what cannot be is told beside its field, and nothing is kept`(_ form: String, _ field: String) async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/measure/diary")
            let answer = try await site.press("/measure/diary", form)
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("<a href=\"\(field)\">"))
        }
        #expect(try await clinic.count("SELECT count(*) FROM measurements_reading") == 0)
    }
}
