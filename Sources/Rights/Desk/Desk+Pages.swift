import Clinical
import Identity
import Web

/// The requests of a practice, the one that is due first on top.
struct RequestsPage {
    let desk: [Rights.OnDesk]
    let erased: [Rights.Erased]
    let frame: WorkFrame
    let today: Day
    let notice: Sentence?
    let language: Language

    private var words: DateWords { DateWords(language) }
    private var waiting: Int { desk.count { $0.request.state == .waiting } }

    var page: Page {
        let told: HTML =
            notice.map { "<p class=\"notice\" role=\"status\">\(icon(.check))\($0[language])</p>" } ?? .none
        return workPage(
            DeskWords.title[language], at: .requests, frame, in: language,
            """
            \(told)\(workBar(DeskWords.title[language], DeskWords.open(waiting)[language]))
            <div class="scroll"><div class="body">\(table)\(gone)</div></div>
            """)
    }

    private var table: HTML {
        guard !desk.isEmpty else { return "<p class=\"quiet\">\(DeskWords.nothing[language])</p>" }
        return """
            <div class="table-box" tabindex="0" role="region" aria-label="\(DeskWords.title[language])">\
            <table class="table plain"><thead><tr><th scope="col">\(DeskWords.patient[language])</th>\
            <th scope="col">\(DeskWords.state[language])</th><th scope="col">\(DeskWords.dueOn[language])</th>\
            <th scope="col">\(DeskWords.asks[language])</th><th scope="col">\(DeskWords.askedOn[language])</th>\
            </tr></thead>\
            <tbody>\(ordered.map(row))</tbody></table></div>
            """
    }

    /// What waits stands before what does not.
    private var ordered: [Rights.OnDesk] {
        func isPressing(_ entry: Rights.OnDesk) -> Bool { entry.request.isToDo }
        return desk.filter(isPressing) + desk.filter { !isPressing($0) }
    }

    private func row(_ entry: Rights.OnDesk) -> HTML {
        let request = entry.request
        let colour = request.isLate(on: today) || request.isToDo ? "warn" : "info"
        let due = request.state == .waiting ? words.plain(request.dueOn, today: today) : "–"
        return """
            <tr><th scope="row"><a href="/requests/\(request.id)">\(entry.name)</a>\
            <small>\(words.digits(entry.bornOn))</small></th>\
            <td><span class="chip \(colour)">\(DeskWords.state(request, on: today)[language])</span></td><td>\(due)</td>\
            <td>\(DeskWords.number(request.number)[language])<br>\(DeskWords.kind(request.kind)[language])</td>\
            <td>\(words.plain(Moment.amsterdam(request.askedAt).day, today: today))</td></tr>
            """
    }

