import Clinical
import Credentials
import HTTPTypes
import Web

/// One more step at the door.
struct ProvingPage {
    let factors: SignIn.Factors
    /// Where they are known as well.
    let houses: [SignIn.House]
    let role: Identity.Role
    let host: SiteHost
    let problems: [Problem]
    let to: String
    /// The digits of now; only in a demonstration.
    let hint: String?
    let secret: FormSecret
    let language: Language

    var page: Page {
        doorPage(
            Proving.title, problems, in: language,
            """
            <section class="card"><h1>\(Proving.title[language])</h1>\(typed)\(passkey)\
            \(HousePieces.again(houses, to: to, in: language))</section>\(told)
            <p class="quiet">\(SignIn.Words.help[language])</p>\(leaveForm(secret, in: language))
            """)
    }

    /// Who has a passkey and no app has nothing to type, and neither has who must prove more and is known elsewhere.
    private var typed: HTML {
        guard factors.app == .confirmed || factors.passkeys == 0 else { return .none }
        guard factors.areThere || houses.isEmpty || role.neededProof == .password else { return .none }
        return """
            <form method="post" action="/sign-in/again">\(secret.field)\
            <input type="hidden" name="to" value="\(to)">\(field)
            <button class="btn">\(Proving.on[language])</button></form>
            """
    }

    private var field: HTML {
        guard factors.app == .confirmed else {
            return """
                <div class="field"><label for="password">\(Proving.password[language])</label>
                \(problemLine(at: "password", problems, in: language))
                <input id="password" name="password" type="password" autocomplete="current-password" \
                \(problemAttributes(at: "password", problems)) required></div>
                """
        }
        return """
            <div class="field"><label for="code">\(Proving.code[language])</label>
            <p class="hint" id="code-hint">\(Proving.codeHint[language])</p>
            \(problemLine(at: "code", problems, in: language))
            <input id="code" name="code" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" \
            \(problemAttributes(at: "code", problems)) required></div>
            """
    }

    private var passkey: HTML {
        guard factors.passkeys > 0 else { return .none }
        let hasApp = factors.app == .confirmed
        let form = PasskeyForm(
            purpose: .again(to: to), secret: secret, weight: hasApp ? .quiet : .main, language: language)
        let where_: HTML = hasApp ? .none : "<p>\(PasskeyWords.useThere[language])</p>"
        return "\(where_)\(form.html(at: host))"
    }

    private var told: HTML {
        hint.map { "<p class=\"card\">\(Proving.hint[language]) <b class=\"num\">\($0)</b></p>" } ?? .none
    }
}

/// An app with digits, for the first time or in the place of another.
struct AppPage {
    let secret: TOTP.Secret
    let visitor: Identity.Visitor
    let factors: SignIn.Factors
    let host: SiteHost
    let problems: [Problem]
    let language: Language

    var page: Page {
        get throws {
            let address = try TOTPAddress(secret, of: visitor.signIn.replacing(":", with: " "), from: "Hartlijn").text
            return doorPage(
                Proving.appTitle, problems, in: language,
                """
                <form class="card" method="post" action="/sign-in/app">\(FormSecret(visitor.formSecret).field)
                <h1>\(Proving.appTitle[language])</h1>
                <ol class="how"><li>\(Proving.appOpen[language])</li><li>\(Proving.appScan[language])\
                \(qrCode(address, saying: Proving.appPicture[language]) ?? .none)\
                <details><summary>\(Proving.appType[language])</summary><code class="secret">\(spaced)</code></details></li>\
                <li>\(Proving.appDigits[language])</li></ol>
                <div class="field"><label for="code">\(Proving.digits[language])</label>
                \(problemLine(at: "code", problems, in: language))
                <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" \
                \(problemAttributes(at: "code", problems)) required></div>
                <button class="btn">\(Proving.on[language])</button></form>
                <p class="quiet">\(Proving.whichApp[language])</p>\(passkey)\(leaveForm(FormSecret(visitor.formSecret), in: language))
                """)
        }
    }

    /// Whoever has a second factor already finds this on the page about their own way in.
    private var passkey: HTML {
        guard !factors.areThere else { return .none }
        return PasskeyForm(
            purpose: .making(PasskeyWords.or), secret: FormSecret(visitor.formSecret), language: language
        ).html(at: host)
    }

    private var spaced: String {
        stride(from: 0, to: secret.text.count, by: 4)
            .map { String(secret.text.dropFirst($0).prefix(4)) }.joined(separator: " ")
    }
}

/// Ten codes for the day the phone is lost; they are shown once.
struct CodesPage {
    let codes: [RecoveryCode]
    let language: Language

    var page: Page {
        let lines: [HTML] = codes.map { "<li><code>\($0.text)</code></li>" }
        return doorPage(
            Proving.codesTitle, [], in: language,
            """
            <section class="card"><h1>\(Proving.codesTitle[language])</h1><p>\(Proving.codesWhy[language])</p>
            <ol class="codes">\(lines)</ol>
            <p><button class="btn ghost" type="button" data-behaviour="print" hidden>\(Proving.print[language])</button></p>
            <a class="btn" href="/">\(Proving.kept[language])</a></section>
            """)
    }
}

/// A page at the door: the brand, and one card.
func doorPage(
    _ title: Sentence, _ problems: [Problem], in language: Language, _ main: HTML
) -> Page {
    Page(
        problems.isEmpty ? title[language] : SignIn.Words.wrongTitle[language], in: language,
        status: problems.isEmpty ? .ok : .unprocessableContent,
        """
        <body><main class="door" id="main"><p class="brand">\(Drawing.logo)Hartlijn</p>\(readAloud(in: language))
        \(errorSummary(SignIn.Words.notYet, problems, in: language))\(main)</main></body>
        """)
}

/// The way out, for who cannot go on.
func leaveForm(_ secret: FormSecret, in language: Language) -> HTML {
    WaitingReadings.signOut(secret, "<button class=\"btn ghost\">\(Proving.leave[language])</button>", in: language)
}
