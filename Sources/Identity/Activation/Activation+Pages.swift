import Clinical
import HTTPTypes
import Web

/// In for the first time.
enum ActivationPages {
    static func code(_ form: Form?, _ problems: [Problem], in language: Language) -> Page {
        doorPage(
            ActivationWords.title, problems, in: language,
            """
            <form class="card" method="post" action="/activate" data-behaviour="letter-code">
            <h1>\(ActivationWords.title[language])</h1>
            <div class="field"><label for="code">\(ActivationWords.code[language])</label>
            <p class="hint">\(ActivationWords.codeHint[language])</p>
            \(problemLine(at: "code", problems, in: language))
            <input id="code" name="code" autocapitalize="characters" autocomplete="off" spellcheck="false" maxlength="20" \
            value="\(form?["code"] ?? "")" \(problemAttributes(at: "code", problems)) required></div>
            \(birthdayFields(ActivationWords.birthday, form, problems, in: language))
            <button class="btn">\(Proving.on[language])</button></form>
            <p class="quiet">\(SignIn.Words.help[language])</p><p><a href="/">\(ActivationWords.hasAccount[language])</a></p>
            """)
    }

    static func account(_ found: Activation.Found, _ form: Form, _ problems: [Problem], in language: Language) -> Page {
        let kept: [HTML] = ["code", "born-day", "born-month", "born-year"].map {
            "<input type=\"hidden\" name=\"\($0)\" value=\"\(form[$0] ?? "")\">"
        }
        return doorPage(
            ActivationWords.hello(found.givenName), problems, in: language,
            """
            <form class="card" method="post" action="/activate/account">\(kept)
            <h1>\(ActivationWords.hello(found.givenName)[language])</h1>
            \(name(found, form, problems, in: language))
            <div class="field"><label for="password">\(ActivationWords.password[language])</label>
            <p class="hint">\(AccountWords.newHint[language])</p>
            \(problemLine(at: "password", problems, in: language))
            <input id="password" name="password" type="password" autocomplete="new-password" \
            \(problemAttributes(at: "password", problems)) required></div>
            <button class="btn">\(ActivationWords.begin[language])</button></form>
            <p class="quiet">\(SignIn.Words.help[language])</p>
            """)
    }

    private static func name(
        _ found: Activation.Found, _ form: Form, _ problems: [Problem], in language: Language
    ) -> HTML {
        if let known = found.signIn {
            return """
                <p>\(ActivationWords.knownName[language]) <b>\(known)</b></p>\
                <input type="hidden" name="name" value="\(known)" autocomplete="username">
                """
        }
        return """
            <div class="field"><label for="name">\(ActivationWords.name[language])</label>
            <p class="hint">\(ActivationWords.nameHint[language])</p>
            \(problemLine(at: "name", problems, in: language))
            <input id="name" name="name" value="\(form["name"] ?? "")" autocomplete="username" autocapitalize="none" \
            spellcheck="false" maxlength="60" \(problemAttributes(at: "name", problems)) required></div>
            """
    }
}

/// The letter with which a patient comes in.
enum LetterPages {
    static func explain(_ card: Identity.PatientCard, _ frame: WorkFrame, in language: Language) -> Page {
        workPage(
            ActivationWords.letter[language], at: .patients, frame, in: language,
            """
            \(workBar(ActivationWords.letter[language], card.listName))
            <section class="desk"><p>\(ActivationWords.letterWhat[language])</p>
            <p>\(ActivationWords.letterLost[language])</p>
            <form class="form" method="post" action="/patients/\(card.id)/letter">\(frame.secret.field)\
            \(lost(in: language))<div class="row-actions"><button class="action main">\(icon(.print))\(ActivationWords.make[language])</button>\
            <a class="action bare" href="/patients/\(card.id)">\(HelpingWords.back[language])</a></div></form></section>
            """)
    }

    /// Whether the code takes the app away as well, and what was looked at before.
    private static func lost(in language: Language) -> HTML {
        let documents: [HTML] = Activation.Document.allCases.map { document in
            let words = ActivationWords.lostAnd(document)[language]
            return """
                <label class="pick"><input type="radio" name="lost" value="\(document.rawValue)">\(words)</label>
                """
        }
        return """
            <fieldset><legend>\(ActivationWords.lostApp[language])</legend>\
            <label class="pick"><input type="radio" name="lost" value="no" checked>\
            \(ActivationWords.notLost[language])</label>\
            \(documents)</fieldset>
            """
    }

    /// On paper, in Dutch: the patient reads it at home.
    static func letter(
        to card: Identity.PatientCard, from practice: Identity.PracticeCard, _ code: ActivationCode, at site: String,
        until: Instant
    ) -> Page {
        let language = Language.nl
        let address = "\(site)/activate#\(code.text)"
        let typed = "\(site.split(separator: "/").last ?? "")/activate"
        let last = DateWords(language).long(Moment.amsterdam(until).day)
        return doorPage(
            ActivationWords.letterTitle, [], in: language,
            """
            <article class="card letter"><p>\(practice.name)<br>\(practice.phone)</p>
            <h1>\(ActivationWords.letterTitle[language])</h1><p>\(ActivationWords.dear(card.fullName)[language])</p>
            <ol class="how"><li>\(ActivationWords.goTo[language]) <b>\(typed)</b></li>
            <li>\(ActivationWords.typeCode[language])<p class="big-code num">\(code.text)</p></li>
            <li>\(ActivationWords.yourBirthday[language])</li></ol>
            <p>\(ActivationWords.orScan[language])</p>\(qrCode(address, saying: ActivationWords.picture[language]) ?? .none)
            <p>\(ActivationWords.worksUntil(last)[language]) \(ActivationWords.keepToYourself[language])</p>
            <p>\(SignIn.Words.help[language])</p></article>
            <p class="no-print"><button class="btn" type="button" data-behaviour="print" hidden>\
            \(ActivationWords.print[language])</button></p>
            <p class="no-print"><a href="/patients/\(card.id)">\(HelpingWords.back[language])</a></p>
            """)
    }
}