    private var gone: HTML {
        guard !erased.isEmpty else { return .none }
        let rows: [HTML] = erased.map { one in
            """
            <tr><th scope="row">\(DeskWords.number(one.number)[language])</th>\
            <td>\(words.plain(Moment.amsterdam(one.askedAt).day, today: today))</td>\
            <td>\(words.plain(Moment.amsterdam(one.carriedOutAt).day, today: today))</td>\
            <td>\(DeskWords.proof(of: one)[language])</td></tr>
            """
        }
        return """
            <section class="block"><h2>\(DeskWords.erasedTitle[language])</h2>\
            <div class="table-box" tabindex="0" role="region" aria-label="\(DeskWords.erasedTitle[language])">\
            <table class="table plain"><thead><tr><th scope="col">\(DeskWords.number[language])</th>\
            <th scope="col">\(DeskWords.askedOn[language])</th><th scope="col">\(DeskWords.carriedOut[language])</th>\
            <th scope="col">\(DeskWords.proof[language])</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }
}

extension Rights.Request {
    /// Somebody of the practice has to do something.
    fileprivate var isToDo: Bool { state == .waiting || (kind == .erasure && state == .granted) }
}

/// One request: what is asked, what to weigh, and the answer; or, for a GP, what will be gone.
struct RequestPage {
    let request: Rights.Request
    let card: Identity.PatientCard
    let part: Part
    let frame: WorkFrame
    /// Whether who looks may carry an erasure out.
    let erasing: Erasing
    let today: Day
    let language: Language
    var problems: [Problem] = []
    var typed = ""

    enum Part: Sendable { case whole, erasure }
    enum Erasing: Sendable { case may, mayNot }

    private var words: DateWords { DateWords(language) }
    private var path: String { "/requests/\(request.id)" }

    var page: Page {
        workPage(
            DeskWords.number(request.number)[language], at: .requests, frame, in: language,
            """
            \(head)<div class="scroll"><div class="body narrow">\
            \(errorSummary(DeskWords.notSaved, problems, in: language))\(part == .erasure ? erasure : whole)
            <p><a class="action bare" href="/requests">\(DeskWords.back[language])</a></p></div></div>
            """)
    }

    private var head: HTML {
        """
        <div class="person"><h1>\(card.fullName)</h1><p>\(words.digits(card.bornOn)) · \
        \(DeskWords.number(request.number)[language])</p><div class="end">\
        \(details)<a class="action" href="/patients/\(card.id)">\(icon(.people))\(DeskWords.record[language])</a></div>\
        <p class="chips"><span class="chip info">\(DeskWords.kind(request.kind)[language])</span>\
        <span class="chip \(request.isLate(on: today) ? "warn" : "")">\(DeskWords.state(request, on: today)[language])</span>\
        </p></div>
        """
    }

    /// What was asked to be put right is often a name or a number.
    private var details: HTML {
        guard request.kind == .correction else { return .none }
        return
            "<a class=\"action\" href=\"/patients/\(card.id)/person\">\(icon(.phone))\(DeskWords.details[language])</a>"
    }

    private var whole: HTML {
        let said: HTML =
            request.words.isEmpty
            ? "<p class=\"quiet\">\(DeskWords.noWords[language])</p>" : "<p>“\(request.words)”</p>"
        return """
            <section class="block"><h2>\(DeskWords.theirWords[language])</h2>\(said)<dl class="facts">\
            <dt>\(DeskWords.askedOn[language])</dt>\
            <dd>\(words.plain(Moment.amsterdam(request.askedAt).day, today: today))</dd>\
            <dt>\(DeskWords.dueOn[language])</dt><dd>\(words.plain(request.dueOn, today: today))</dd></dl>\(why)</section>
            <section class="block"><h2>\(DeskWords.law[language])</h2><p>\(DeskWords.weigh(request.kind)[language])</p>\
            </section>\(given)\(actions)
            """
    }

    private var why: HTML { request.longerWhy.map { "<p>\($0)</p>" } ?? .none }

    private var given: HTML {
        guard let reply = request.reply, let name = request.answeredBy, let at = request.answeredAt else {
            return .none
        }
        let when = words.plain(Moment.amsterdam(at).day, today: today)
        let ended: HTML = request.endedWhy.map { $0.isEmpty ? .none : "<p>\($0)</p>" } ?? .none
        return """
            <section class="block"><h2>\(DeskWords.answerTitle[language])</h2><p>\(reply.reason)</p>\
            <p class="quiet">\(DeskWords.answered(name, when)[language])</p>\(ended)</section>
            """
    }

    private var actions: HTML {
        switch request.state {
        case .waiting: "\(answering)\(prolonging)"
        case .inForce:
            form(
                "end", DeskWords.endTitle, "end", DeskWords.end,
                "<button class=\"action\">\(DeskWords.endButton[language])</button>")
        case .granted where request.kind == .erasure: carryingOut
        case .granted, .refused, .withdrawn, .ended: .none
        }
    }

    private var answering: HTML {
        form(
            "answer", DeskWords.answerTitle, "reason", DeskWords.reason,
            """
            <button class="action main" name="answer" value="granted">\(DeskWords.grant[language])</button>\
            <button class="action" name="answer" value="refused">\(DeskWords.refuse[language])</button>
            """)
    }

    private var prolonging: HTML {
        guard request.mayTakeLonger(on: today) else { return .none }
        return form(
            "longer", DeskWords.longerTitle, "longer", DeskWords.longer,
            "<button class=\"action\">\(DeskWords.prolong[language])</button>")
    }

    private func form(
        _ deed: String, _ title: Sentence, _ field: String, _ label: Sentence, _ buttons: HTML
    ) -> HTML {
        let isWrong = problems.contains { $0.field == field }
        return """
            <section class="block"><h2>\(title[language])</h2><form class="form" method="post" action="\(path)/\(deed)">\
            \(frame.secret.field)<div class="field"><label for="\(field)">\(label[language])</label>\
            \(problemLine(at: field, problems, in: language))<textarea id="\(field)" name="\(field)" rows="4" \
            maxlength="1000"\(problemAttributes(at: field, problems))>\(isWrong ? typed : "")</textarea></div>\
            <div class="row-actions">\(buttons)</div></form></section>
            """
    }

    private var carryingOut: HTML {
        let link: HTML =
            erasing == .may
            ? "<p><a class=\"action main\" href=\"\(path)/erasure\">\(DeskWords.carryOut[language])</a></p>" : .none
        return """
            <section class="block"><h2>\(DeskWords.carryOut[language])</h2><p>\(DeskWords.carryOutHow[language])</p>\
            <p class="num">hartlijn patient forget \(card.id) --confirm \(card.id)</p>\(link)</section>
            """
    }

    private var erasure: HTML {
        """
        <p class="notice warn">\(icon(.alert))\(DeskWords.gone[language])</p>
        <section class="block"><h2>\(DeskWords.carryOut[language])</h2>
        <form class="form" method="post" action="\(path)/erasure">\(frame.secret.field)<div class="field short">\
        <label for="sure">\(DeskWords.sure[language])</label>\(problemLine(at: "sure", problems, in: language))\
        <input id="sure" name="sure" inputmode="numeric" autocomplete="off" value="\(typed)"\
        \(problemAttributes(at: "sure", problems))></div><div class="row-actions">\
        <button class="action main">\(DeskWords.erase[language])</button></div></form></section>
        """
    }
}

/// For the officer: how many, never whose.
struct RequestCountsPage {
    let rows: [(practice: String, count: Rights.Count)]
    let frame: WorkFrame
    let language: Language

    var page: Page {
        let open = rows.reduce(0) { $0 + $1.count.open }
        let lines: [HTML] = rows.map { row in
            let late: HTML = row.count.overdue > 0 ? "<b>\(row.count.overdue)</b>" : "\(row.count.overdue)"
            return """
                <tr><th scope="row">\(row.practice)</th><td class="num">\(row.count.open)</td><td class="num">\(late)</td>\
                <td class="num">\(row.count.restricted)</td><td class="num">\(row.count.toErase)</td></tr>
                """
        }
        return workPage(
            DeskWords.title[language], at: .requestCounts, frame, in: language,
            """
            \(workBar(DeskWords.title[language], DeskWords.open(open)[language]))
            <div class="desk"><p class="lead">\(DeskWords.countsIntro[language])</p>\
            <div class="table-box" tabindex="0" role="region" aria-label="\(DeskWords.title[language])">\
            <table class="table plain"><thead><tr><th scope="col">\(DeskWords.practice[language])</th>\
            <th scope="col">\(DeskWords.waiting[language])</th><th scope="col">\(DeskWords.overdue[language])</th>\
            <th scope="col">\(DeskWords.restricted[language])</th><th scope="col">\(DeskWords.toErase[language])</th>\
            </tr></thead><tbody>\(lines)</tbody></table></div></div>
            """)
    }
}
