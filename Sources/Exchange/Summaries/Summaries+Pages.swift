import Clinical
import Identity
import Web

enum SummaryPath {
    static let list = "/summaries"
    static func of(_ patient: ID<Patient>) -> String { "/patients/\(patient)/summaries" }
}

/// What every patient of the practice measured in a quarter, and how far it is on its way to the record.
struct QuarterPage {
    let frame: WorkFrame
    let quarter: Quarter
    let show: Exchange.SummaryState
    let counts: [Exchange.SummaryState: Int]
    let summaries: [Exchange.Summary]
    let plain: Int
    let notice: Notice?
    let number: ID<Form>
    let today: Day
    let language: Language

    /// What was just done, with the way back.
    enum Notice {
        case approved(Int, as: ID<Exchange.ApprovalMark>)
        case placed
    }

    /// As many as fit on a page, and as many as are approved at once.
    static let most = 200

    private static let tabs: [Exchange.SummaryState] = [.ready, .approved, .placed, .tooFew]

    var page: Page {
        workPage(
            SummaryWords.title[language], at: .summaries, frame, in: language,
            """
            \(workBar(SummaryWords.title[language], SummaryWords.quarter(quarter)[language], ways))\(noticeBar)\(tabs)
            <div class="scroll"><div class="body">\(quarters)</div>\(list)\
            <p class="desk quiet">\(SummaryWords.notWatched[language])</p></div>
            """)
    }

    private var ways: HTML {
        var pieces: [HTML] = []
        if show == .ready, plain > 0 {
            pieces.append(
                """
                <form method="post" action="\(SummaryPath.list)/approvals">\(frame.secret.field(numbered: number))\
                <input type="hidden" name="quarter" value="\(quarter.description)"><button class="action main">\(icon(.check))\
                \(SummaryWords.approveAll(plain)[language])</button></form>
                """)
        }
        if show == .approved, !summaries.isEmpty {
            pieces.append(
                """
                <a class="action" href="\(SummaryPath.list)/waiting.ndjson">\(icon(.doc))\
                \(SummaryWords.waitingFile[language])</a>\
                <form method="post" action="\(SummaryPath.list)/placing">\(frame.secret.field)\
                <input type="hidden" name="quarter" value="\(quarter.description)"><button class="action">\(icon(.check))\
                \(SummaryWords.placeAll[language])</button></form>
                """)
        }
        return pieces.isEmpty ? .none : "<div class=\"row-actions end\">\(pieces)</div>"
    }

    private var noticeBar: HTML {
        switch notice {
        case nil: .none
        case .placed:
            "<div class=\"notice\" role=\"status\">\(icon(.check))<span>\(SummaryWords.placedNow[language])</span></div>"
        case .approved(let count, let approval):
            """
            <div class="notice" role="status">\(icon(.check))<span>\(SummaryWords.approved(count)[language])</span>\
            <form method="post" action="\(SummaryPath.list)/approvals/undo">\(frame.secret.field)\
            <input type="hidden" name="quarter" value="\(quarter.description)">\
            <button class="action small" name="approval" value="\(approval)">\(SummaryWords.takeBack[language])</button>\
            </form></div>
            """
        }
    }

    private func address(_ quarter: Quarter, _ show: Exchange.SummaryState) -> String {
        "\(SummaryPath.list)?quarter=\(quarter)&show=\(show.rawValue)"
    }

    private var tabs: HTML {
        let links: [HTML] = Self.tabs.map { state in
            let here: HTML = state == show ? " aria-current=\"true\"" : .none
            return """
                <a href="\(address(quarter, state))"\(here)>\(SummaryWords.state(state)[language]) \
                <span class="n">\(counts[state, default: 0])</span></a>
                """
        }
        return "<nav class=\"tabs\" aria-label=\"\(SummaryWords.howFar[language])\">\(links)</nav>"
    }

    /// The last quarter that is over, and the three before it.
    private var quarters: HTML {
        let last = Quarter(of: today).before
        let all = sequence(first: last) { $0.before }.prefix(4)
        let links: [HTML] = all.map { each in
            let here: HTML = each == quarter ? " aria-current=\"true\"" : .none
            return "<a href=\"\(address(each, show))\"\(here)>\(SummaryWords.quarterShort(each)[language])</a>"
        }
        return "<nav class=\"filters\" aria-label=\"\(SummaryWords.periods[language])\">\(links)</nav>"
    }

    private var list: HTML {
        guard !summaries.isEmpty else {
            let words = quarter.lastDay < today ? SummaryWords.nothing : SummaryWords.notOver
            return "<p class=\"empty\">\(icon(.doc))<b>\(words[language])</b></p>"
        }
        let count = counts[show, default: 0]
        let more: HTML =
            count > summaries.count
            ? "<p class=\"desk quiet\">\(SummaryWords.first(summaries.count, of: count)[language])</p>" : .none
        return """
            <table class="table"><caption class="spoken">\(SummaryWords.state(show)[language])</caption><thead><tr>\
            <th scope="col">\(SummaryWords.patient[language])</th><th scope="col">\(SummaryWords.what[language])</th>\
            <th scope="col">\(SummaryWords.average[language])</th>\
            <th scope="col" class="on-desk">\(SummaryWords.readings[language])</th>\
            <th scope="col" class="on-desk">\(SummaryWords.days[language])</th>\
            <th scope="col">\(SummaryWords.remark[language])</th></tr></thead><tbody>\(summaries.map(row))</tbody></table>\(more)
            """
    }

