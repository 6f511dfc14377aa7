import Testing

/// One screen of one role: what the tests call it, and how to get there.
struct Screen: Hashable, Sendable, CustomTestStringConvertible {
    let role: Role?
    let name: String
    let path: String
    /// A link on that page to follow, for screens whose address holds an id.
    var link: String?
    /// And a link on the page after that.
    var then: String?

    static let all = [
        Screen(role: nil, name: "door", path: "/"),
        Screen(role: nil, name: "activate", path: "/activate"),
        Screen(role: nil, name: "offline", path: "/measure/offline/nl"),

        Screen(role: .patient, name: "today", path: "/today"),
        Screen(role: .patient, name: "measure", path: "/measure"),
        Screen(role: .patient, name: "cuff", path: "/measure/cuff"),
        Screen(role: .patient, name: "numbers", path: "/measure/numbers"),
        Screen(role: .patient, name: "meter", path: "/measure/meter"),
        Screen(role: .patient, name: "came", path: "/measure/came"),
        Screen(role: .patient, name: "graph", path: "/graph"),
        Screen(role: .patient, name: "messages", path: "/messages"),
        Screen(role: .patient, name: "more", path: "/more"),
        Screen(role: .patient, name: "goal", path: "/goal"),
        Screen(role: .patient, name: "graph-year", path: "/graph?period=year&line=lower"),
        Screen(role: .patient, name: "import", path: "/import"),
        Screen(role: .patient, name: "watching", path: "/watching?period=year&own=yes"),
        Screen(role: .patient, name: "copy", path: "/copy"),
        Screen(role: .patient, name: "copy-paper", path: "/copy/paper"),
        Screen(role: .patient, name: "rights", path: "/rights"),
        Screen(role: .patient, name: "rights-ask", path: "/rights/ask?kind=erasure"),
        Screen(role: .patient, name: "loan", path: "/loan"),
        Screen(role: .patient, name: "diary", path: "/measure/diary?kept=2"),
        Screen(role: .patient, name: "diary-photo", path: "/measure/diary/photo?said=sent"),
        Screen(role: .patient, name: "weight", path: "/measure/weight"),
        Screen(role: .patient, name: "steps-of-day", path: "/measure/steps"),
        Screen(role: .patient, name: "glucose", path: "/measure/glucose?about=fasting"),
        Screen(role: .patient, name: "graph-weight", path: "/graph?of=weight"),
        Screen(role: .patient, name: "graph-steps", path: "/graph?of=steps&period=year"),

        Screen(role: .patient, name: "reminders", path: "/reminders"),
        Screen(role: .patient, name: "reminders-mail", path: "/reminders/mail"),
        Screen(role: .patient, name: "reminders-times", path: "/reminders/times"),
        Screen(role: .patient, name: "withings", path: "/withings"),
        Screen(role: .patient, name: "helpers", path: "/helpers"),
        Screen(role: .patient, name: "account", path: "/account"),
        Screen(role: .patient, name: "help", path: "/help"),
        Screen(role: .patient, name: "my-pharmacy", path: "/my-pharmacy"),
        Screen(role: .patient, name: "app", path: "/sign-in/app"),

        Screen(role: .proxy, name: "helping", path: "/helping"),
        Screen(role: .proxy, name: "messages", path: "/messages"),

        Screen(role: .poh, name: "worklist", path: "/worklist"),
        Screen(role: .poh, name: "patients", path: "/patients"),
        Screen(role: .poh, name: "patient", path: "/patients", link: "main a[href^='/patients/']"),

        Screen(role: .poh, name: "message", path: "/worklist", link: "a[href*='/message']"),
        Screen(role: .poh, name: "closed", path: "/worklist?tab=closed"),
        Screen(role: .poh, name: "keys", path: "/worklist/keys"),
        Screen(role: .poh, name: "limits", path: "/practice/limits"),
        Screen(role: .poh, name: "templates", path: "/practice/templates"),
        Screen(role: .poh, name: "quarter", path: "/summaries"),
        Screen(role: .poh, name: "quarter-ready", path: "/summaries?show=approved"),
        Screen(role: .poh, name: "summaries", path: "/summaries?show=approved", link: "tr.row th a"),

        Screen(role: .poh, name: "enrolling", path: "/enrolling"),
        Screen(role: .poh, name: "enrolling-list", path: "/enrolling/list"),
        Screen(role: .poh, name: "steps", path: "/enrolling", link: "tr.row th a"),
        Screen(role: .poh, name: "steps-in", path: "/enrolling?show=takes-part", link: "tr.row th a"),
        Screen(
            role: .poh, name: "plan", path: "/enrolling?show=takes-part", link: "tr.row th a", then: "a[href$='/plan']"),
        Screen(role: .poh, name: "kits", path: "/kits"),
        Screen(role: .poh, name: "kit", path: "/kits", link: "main a[href$='/card']"),
        Screen(role: .poh, name: "kit-parts", path: "/kits", link: "main a[href$='/card']", then: "a[href$='/parts']"),
        Screen(
            role: .poh, name: "agreement", path: "/kits", link: "main a[href$='/card']", then: "a[href$='/agreement']"),
        Screen(
            role: .poh, name: "lend", path: "/patients", link: "main a[href^='/patients/']", then: "a[href$='/loan']"),
        Screen(role: .poh, name: "kit-labels", path: "/kits/labels"),
        Screen(role: .poh, name: "kit-new", path: "/kits/new?kind=lifestyle-box"),
        Screen(role: .poh, name: "kit-import", path: "/kits/import"),
        Screen(role: .poh, name: "kit-settings", path: "/kits/settings"),
        Screen(role: .poh, name: "kit-recalls", path: "/kits/recalls"),

        Screen(role: .gp, name: "worklist", path: "/worklist"),
        Screen(role: .gp, name: "limits", path: "/practice/limits"),
        Screen(role: .gp, name: "answering", path: "/practice/answering"),
        Screen(role: .gp, name: "requests", path: "/requests"),
        Screen(role: .gp, name: "request", path: "/requests", link: "tbody a[href^='/requests/']"),

        Screen(role: .gp, name: "emergency", path: "/emergency"),
        Screen(
            role: .gp, name: "letter", path: "/patients", link: "main a[href^='/patients/']", then: "a[href$='/letter']"
        ),

        Screen(
            role: .poh, name: "person", path: "/patients", link: "main a[href^='/patients/']",
            then: "a[href$='/person']"
        ),

        Screen(role: .implementer, name: "programme", path: "/programme"),

        Screen(role: .specialist, name: "shared", path: "/shared"),
        Screen(role: .specialist, name: "shared-record", path: "/shared", link: "main a[href^='/patients/']"),
        Screen(
            role: .poh, name: "help", path: "/patients", link: "main a[href^='/patients/']", then: "a[href$='/help']"),
        Screen(
            role: .poh, name: "pharmacy", path: "/patients", link: "main a[href^='/patients/']",
            then: "a[href$='/pharmacy']"),
        Screen(role: .helper, name: "tasks", path: "/tasks"),
        Screen(role: .helper, name: "task", path: "/tasks", link: "main a[href^='/tasks/']"),
        Screen(role: .pharmacist, name: "pharmacy", path: "/pharmacy"),
        Screen(role: .pharmacist, name: "customer", path: "/pharmacy", link: "main a[href^='/pharmacy/']"),
        Screen(role: .manager, name: "inboxes", path: "/inboxes"),
        Screen(role: .manager, name: "people", path: "/people"),
        Screen(role: .manager, name: "stock", path: "/stock"),
        Screen(role: .manager, name: "answering", path: "/practice/answering"),
        Screen(role: .administrator, name: "people", path: "/people"),
        Screen(role: .officer, name: "access", path: "/access"),
        Screen(role: .officer, name: "request-counts", path: "/access/requests"),
    ]

    var testDescription: String { "\(roleName)-\(name)" }

    func name(in look: Look) -> String { "\(testDescription)-\(look.testDescription)" }

    /// Signs in when needed and goes there.
    func open(in look: Look) async throws -> Browser {
        let browser = try await Stage.shared.browser(for: role, in: look)
        let site = try await Stage.shared.site()
        try await browser.goes(to: site.address + path)
        for link in [link, then].compactMap({ $0 }) {
            // A link may stand behind a fold.
            _ = try await browser.run("for (const fold of document.querySelectorAll('details.down')) fold.open = true")
            guard let target = try await browser.first(.css(link)).property("href") else {
                throw BrowserTrouble("no link \(link) at \(path)")
            }
            try await browser.goes(to: target)
        }
        return browser
    }

    private var roleName: String { role?.rawValue ?? "public" }
}

extension Browser {
    fileprivate func goes(to address: String) async throws {
        try await open(address)
        let status = try await status
        guard status == 200 else { throw BrowserTrouble("\(address) answers \(status)") }
    }
}
