import Clinical
import Identity
import Web

/// Who is registered at this pharmacy, and asking for somebody who is not yet.
struct CounterPage {
    let customers: [Pharmacy.Customer]
    let frame: WorkFrame
    let number: ID<Pharmacy.RegistrationMark>
    let said: Said?
    var problems: [Problem] = []
    var form: Form?
    let language: Language

    enum Said: String, Sendable { case asked }

    private var words: DateWords { DateWords(language) }

    var page: Page {
        let notice: HTML =
            said == .asked
            ? "<p class=\"notice\" role=\"status\">\(icon(.check))\(CounterWords.asked[language])</p>" : .none
        return workPage(
            CounterWords.title[language], at: .pharmacy, frame, in: language,
            """
            \(workBar(CounterWords.title[language], CounterWords.intro[language]))\(notice)<div class="desk">\
            \(errorSummary(CounterWords.notYet, problems, in: language))\(list)\(registering)</div>
            """)
    }

    private var list: HTML {
        guard !customers.isEmpty else { return "<p>\(CounterWords.nobody[language])</p>" }
        let rows: [HTML] = customers.map {
            """
            <tr><th scope="row"><a href="/pharmacy/\($0.id)">\($0.name)</a></th><td class="nowrap">\(words.digits($0.bornOn))</td>\
            <td>\($0.practiceName)</td><td class="nowrap">\(words.digits(Moment.amsterdam($0.since).day))</td>\
            <td>\($0.unread)</td></tr>
            """
        }
        return """
            <div class="table-box" tabindex="0" role="region" aria-label="\(CounterWords.title[language])">\
            <table class="table plain"><thead><tr><th scope="col">\(CounterWords.patient[language])</th>\
            <th scope="col">\(CounterWords.born[language])</th><th scope="col">\(CounterWords.practice[language])</th>\
            <th scope="col">\(CounterWords.since[language])</th><th scope="col">\(CounterWords.unread[language])</th></tr>\
            </thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private var registering: HTML {
        """
        <section class="block"><h2>\(CounterWords.register[language])</h2><p class="quiet">\
        \(CounterWords.registerMore[language])</p>
        <form class="form" method="post" action="/pharmacy">\(frame.secret.field(numbered: number))
        \(field("given", CounterWords.given, "text"))\(field("family", CounterWords.family, "text"))\
        \(field("born", CounterWords.birthday, "date"))
        <div class="row-actions"><button class="action main">\(CounterWords.ask[language])</button></div></form></section>
        """
    }

    private func field(_ name: String, _ label: Sentence, _ kind: String) -> HTML {
        """
        <div class="field"><label for="\(name)">\(label[language])</label>\
        \(problemLine(at: name, problems, in: language))<input id="\(name)" name="\(name)" type="\(kind)" maxlength="60" \
        autocomplete="off" value="\(form?[name] ?? "")"\(problemAttributes(at: name, problems)) required></div>
        """
    }
}

/// What the pharmacy sees of one patient.
struct CustomerPage {
    let record: Pharmacy.Record
    let frame: WorkFrame
    let number: ID<Pharmacy.MessageMark>
    let today: Day
    var problems: [Problem] = []
    var draft = ""
    let language: Language

    private var words: DateWords { DateWords(language) }
    private var card: Identity.PatientCard { record.card }

    var page: Page {
        workPage(
            card.listName, at: .pharmacy, frame, in: language,
            """
            <div class="person"><h1>\(card.fullName)</h1><p>\(words.digits(card.bornOn)) · \(record.practiceName)</p></div>
            <div class="scroll"><div class="body narrow">\(errorSummary(CounterWords.notYet, problems, in: language))
            \(details)\(medication)\(pressures)\(talk)
            <p><a class="action bare" href="/pharmacy">\(CounterWords.back[language])</a></p></div></div>
            """)
    }

    private var details: HTML {
        let reading: HTML =
            card.reading == .difficult
            ? "<dt>\(CounterWords.reading[language])</dt><dd>\(CounterWords.difficult[language])</dd>" : .none
        return """
            <section class="block"><h2>\(CounterWords.details[language])</h2><dl class="facts">\
            <dt>\(CounterWords.phone[language])</dt><dd><a class="num" href="\(phoneLink(card.phone))">\(card.phone)</a></dd>\
            <dt>\(CounterWords.language[language])</dt><dd>\(card.spokenLanguage)</dd>\(reading)</dl></section>
            """
    }

    private var medication: HTML {
        let rows: [HTML] = record.changes.map {
            "<li><b>\($0.what)</b><span>\(words.plain($0.day, today: today))</span><small>\($0.why)</small></li>"
        }
        let list: HTML =
            rows.isEmpty
            ? "<p class=\"quiet\">\(CounterWords.noChanges[language])</p>" : "<ul class=\"plain-list\">\(rows)</ul>"
        return "<section class=\"block\"><h2>\(CounterWords.medication[language])</h2>\(list)</section>"
    }

    private var pressures: HTML {
        let head: HTML = "<h2>\(CounterWords.pressures[language])</h2>"
        guard let pressures = record.pressures else {
            return
                "<section class=\"block\">\(head)<p class=\"quiet\">\(CounterWords.notShared[language])</p></section>"
        }
        guard !pressures.isEmpty else {
            return
                "<section class=\"block\">\(head)<p class=\"quiet\">\(CounterWords.noPressures[language])</p></section>"
        }
        let rows: [HTML] = pressures.map { seen in
            let place = seen.setting == .home ? CounterWords.atHome : CounterWords.inPractice
            return """
                <li><b>\(seen.pressure)</b><span>\(words.plain(seen.taken.day, today: today)) \(words.clock(seen.taken)), \
                \(place[language])</span></li>
                """
        }
        return "<section class=\"block\">\(head)<ul class=\"plain-list\">\(rows)</ul></section>"
    }

    private var talk: HTML {
        let lines: [HTML] = record.messages.map { message in
            let at = Moment.amsterdam(message.sentAt)
            return """
                <li><span class="reason\(message.sender == .patient ? " asks" : "")">\(icon(.mail))</span><div>\
                <h3>\(message.senderName) <time>\(words.plain(at.day, today: today)), \(words.clock(at))</time></h3>\
                <p>“\(message.body)”</p></div></li>
                """
        }
        let list: HTML =
            lines.isEmpty
            ? "<p class=\"quiet\">\(CounterWords.noMessages[language])</p>" : "<ol class=\"timeline\">\(lines)</ol>"
        return """
            <section class="block"><h2>\(CounterWords.messages[language])</h2>\(list)
            <form class="form" method="post" action="/pharmacy/\(card.id)/messages">\(frame.secret.field(numbered: number))
            <div class="field whole"><label for="text">\(CounterWords.write[language])</label>\
            \(problemLine(at: "text", problems, in: language))<textarea id="text" name="text" rows="4" maxlength="2000"\
            \(problemAttributes(at: "text", problems))>\(draft)</textarea></div>
            <div class="row-actions"><button class="action main">\(icon(.send))\(CounterWords.send[language])</button></div>
            </form></section>
            """
    }
}
