import Clinical
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

@testable import Assistance
@testable import Exchange
@testable import Hartlijn

/// Help of the social domain: only through a task that the patient agreed to, and only a name and a telephone.
@Suite struct AssistanceTests {
    /// What a helper must never read.
    private static let never = ["1961", "HVZ", "hypertensie", "mmHg", "De Linde", "/patients/"]

    @Test(arguments: [
        (Assistance.Standing.waits, Assistance.Step.agreed, true), (.waits, .refused, true), (.waits, .taken, false),
        (.waits, .done, false), (.waits, .withdrawn, true), (.runs(.agreed), .taken, true),
        (.runs(.taken), .appointment, true), (.runs(.appointment), .notReached, true), (.runs(.taken), .done, true),
        (.runs(.taken), .stopped, true), (.runs(.agreed), .agreed, false), (.runs(.agreed), .refused, false),
        (.ended(.done), .taken, false), (.ended(.stopped), .agreed, false), (.over, .taken, false),
        (.over, .done, false),
    ])
    func `what can happen with a task`(standing: Assistance.Standing, step: Assistance.Step, may: Bool) {
        #expect((standing.after(step) != nil) == may)
    }

    @Test func `nobody of the library sees a patient before the yes, and then a name and a telephone`() async throws {
        let clinic = try await Clinic()
        let around = try await clinic.neighbourhood()
        try await clinic.visit { site in
            try await site.signIn("marieke")
            let path = "/patients/\(clinic.fatma)/help"
            try await site.open(path)
            for wrong in [
                "", "what=install+\(around.library)", "consent=screen", "what=walk+\(around.library)&consent=screen",
                "what=install+\(clinic.elsewhere)&consent=screen",
            ] {
                #expect(try await site.press(path, wrong).status == .unprocessableContent, "\(wrong)")
            }
            try await site.open(path)
            let form = "what=install+\(around.library)&consent=screen"
            #expect(try await site.press(path, form).status == .seeOther)
            #expect(try await site.press(path, form).status == .seeOther, "the same form asks once")
            try await site.open(path)
            #expect(try await site.press(path, form).status == .conflict, "it is asked already")
            try await site.sees("Wacht op de patiënt", at: path)

            try await site.signIn("bo")
            try await site.doesNotSee("Fatma", at: "/tasks")
            #expect(try await site.open("/tasks/\(try await clinic.task())").status == .notFound)

            try await site.signIn("fatma")
            try await site.sees("Het Blad kan u helpen", at: "/today")
            try await site.sees("Zij zien niets over uw gezondheid.", at: "/help")
            let answer = "/help/\(try await clinic.task())/answer"
            #expect(try await site.press(answer).status == .forbidden, "neither yes nor no")
            try await site.open("/help")
            #expect(try await site.press(answer, "answer=yes").headers[.location] == "/help?said=thanks")
            try await site.doesNotSee("Het Blad kan u helpen", at: "/today")
            try await site.sees("Uw naam en uw telefoonnummer.", at: "/helpers")

            try await site.signIn("bo")
            let list = try await site.open("/tasks").text
            #expect(list.contains("Fatma Yıldız") && list.contains("06 - 00 00 00 00") && list.contains("Afgesproken"))
            let page = try await site.open("/tasks/\(try await clinic.task())").text
            #expect(page.contains("Hartlijn op telefoon of tablet zetten"))
            for word in Self.never { #expect(!list.contains(word) && !page.contains(word), "\(word)") }
            for closed in ["/patients", "/patients/\(clinic.fatma)", "/worklist", "/graph", "/copy", "/shared"] {
                #expect(try await site.open(closed).status == .notFound, "\(closed)")
            }

            try await site.signIn("wout")
            try await site.doesNotSee("Fatma", at: "/tasks")
            #expect(try await site.open("/tasks/\(try await clinic.task())").status == .notFound)

            try await site.signIn("fatma")
            let watching = try await site.open("/watching").text
            #expect(watching.contains("helper in de buurt, Het Blad") && watching.contains("Zag uw hulpvraag."))
            #expect(watching.contains("U vroeg hier om hulp."))
        }
        let lines = try await clinic.count(
            """
            SELECT count(*) FROM audit_line
            WHERE patient_id = \(clinic.fatma) AND role = 'helper' AND action = 'looked' AND ground = 'task'
              AND basis_id IS NOT NULL
            """)
        #expect(lines == 2, "the list and the task")
    }

    @Test func `a helper takes it up, notes what happened, and is done; practice and patient see it`() async throws {
        let clinic = try await Clinic()
        let around = try await clinic.neighbourhood()
        try await clinic.visit { site in
            try await clinic.asks(for: "sign-in", at: around.library, in: "consult", site)
            try await site.signIn("bo")
            let page = "/tasks/\(try await clinic.task())"
            let steps = "\(page)/steps"
            try await site.open(page)
            let long = String(repeating: "a", count: 301)
            for wrong in [
                "", "step=agreed", "step=appointment", "step=appointment&day=2020-01-01", "step=taken&note=\(long)",
            ] {
                #expect(try await site.press(steps, wrong).status == .unprocessableContent, "\(wrong)")
            }
            try await site.open(page)
            #expect(try await site.press(steps, "step=taken").headers[.location] == page)
            #expect(try await site.press(steps, "step=taken").status == .seeOther, "sent twice is one step")
            try await site.open(page)
            try await site.press(steps, "step=appointment&day=2026-11-30&note=Inloopuur")
            try await site.sees("Afspraak gemaakt: 30 november", at: "/tasks")
            try await site.sees("bo Y", at: "/tasks")

            try await site.signIn("marieke")
            try await site.sees("Inloopuur", at: "/patients/\(clinic.fatma)/help")
            try await site.signIn("fatma")
            try await site.sees("U heeft een afspraak: maandag 30 november.", at: "/help")

            try await site.signIn("bo")
            try await site.open(page)
            #expect(try await site.press(steps, "step=done").headers[.location] == "/tasks?said=done")
            try await site.doesNotSee("Fatma", at: "/tasks")
            #expect(try await site.open(page).status == .notFound)
            #expect(try await site.press(steps, "step=taken").status == .notFound)
            try await site.signIn("marieke")
            try await site.sees("Klaar", at: "/patients/\(clinic.fatma)/help")
        }
        #expect(try await clinic.count("SELECT count(*) FROM assistance_step") == 5)
    }

    @Test func `the patient stops it at once, and it ends by itself after ninety days`() async throws {
        let clinic = try await Clinic()
        let around = try await clinic.neighbourhood()
        try await clinic.visit { site in
            try await clinic.asks(for: "install", at: around.library, in: "consult", site)
            let page = "/tasks/\(try await clinic.task())"
            try await clinic.visit { bo in
                try await bo.signIn("bo")
                try await bo.open(page)
                try await site.signIn("fatma")
                try await site.open("/help")
                let end = "/help/\(try await clinic.task())/end"
                #expect(try await site.press(end).headers[.location] == "/help?said=stopped")
                try await site.open("/help")
                #expect(try await site.press(end).status == .conflict)
                #expect(try await bo.press("\(page)/steps", "step=taken").status == .notFound)
                #expect(try await bo.open(page).status == .notFound)
            }
            try await clinic.asks(for: "install", at: around.library, in: "consult", site)
            clinic.wait(.days(90) - .minutes(1))
            try await site.signIn("bo")
            try await site.sees("Fatma", at: "/tasks")
            clinic.wait(.minutes(1))
            try await site.signIn("bo")
            try await site.doesNotSee("Fatma", at: "/tasks")
            try await site.signIn("fatma")
            try await site.sees("Tijd voorbij", at: "/help")
            try await clinic.asks(for: "install", at: around.library, in: "consult", site)
            try await site.signIn("bo")
            try await site.sees("Fatma", at: "/tasks")
        }
    }

    @Test func `a patient asks for help, and the step plan knows of it`() async throws {
        let clinic = try await Clinic()
        let around = try await clinic.neighbourhood()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/help")
            #expect(try await site.press("/help", "what=walk+\(around.library)").status == .unprocessableContent)
            try await site.open("/help")
            #expect(try await site.press("/help", "what=walk+\(around.welfare)").status == .seeOther)
            try await site.signIn("wout")
            try await site.sees("Samen wandelen", at: "/tasks")
            try await site.signIn("marieke")
            _ = try await site.open("/enrolling")
            try await site.press("/enrolling/\(clinic.fatma)/invitations", "channel=consult&answer=yes")
            try await site.sees("Ja gezegd", at: "/patients/\(clinic.fatma)/help")
            let task = try await clinic.task()
            try await site.press("/patients/\(clinic.fatma)/help/\(task)/end")
            try await site.sees("Ingetrokken door de praktijk", at: "/patients/\(clinic.fatma)/help")
            try await site.signIn("jan")
            try await site.open("/help")
            #expect(try await site.press("/help/\(task)/end").status == .notFound, "somebody else's")
        }
    }

    @Test func `the copy knows a word for every help and every step`() {
        #expect(Set(CopyWords.helps.keys) == Set(Assistance.Help.allCases.map(\.rawValue)))
        #expect(Set(CopyWords.taskSteps.keys) == Set(Assistance.Step.allCases.map(\.rawValue)))
    }
}

extension Clinic {
    /// The newest task there is.
    func task() async throws -> String {
        let id = try await store.read {
            try $0.row("SELECT id FROM assistance_task ORDER BY asked_at DESC LIMIT 1") {
                try $0.id(0, of: Assistance.TaskMark.self)
            }
        }
        return try #require(id).description
    }

    fileprivate func asks(
        for help: String, at place: ID<Practice>, in way: String, _ site: Visit
    ) async throws {
        try await site.signIn("marieke")
        try await site.open("/patients/\(fatma)/help")
        let answer = try await site.press("/patients/\(fatma)/help", "what=\(help)+\(place)&consent=\(way)")
        #expect(answer.status == .seeOther)
    }
}
