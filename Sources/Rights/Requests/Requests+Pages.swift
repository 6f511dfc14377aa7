import Clinical
import Web

/// The page *Uw gegevens*: what can be asked, and what was asked.
struct RightsPage {
    let requests: [Rights.Request]
    let frame: PatientFrame
    let isAsked: Bool
    let today: Day
    let secret: FormSecret
    let language: Language

    private var words: DateWords { DateWords(language) }

    var page: Page {
        patientPage(
            RightsWords.title[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main">\(notice)<div class="hello"><h1>\(RightsWords.title[language])</h1>\
            <p>\(RightsWords.intro[language])</p></div>
            <ul class="card plain">
            \(line("blue", .doc, RightsWords.copy, RightsWords.copyMore, "/copy"))
            \(line("sun", .eye, RightsWords.watching, RightsWords.watchingMore, "/watching"))
            \(Rights.Kind.allCases.map { kind in
                line(look(kind).colour, look(kind).sign, RightsWords.kind(kind), RightsWords.short(kind),
                    "/rights/ask?kind=\(kind.rawValue)")
            })
            </ul>
            <p class="quiet">\(RightsWords.free[language])</p>
            <section class="card stack"><h2>\(RightsWords.requests[language])</h2>\(list)</section>
            \(complaint)\(helpLine(frame.phone, in: language))</main>
            """)
    }

    private var notice: HTML {
        isAsked ? "<p class=\"strip\" role=\"status\">\(icon(.check))\(RightsWords.asked[language])</p>" : .none
    }

    private func look(_ kind: Rights.Kind) -> (colour: String, sign: Icon) {
        switch kind {
        case .correction: ("green", .check)
        case .erasure: ("sun", .cross)
        case .restriction: ("blue", .lock)
        case .objection: ("green", .minus)
        }
    }

    private func line(
        _ colour: String, _ sign: Icon, _ title: Sentence, _ more: Sentence, _ path: String
    ) -> HTML {
        """
        <li><a class="line" href="\(path)"><span class="face \(colour)">\(icon(sign))</span>\
        <span><b>\(title[language])</b>\(more[language])</span>\(icon(.forward))</a></li>
        """
    }

    private var list: HTML {
        guard !requests.isEmpty else { return "<p class=\"quiet\">\(RightsWords.none[language])</p>" }
        return "<ul class=\"sessions\">\(requests.map(item))</ul>"
    }

    private func item(_ request: Rights.Request) -> HTML {
        let due = words.plain(request.dueOn, today: today)
        let asked = words.plain(Moment.amsterdam(request.askedAt).day, today: today)
        let own: HTML =
            request.words.isEmpty
            ? .none : "<p class=\"quiet\">\(RightsWords.yourWords[language]) “\(request.words)”</p>"
        return """
            <li><h3>\(RightsWords.number(request.number)[language]): \(RightsWords.kind(request.kind)[language])</h3>\
            <p>\(RightsWords.askedOn(asked)[language])</p>\(own)\
            <p><b>\(RightsWords.state(request.state, due: due)[language])</b></p>\(longer(request, due))\
            \(answer(request))\(end(request))</li>
            """
    }

    private func longer(_ request: Rights.Request, _ due: String) -> HTML {
        guard let why = request.longerWhy, request.state == .waiting else { return .none }
        return "<p>\(RightsWords.longer(due)[language])</p><p>\(why)</p>"
    }

    private func answer(_ request: Rights.Request) -> HTML {
        guard let reply = request.reply, let name = request.answeredBy else { return .none }
        let why: HTML = request.endedWhy.map { $0.isEmpty ? .none : "<p>\($0)</p>" } ?? .none
        return """
            <div class="\(reply.answer == .granted ? "strip" : "stack")"><div><p class="quiet">\(RightsWords.by(name)[language])</p><p>\(reply.reason)</p>\(why)\
            </div></div>
            """
    }

    private func end(_ request: Rights.Request) -> HTML {
        let word: Sentence
        switch request.state {
        case .waiting: word = RightsWords.takeBack
        case .inForce: word = RightsWords.stop
        case .withdrawn, .refused, .granted, .ended: return .none
        }
        return """
            <form method="post" action="/rights/\(request.id)/end">\(secret.field)<button class="btn ghost" \
            aria-label="\(word[language]): \(RightsWords.number(request.number)[language])">\(word[language])</button>\
            </form>
            """
    }

    private var complaint: HTML {
        guard requests.contains(where: { $0.state == .refused }) else { return .none }
        return """
            <section class="card stack"><h2>\(RightsWords.complain[language])</h2>\
            <p>\(RightsWords.complainMore[language])</p></section>
            """
    }
}

/// One question: what it means, why, and the button.
struct AskPage {
    let kind: Rights.Kind
    let number: ID<Rights.RequestMark>
    let dueOn: Day
    let frame: PatientFrame
    let today: Day
    let secret: FormSecret
    let language: Language
    var words = ""
    var problems: [Problem] = []

    private var dates: DateWords { DateWords(language) }

    var page: Page {
        let means: [HTML] = RightsWords.means(kind).map { "<p>\($0[language])</p>" }
        let hint: HTML =
            kind == .correction ? .none : "<p class=\"hint\" id=\"words-hint\">\(RightsWords.optional[language])</p>"
        let described: HTML = kind == .correction ? .none : " aria-describedby=\"words-hint\""
        return patientPage(
            RightsWords.kind(kind)[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(RightsWords.kind(kind)[language])</h1></div>
            \(errorSummary(RightsWords.notYet, problems, in: language))
            <section class="card stack">\(means)</section>
            <form class="card ask" method="post" action="/rights">\(secret.field(numbered: number))\
            <input type="hidden" name="kind" value="\(kind.rawValue)">
            <div class="field"><label for="words">\(RightsWords.ask(kind)[language])</label>\(hint)\
            \(problemLine(at: "words", problems, in: language))<textarea id="words" name="words" rows="4" maxlength="1000"\
            \(problems.isEmpty ? described : problemAttributes(at: "words", problems))>\(words)</textarea></div>
            <p>\(RightsWords.answerBy(dates.plain(dueOn, today: today))[language])</p>
            <button class="btn">\(icon(.send))\(RightsWords.send[language])</button></form>
            <a class="btn ghost" href="/rights">\(RightsWords.back[language])</a>
            \(helpLine(frame.phone, in: language))</main>
            """)
    }
}
