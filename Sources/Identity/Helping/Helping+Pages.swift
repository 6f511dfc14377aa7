import Clinical
import Web

/// Who may look: people who help, and the hospital.
struct HelpersPage {
    let helpers: [Helping.Helper]
    let sharings: [Helping.Sharing]
    let others: [Helping.Other]
    let hospitals: [Identity.PracticeCard]
    let frame: PatientFrame
    let problems: [Problem]
    let form: Form?
    let today: Day
    let shareNumber: ID<Helping.Sharing>
    let secret: FormSecret
    let language: Language

    private var words: DateWords { DateWords(language) }

    var page: Page {
        patientPage(
            HelpingWords.title[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(HelpingWords.title[language])</h1>\
            <p>\(HelpingWords.intro[language])</p></div>
            \(errorSummary(HelpingWords.notYet, problems, in: language))
            <section class="card stack"><h2>\(HelpingWords.helpers[language])</h2>\(list)
            <details\(problems.isEmpty ? "" : " open")><summary class="btn ghost">\(icon(.plus))\
            \(HelpingWords.add[language])</summary>\(invitation)</details></section>
            \(hospital)\(alsoSee)\(helpLine(frame.phone, in: language))</main>
            """)
    }

    private var list: HTML {
        guard !helpers.isEmpty else { return "<p class=\"quiet\">\(HelpingWords.nobody[language])</p>" }
        let lines: [HTML] = helpers.map { helper in
            let may = Identity.Category.allCases.filter(helper.categories.contains)
                .map { HelpingWords.category($0)[language] }.joined(separator: ", ")
            let state = helper.state == .invited ? HelpingWords.invited[language] : ""
            return """
                <li><p><b>\(helper.name)</b><br>\(may).<br>\(until(helper.until)) \(state)</p>\
                \(stop("/helpers/\(helper.id)/end", helper.name))</li>
                """
        }
        return "<ul class=\"sessions\">\(lines)</ul>"
    }

    private func until(_ end: Instant) -> String {
        HelpingWords.until(words.plain(Moment.amsterdam(end).day.adding(-1), today: today))[language]
    }

    private func stop(_ path: String, _ name: String) -> HTML {
        """
        <form method="post" action="\(path)">\(secret.field)<button class="btn ghost" \
        aria-label="\(HelpingWords.stop[language]): \(name)">\(HelpingWords.stop[language])</button></form>
        """
    }

    private var invitation: HTML {
        let ticked = Set(form?.all("may") ?? [])
        let choices: [HTML] = Identity.Category.allCases.map { category in
            let on: HTML = ticked.contains(category.rawValue) ? " checked" : .none
            return """
                <label class="choice"><input type="checkbox" name="may" value="\(category.rawValue)"\(on)>\
                <span>\(HelpingWords.category(category)[language])</span></label>
                """
        }
        return """
            <form class="stack" method="post" action="/helpers">\(secret.field)
            \(field("given", HelpingWords.given))\(field("family", HelpingWords.family))
            \(birthdayFields(HelpingWords.theirBirthday, form, problems, in: language))
            <fieldset><legend>\(HelpingWords.what[language])</legend>\
            \(problemLine(at: "may", problems, in: language))\(choices)</fieldset>
            \(months("months"))<button class="btn">\(HelpingWords.make[language])</button></form>
            """
    }

    private func field(_ name: String, _ label: Sentence) -> HTML {
        """
        <div class="field"><label for="\(name)">\(label[language])</label>\
        \(problemLine(at: name, problems, in: language))<input id="\(name)" name="\(name)" maxlength="60" \
        autocomplete="off" value="\(form?[name] ?? "")" \(problemAttributes(at: name, problems)) required></div>
        """
    }

    private func months(_ id: String) -> HTML {
        let options: [HTML] = Helping.months.map {
            "<option value=\"\($0)\">\(HelpingWords.months($0)[language])</option>"
        }
        return """
            <div class="field"><label for="\(id)">\(HelpingWords.howLong[language])</label>\
            <select id="\(id)" name="months">\(options)</select></div>
            """
    }

    /// Who else sees something, with the way to the page where that is changed.
    private var alsoSee: HTML {
        guard !others.isEmpty else { return .none }
        let lines: [HTML] = others.map { other in
            let (what, path): (Sentence, String) =
                switch other.why {
                case .task: (HelpingWords.byTask, "/help")
                case .pharmacy: (HelpingWords.asPharmacy, "/my-pharmacy")
                case .pharmacyWithReadings: (HelpingWords.asPharmacyWithReadings, "/my-pharmacy")
                }
            return """
                <li><p><b>\(other.name)</b><br>\(what[language])</p><a class="btn ghost" href="\(path)" \
                aria-label="\(HelpingWords.look[language]): \(other.name)">\(HelpingWords.look[language])</a></li>
                """
        }
        return """
            <section class="card stack"><h2>\(HelpingWords.alsoSee[language])</h2><ul class="sessions">\(lines)</ul></section>
            """
    }

    private var hospital: HTML {
        guard !hospitals.isEmpty || !sharings.isEmpty else { return .none }
        let lines: [HTML] = sharings.map {
            """
            <li><p><b>\($0.organisation)</b><br>\(until($0.until))</p>\
            \(stop("/sharing/\($0.id)/end", $0.organisation))</li>
            """
        }
        let options: [HTML] = hospitals.map { "<option value=\"\($0.id)\">\($0.name)</option>" }
        return """
            <section class="card stack"><h2>\(HelpingWords.hospital[language])</h2>\
            <p>\(HelpingWords.hospitalIntro[language])</p><ul class="sessions">\(lines)</ul>
            <form class="stack" method="post" action="/sharing">\(secret.field(numbered: shareNumber))
            <div class="field"><label for="hospital">\(HelpingWords.which[language])</label>\
            <select id="hospital" name="hospital">\(options)</select></div>
            \(months("share-months"))<button class="btn ghost">\(HelpingWords.share[language])</button></form></section>
            """
    }
}

/// The code for who helps; it is shown once.
struct CodeForHelperPage {
    let invitation: Helping.Invitation
    let code: ActivationCode
    let frame: PatientFrame
    let language: Language

    var page: Page {
        patientPage(
            HelpingWords.codeTitle[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(HelpingWords.codeTitle[language])</h1></div>
            <section class="card stack"><p>\(HelpingWords.giveTo(invitation.givenName)[language])</p>
            <p class="big-code num">\(code.text)</p>
            <p>\(HelpingWords.where_(invitation.givenName)[language])</p>
            <p class="quiet">\(HelpingWords.codeOnce[language])</p></section>
            <a class="btn" href="/helpers">\(HelpingWords.back[language])</a></main>
            """)
    }
}

/// For who helps: whom, with what, and until when.
struct MandatePage {
    let mandate: Identity.Mandate
    /// Everybody they may help, this one too.
    let everybody: [Helping.Helped]
    let secret: FormSecret
    var problems: [Problem] = []
    var form: Form?
    let may: (Identity.Deed) -> Bool
    let frame: PatientFrame
    let today: Day
    let language: Language

