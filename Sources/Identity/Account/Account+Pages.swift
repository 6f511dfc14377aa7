import Clinical
import Web

/// How somebody comes in, and where they are signed in.
struct AccountPage {
    let visitor: Identity.Visitor
    let factors: SignIn.Factors
    let passkeys: [Passkeys.Listed]
    let houses: [SignIn.House]
    let host: SiteHost
    let sessions: [Identity.OpenSession]
    let problems: [Problem]
    let now: Instant
    let language: Language

    private var secret: FormSecret { FormSecret(visitor.formSecret) }
    private var words: DateWords { DateWords(language) }

    var page: Page {
        doorPage(
            AccountWords.title, problems, in: language,
            """
            <p><a href="\(visitor.role.home)">\(AccountWords.back[language])</a></p>
            <h1>\(AccountWords.title[language])</h1>
            <section class="card"><h2>\(AccountWords.sure[language])</h2>\(app)</section>\(passkeyList)
            \(HousePieces.list(houses, secret, in: language))
            <section class="card"><h2>\(AccountWords.where_[language])</h2>\
            <ul class="sessions">\(sessions.map(session))</ul></section>
            \(password)\(leaveForm(secret, in: language))
            """)
    }

    private var passkeyList: HTML {
        PasskeyList(passkeys: passkeys, secret: secret, host: host, now: now, language: language).html
    }

    private var app: HTML {
        guard factors.app == .confirmed else {
            return """
                <p>\(AccountWords.noApp[language])</p><a class="btn ghost" href="/sign-in/app">\
                \(AccountWords.addApp[language])</a>
                """
        }
        return """
            <p>\(AccountWords.hasApp[language]) \(AccountWords.codesLeft(factors.codesLeft)[language])</p>
            <form method="post" action="/account/codes">\(secret.field)\
            <button class="btn ghost">\(AccountWords.newCodes[language])</button></form>
            <p><a href="/sign-in/app">\(AccountWords.otherApp[language])</a></p>
            """
    }

    private func session(_ session: Identity.OpenSession) -> HTML {
        let isHere = session.hash == visitor.tokenHash
        let name = session.browser.isEmpty ? AccountWords.someBrowser[language] : session.browser
        let since = Moment.amsterdam(session.startedAt)
        let end: HTML =
            isHere
            ? "<p class=\"quiet\">\(AccountWords.here[language])</p>"
            : """
            <form method="post" action="/account/sessions/\(session.number)/end">\(secret.field)\
            <button class="btn ghost" aria-label="\(AccountWords.endThere[language]): \(name)">\
            \(AccountWords.endThere[language])</button></form>
            """
        return """
            <li><p><b>\(name)</b><br>\(AccountWords.since[language]) \
            \(words.plain(since.day, today: Moment.amsterdam(now).day)), \(words.clock(since))</p>\(end)</li>
            """
    }

    private var password: HTML {
        """
        <form class="card" method="post" action="/account/password">\(secret.field)
        <h2>\(AccountWords.otherPassword[language])</h2>
        <input type="hidden" name="username" value="\(visitor.signIn)" autocomplete="username">
        <div class="field"><label for="old">\(AccountWords.old[language])</label>
        \(problemLine(at: "old", problems, in: language))
        <input id="old" name="old" type="password" autocomplete="current-password" \
        \(problemAttributes(at: "old", problems)) required></div>
        <div class="field"><label for="new">\(AccountWords.new[language])</label>
        <p class="hint">\(AccountWords.newHint[language])</p>
        \(problemLine(at: "new", problems, in: language))
        <input id="new" name="new" type="password" autocomplete="new-password" \
        \(problemAttributes(at: "new", problems)) required></div>
        <button class="btn ghost">\(AccountWords.change[language])</button></form>
        """
    }
}