    private func row(_ summary: Exchange.Summary) -> HTML {
        let counted = summary.judgement.counted
        return """
            <tr class="row"><th scope="row" class="who"><a href="\(SummaryPath.of(summary.patient))">\
            \(Identity.listName(summary.givenName, summary.familyName))</a>\
            <small>\(DateWords(language).digits(summary.bornOn))</small></th>\
            <td>\(SummaryWords.kind(summary.kind)[language])</td>\
            <td class="value"><b>\(SummaryWords.value(summary.judgement, in: language))</b></td>\
            <td class="num on-desk">\(counted.used)</td><td class="num on-desk">\(counted.days)</td>\
            <td>\(marks(of: summary, in: language))</td></tr>
            """
    }
}

/// Why somebody looks before approving.
func marks(of summary: Exchange.Summary, in language: Language) -> HTML {
    var words: [Sentence] = []
    if summary.version > 1 { words.append(summary.isLapsed ? SummaryWords.lapses : SummaryWords.correction) }
    if let remark = SummaryWords.remark(summary.remark) { words.append(remark) }
    let chips: [HTML] = words.map { "<span class=\"chip warn\">\(icon(.alert))\($0[language])</span>" }
    return "<span class=\"chips\">\(chips)</span>"
}

/// The summaries of one patient: the line for the record, and what can be done with it.
struct SummariesPage {
    let card: Identity.PatientCard
    let frame: WorkFrame
    let summaries: [Exchange.Summary]
    let number: ID<Form>
    let today: Day
    let language: Language
    var from: String
    var through: String
    var problems: [Problem] = []

    private var words: DateWords { DateWords(language) }
    private var path: String { SummaryPath.of(card.id) }

    var page: Page {
        let title = SummaryWords.forRecord[language]
        return workPage(
            "\(title): \(card.listName)", at: .summaries, frame, in: language,
            """
            \(workBar(title, card.fullName))<div class="scroll"><div class="body narrow">\
            \(errorSummary(SummaryWords.notMade, problems, in: language))\(list)\(making)
            <p><a class="action bare" href="/patients/\(card.id)">\(SummaryWords.record[language])</a></p></div></div>
            """)
    }

    private var list: HTML {
        guard !summaries.isEmpty else { return "<p class=\"quiet\">\(SummaryWords.noneYet[language])</p>" }
        var blocks: [HTML] = []
        var rest = summaries[...]
        while let period = rest.first?.period {
            let same = rest.prefix { $0.period == period }
            blocks.append(
                """
                <section class="block"><h2>\(SummaryWords.period(period, in: language))</h2>\(same.map(block))</section>
                """)
            rest = rest.dropFirst(same.count)
        }
        return "\(blocks)"
    }

    private func block(_ summary: Exchange.Summary) -> HTML {
        let colour = summary.state == .placed || summary.state == .approved ? "good" : "info"
        return """
            <article class="summary" id="s-\(summary.id)"><h3>\(SummaryWords.kind(summary.kind)[language]) \
            <b>\(SummaryWords.value(summary.judgement, in: language))</b> \
            <span class="chip \(colour)">\(SummaryWords.state(summary.state)[language])</span>\(marks(of: summary, in: language))</h3>\
            <p class="record-line" id="line-\(summary.id)" lang="nl">\(SummaryWords.line(summary))</p>\
            \(approvedBy(summary))<div class="row-actions">\(ways(summary))</div></article>
            """
    }

    private func approvedBy(_ summary: Exchange.Summary) -> HTML {
        guard let approved = summary.approved else { return .none }
        let day = words.plain(Moment.amsterdam(approved.at).day, today: today)
        return "<p class=\"quiet\">\(SummaryWords.approvedBy(approved.by, day)[language])</p>"
    }

    private func ways(_ summary: Exchange.Summary) -> HTML {
        let whose = "<span class=\"spoken\"> \(SummaryWords.kind(summary.kind)[language])</span>" as HTML
        switch summary.state {
        case .tooFew, .replaced: return .none
        case .ready:
            let word = summary.isLapsed ? SummaryWords.approveLapse : SummaryWords.approve
            return form(summary, "approval", "action main", "\(icon(.check))\(word[language])\(whose)")
        case .approved, .placed:
            let back: HTML =
                summary.state == .placed
                ? .none
                : """
                \(form(summary, "placing", "action", "\(icon(.check))\(SummaryWords.place[language])\(whose)"))\
                \(form(summary, "undo", "action bare", "\(SummaryWords.takeBack[language])\(whose)"))
                """
            return """
                <button class="action main" type="button" hidden data-behaviour="copy" data-from="line-\(summary.id)" \
                data-done="\(SummaryWords.copied[language])">\(icon(.doc))<span>\(SummaryWords.copy[language])</span>\(whose)</button>\
                \(back)<a class="action" href="\(path)/\(summary.id)/record.json">\(SummaryWords.file[language])\(whose)</a>
                """
        }
    }

    private func form(_ summary: Exchange.Summary, _ what: String, _ look: String, _ words: HTML) -> HTML {
        """
        <form method="post" action="\(path)/\(summary.id)/\(what)">\(frame.secret.field(numbered: number))\
        <button class="\(look)">\(words)</button></form>
        """
    }

    private var making: HTML {
        """
        <section class="block"><h2>\(SummaryWords.make[language])</h2>\
        <form class="form" method="post" action="\(path)">\(frame.secret.field)\
        \(field("from", SummaryWords.from, from))\(field("through", SummaryWords.through, through))\
        <div class="row-actions"><button class="action">\(SummaryWords.makeIt[language])</button></div></form></section>
        """
    }

    private func field(_ name: String, _ label: Sentence, _ value: String) -> HTML {
        """
        <div class="field short"><label for="\(name)">\(label[language])</label>\(problemLine(at: name, problems, in: language))\
        <input id="\(name)" name="\(name)" type="date" value="\(value)"\(problemAttributes(at: name, problems))></div>
        """
    }
}
