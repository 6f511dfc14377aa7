import Clinical
import HTTPTypes
import Web

extension SignIn {
    /// The page at the door, for everybody.
    static func page(
        name: String = "", _ problems: [Problem] = [], status: HTTPResponse.Status = .unprocessableContent,
        ways: [(name: String, title: String)] = [], at host: SiteHost, in language: Language
    ) -> Page {
        Page(
            problems.isEmpty ? Words.title[language] : "\(Words.wrongTitle[language])",
            in: language, status: problems.isEmpty ? .ok : status,
            """
            <body><main class="door">
            <p class="brand">\(Drawing.logo)Hartlijn</p>\(readAloud(in: language))
            \(WaitingReadings.notice(.door, in: language))
            \(errorSummary(Words.notYet, problems, in: language))
            <form class="card" method="post" action="/sign-in">
            <h1>\(Words.title[language])</h1>
            <div class="field"><label for="name">\(Words.name[language])</label>
            <input id="name" name="name" value="\(name)" autocomplete="username" autocapitalize="none" \
            spellcheck="false" required></div>
            <div class="field"><label for="password">\(Words.password[language])</label>
            \(problemLine(at: "password", problems, in: language))
            <input id="password" name="password" type="password" autocomplete="current-password" \
            \(problemAttributes(at: "password", problems)) required></div>
            <button class="btn">\(Words.title[language])</button></form>
            \(PasskeyForm(purpose: .entering, secret: nil, weight: .quiet, language: language).html(at: host))
            \(HousePieces.ways(ways, in: language))
            <p><a class="btn ghost" href="/activate">\(ActivationWords.title[language])</a></p>
            <p class="quiet">\(Words.help[language])</p>
            \(languages(language))
            </main></body>
            """
        )
    }

    private static func languages(_ current: Language) -> HTML {
        let links: [HTML] = [(Language.nl, "Nederlands"), (.en, "English")].map { language, name in
            let here: HTML = language == current ? " aria-current=\"true\"" : .none
            return "<a href=\"/language/\(language.rawValue)\" lang=\"\(language.rawValue)\"\(here)>\(name)</a>"
        }
        return "<nav class=\"languages\" aria-label=\"\(Words.language[current])\">\(links)</nav>"
    }

    enum Words {
        static let title = Sentence(nl: "Aanmelden", en: "Sign in")
        static let wrongTitle = Sentence(nl: "Nog niet aangemeld", en: "Not signed in yet")
        static let name = Sentence(nl: "Gebruikersnaam", en: "User name")
        static let password = Sentence(nl: "Wachtwoord", en: "Password")
        static let notYet = Sentence(nl: "Nog niet gelukt", en: "Not there yet")
        static let wrong = Sentence(
            nl: "Deze naam en dit wachtwoord horen niet bij elkaar.", en: "This name and password do not match.")
        static let tooOften = Sentence(
            nl: "Dit is te vaak geprobeerd. Wacht een kwartier, of bel uw praktijk.",
            en: "Tried too often. Wait a quarter of an hour, or phone your practice.")
        static let help = Sentence(
            nl: "Lukt het niet? Bel uw praktijk. Zij helpen u.", en: "Need help? Phone your practice. They will help.")
        static let language = Sentence(nl: "Taal", en: "Language")
    }
}
