import Clinical
import HTTPTypes
import Web

/// The page about the coupling: what comes to us, what does not, and how to stop.
struct CouplingPage {
    let coupling: Exchange.Coupling?
    let frame: PatientFrame
    let secret: FormSecret
    let today: Day
    let language: Language

    private var words: DateWords { DateWords(language) }

    var page: Page {
        patientPage(
            CouplingWords.title[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(CouplingWords.title[language])</h1>\
            <p>\(CouplingWords.intro[language])</p></div>
            \(state)\(list(CouplingWords.comes, CouplingWords.comesWhat + [CouplingWords.fromNow]))
            \(list(CouplingWords.stays, CouplingWords.staysWhat))
            \(list(CouplingWords.know, CouplingWords.knowWhat))\(link)
            \(helpLine(frame.phone, in: language))</main>
            """)
    }

    private var state: HTML {
        switch coupling?.state {
        case nil: .none
        case .on: coupling.map(on) ?? .none
        case .ended: "<p class=\"quiet\">\(CouplingWords.ended[language])</p>"
        case .broken:
            """
            <section class="card stack"><h2>\(icon(.alert))\(CouplingWords.broken[language])</h2>\
            <p>\(CouplingWords.brokenMore[language])</p>\(form("/withings", CouplingWords.again, "btn"))\
            \(form("/withings/end", CouplingWords.understood, "btn ghost"))</section>
            """
        }
    }

    private func on(_ coupling: Exchange.Coupling) -> HTML {
        let since = words.plain(Moment.amsterdam(coupling.coupledAt).day, today: today)
        return """
            <section class="card stack"><h2>\(icon(.check))\(CouplingWords.linked[language])</h2>\
            <p>\(CouplingWords.since(since)[language])<br>\(fetched(coupling)[language])</p>\
            \(form("/withings/end", CouplingWords.stop, "btn ghost"))\
            <p class="quiet">\(CouplingWords.stopMore[language])</p></section>
            """
    }

    private func fetched(_ coupling: Exchange.Coupling) -> Sentence {
        guard let at = coupling.fetchedAt.map(Moment.amsterdam) else { return CouplingWords.notYet }
        return CouplingWords.fetched(words.plain(at.day, today: today), words.clock(at))
    }

    private var link: HTML {
        switch coupling?.state {
        case nil, .ended: form("/withings", CouplingWords.link, "btn")
        case .on, .broken: .none
        }
    }

    private func list(_ title: Sentence, _ sentences: [Sentence]) -> HTML {
        let lines: [HTML] = sentences.map { "<li>\($0[language])</li>" }
        return "<section class=\"card stack\"><h2>\(title[language])</h2><ul>\(lines)</ul></section>"
    }

    private func form(_ path: String, _ word: Sentence, _ kind: String) -> HTML {
        """
        <form method="post" action="\(path)">\(secret.field)<button class="\(kind)">\(word[language])</button></form>
        """
    }
}

/// The pages on the way there and back.
struct CouplingWay {
    let frame: PatientFrame
    let language: Language

    /// The way out of our pages, with the address behind a link: a form may not lead to another house.
    func onward(to address: String) -> Page {
        let lines: [HTML] = CouplingWords.onwardMore.map { "<li>\($0[language])</li>" }
        return card(
            CouplingWords.onward,
            """
            <ul>\(lines)</ul><a class="btn" href="\(address)">\(CouplingWords.go[language])</a>
            <a class="btn ghost" href="/withings">\(CouplingWords.rather[language])</a>
            """)
    }

    func failed(_ why: Sentence) -> Page {
        card(
            CouplingWords.failed,
            """
            <p>\(why[language])</p><a class="btn" href="/withings">\(CouplingWords.back[language])</a>
            """)
    }

    private func card(_ title: Sentence, _ text: HTML) -> Page {
        patientPage(
            title[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><section class="card stack"><h1>\(title[language])</h1>\(text)\
            </section>\(helpLine(frame.phone, in: language))</main>
            """)
    }
}
