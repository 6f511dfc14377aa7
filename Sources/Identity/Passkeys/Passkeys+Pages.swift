import Clinical
import Credentials
import Web

/// A button with which a device is asked for a passkey. It shows itself once the browser turns out to know them
/// (`Public/behaviours/passkey.js`); until then, and where the site has no name, nobody misses it.
struct PasskeyForm {
    let purpose: Purpose
    /// Nobody at the door has one yet.
    let secret: FormSecret?
    /// One main button a page.
    var weight = Weight.main
    let language: Language

    enum Purpose: Hashable, Sendable {
        case making(Sentence)
        case entering
        /// One more step, and where to go then.
        case again(to: String)
    }

    enum Weight: Hashable, Sendable { case main, quiet }

    func html(at host: SiteHost) -> HTML {
        guard let site = host.passkeys, let origin = site.origins.min() else { return .none }
        return """
            <form class="passkey\(look)" method="post" action="\(path)" data-behaviour="passkey" data-origin="\(origin)" \
            hidden>\(secret?.field ?? .none)\(told)<p class="problem" role="alert" data-part="trouble" \
            data-trouble="\(PasskeyWords.trouble[language])" data-again="\(PasskeyWords.hasOne[language])" hidden>\(icon(.alert))<span></span></p>
            <button class="btn\(weight == .quiet ? " ghost" : .none)" id="passkey">\(icon(.finger))\(word[language])</button>\(hint)</form>
            """
    }

    private var path: String {
        switch purpose {
        case .making: "/account/passkeys"
        case .entering: "/passkey"
        case .again: "/sign-in/again/passkey"
        }
    }

    private var word: Sentence {
        switch purpose {
        case .making: PasskeyWords.make
        case .entering: PasskeyWords.enter
        case .again: PasskeyWords.use
        }
    }

    private var look: HTML {
        switch purpose {
        case .making: " card"
        case .entering, .again: .none
        }
    }

    private var told: HTML {
        switch purpose {
        case .making(let title):
            """
            <h2>\(title[language])</h2><p>\(PasskeyWords.what[language]) \(PasskeyWords.asks[language])</p>\
            <p class="hint">\(PasskeyWords.stays[language])</p>
            """
        case .entering: .none
        case .again(let to): "<input type=\"hidden\" name=\"to\" value=\"\(to)\">"
        }
    }

    private var hint: HTML {
        switch purpose {
        case .making, .again: .none
        case .entering: "<p class=\"hint\">\(PasskeyWords.isEnough[language])</p>"
        }
    }
}

/// The passkeys of somebody, on the page about their own way in.
struct PasskeyList {
    let passkeys: [Passkeys.Listed]
    let secret: FormSecret
    let host: SiteHost
    let now: Instant
    let language: Language

    private var words: DateWords { DateWords(language) }

    var html: HTML { list + making }

    private var list: HTML {
        guard !passkeys.isEmpty else { return .none }
        return """
            <section class="card" id="passkeys"><h2>\(PasskeyWords.yours[language])</h2>
            <p>\(PasskeyWords.lost[language])</p><ul class="sessions">\(passkeys.map(line))</ul></section>
            """
    }

    private func line(_ passkey: Passkeys.Listed) -> HTML {
        let name = passkey.name.isEmpty ? PasskeyWords.someDevice[language] : passkey.name
        let used: HTML =
            passkey.usedAt.map { "\(PasskeyWords.used[language]) \(day($0))" } ?? "\(PasskeyWords.notUsed[language])"
        return """
            <li><p><b>\(name)</b><br>\(PasskeyWords.made[language]) \(day(passkey.madeAt))<br>\(used)</p>
            <form method="post" action="/account/passkeys/\(passkey.number)/end">\(secret.field)\
            <button class="btn ghost" aria-label="\(PasskeyWords.remove[language]): \(name)">\
            \(PasskeyWords.remove[language])</button></form></li>
            """
    }

    private func day(_ instant: Instant) -> String {
        words.plain(Moment.amsterdam(instant).day, today: Moment.amsterdam(now).day)
    }

    private var making: HTML {
        guard passkeys.count < Passkeys.most else { return "<p>\(PasskeyWords.enough[language])</p>" }
        let title = passkeys.isEmpty ? PasskeyWords.title : PasskeyWords.another
        return PasskeyForm(purpose: .making(title), secret: secret, language: language).html(at: host)
    }
}

/// What came of making a passkey, when nothing did: the same button once more.
func passkeyPage(
    _ problem: Sentence, _ secret: FormSecret, at host: SiteHost, in language: Language
) -> Page {
    let form = PasskeyForm(purpose: .making(PasskeyWords.title), secret: secret, language: language)
    return doorPage(
        PasskeyWords.make, [Problem("passkey", problem)], in: language,
        """
        <h1>\(PasskeyWords.make[language])</h1>\(form.html(at: host))
        <p><a href="/account">\(AccountWords.back[language])</a></p>\(leaveForm(secret, in: language))
        """)
}