    private var words: DateWords { DateWords(language) }

    var page: Page {
        let ways: [HTML] = Identity.Category.allCases.filter(mandate.categories.contains).map { category in
            """
            <li><a class="line" href="\(path(category))"><span class="face blue">\(icon(sign(category)))</span>\
            <span><b>\(HelpingWords.category(category)[language])</b></span>\(icon(.forward))</a></li>
            """
        }
        let end = words.plain(Moment.amsterdam(mandate.until).day.adding(-1), today: today)
        return patientPage(
            HelpingWords.youHelp(mandate.patientName)[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main">\(waiting)<div class="hello">\
            <h1>\(HelpingWords.youHelp(mandate.patientName)[language])</h1>\
            <p>\(HelpingWords.mandateUntil[language]) \(end).</p></div>
            \(errorSummary(HelpingWords.notYet, problems, in: language))
            <ul class="card plain">\(ways)</ul>\(choosing)\(joining)\(helpLine(frame.phone, in: language))</main>
            """)
    }

    /// A phone that measures without internet gets the key of who is helped now, before it can be away.
    private var waiting: HTML { may(.measure) ? WaitingReadings.notice(in: language) : .none }

    private var choosing: HTML {
        let others = everybody.filter { $0.proxy != mandate.proxy }
        guard !others.isEmpty else { return .none }
        let buttons: [HTML] = others.map {
            """
            <button class="btn ghost" name="proxy" value="\($0.proxy)">\(HelpingWords.forPerson($0.name)[language])</button>
            """
        }
        return """
            <section class="card stack"><h2>\(HelpingWords.forWhom[language])</h2>\
            <p>\(HelpingWords.nowFor(mandate.patientName)[language])</p>
            <form class="stack" method="post" action="/helping/choice">\(secret.field)\(buttons)</form></section>
            """
    }

    private var joining: HTML {
        """
        <section class="card stack"><h2>\(HelpingWords.another[language])</h2><details\(problems.isEmpty ? "" : " open")>\
        <summary class="btn ghost">\(icon(.plus))\(HelpingWords.haveCode[language])</summary>
        <form class="stack" method="post" action="/helping/join">\(secret.field)<div class="field">\
        <label for="code">\(HelpingWords.codeOf[language])</label>\(problemLine(at: "code", problems, in: language))\
        <input id="code" name="code" autocapitalize="characters" autocomplete="off" spellcheck="false" maxlength="20" \
        value="\(form?["code"] ?? "")" \(problemAttributes(at: "code", problems)) required></div>
        \(birthdayFields(HelpingWords.yourBirthday, form, problems, in: language))
        <button class="btn">\(HelpingWords.join[language])</button></form></details></section>
        """
    }

    private func path(_ category: Identity.Category) -> String {
        switch category {
        case .readings: "/graph"
        case .measuring: "/measure"
        case .messages: "/messages"
        case .goals: "/goal"
        }
    }

    private func sign(_ category: Identity.Category) -> Icon {
        switch category {
        case .readings: .chart
        case .measuring: .cuff
        case .messages: .mail
        case .goals: .flag
        }
    }
}
