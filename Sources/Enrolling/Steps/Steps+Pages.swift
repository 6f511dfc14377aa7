import Clinical
import Identity
import Web

/// The step plan of one person: what was done, what is next, and the buttons for it.
struct StepsPage {
    let frame: WorkFrame
    let steps: Enrolling.Steps
    /// For the next invitation, so that a button that is pressed twice asks once.
    let number: ID<Enrolling.InvitationMark>
    let today: Day
    let language: Language
    var problems: [Problem] = []
    /// What was filled in about consent, when something was missing.
    var form: Form?

    private var person: Enrolling.Candidate { steps.candidate }
    private var path: String { "/enrolling/\(person.id)" }
    private var record: String { "/patients/\(person.id)" }
    private var words: DateWords { DateWords(language) }
    private var isIn: Bool { person.state == .takesPart }

    var page: Page {
        workPage(
            StepWords.title[language], at: .enrolling, frame, in: language,
            """
            \(head)<div class="scroll"><div class="body narrow">\
            \(errorSummary(StepWords.notSaved, problems, in: language))\(cautions)\(list)\(isIn ? .none : inviting)\
            \(isIn ? doing : consent)\(history)
            <p><a class="action bare" href="/enrolling">\(StepWords.back[language])</a></p></div></div>
            """)
    }

    private var head: HTML {
        let link: HTML =
            steps.isPatient == .patient
            ? "<a class=\"action\" href=\"\(record)\">\(icon(.people))\(StepWords.record[language])</a>" : .none
        return """
            <div class="person"><h1>\(person.fullName)</h1><p>\(born)</p>\
            <div class="end">\(link)</div><p class="chips"><span class="chip info">\
            \(CandidateWords.state(person.state)[language])</span>\(chips(of: person, in: language))</p></div>
            """
    }

    private var born: String {
        let day = words.digits(person.bornOn)
        return person.phone.isEmpty ? day : "\(day) · \(person.phone)"
    }

    private var cautions: HTML {
        let lines: [HTML] = person.cautions.map { "<p>\($0.advice[language]) \(StepWords.toConfirm[language])</p>" }
        return lines.isEmpty ? .none : "<div class=\"notice warn\">\(icon(.alert))<div>\(lines)</div></div>"
    }

    private var list: HTML {
        let items: [HTML] = Enrolling.StepName.allCases.map { step in
            let day = steps.done(step)
            let (colour, sign): (String, Icon) =
                day != nil ? ("good", .check) : step == steps.next ? ("above", .forward) : ("", .minus)
            let when = day.map { words.plain($0, today: today) } ?? (step == steps.next ? StepWords.now[language] : "")
            return """
                <li><span class="reason \(colour)">\(icon(sign))</span><div><h3>\(name(of: step))<time>\(when)</time></h3>\
                <p class="quiet">\(StepWords.how(step)[language])</p></div></li>
                """
        }
        return """
            <section class="block"><h2>\(StepWords.title[language])</h2><ol class="timeline">\(items)</ol>\
            <p>\(StepWords.suits[language]) <b>\(person.box.title[language])</b></p></section>
            """
    }

    /// Where a step is done, when it is done on a page of its own.
    private func name(of step: Enrolling.StepName) -> HTML {
        let word = StepWords.step(step)[language]
        guard isIn, let place = page(for: step) else { return "\(word)" }
        return "<a href=\"\(place)\">\(word)</a>"
    }

    private var inviting: HTML {
        let isAsked = person.state == .invited
        let mayAsk = person.state.after(.invite) != nil
        let inConsult: [HTML] = mayAsk ? Enrolling.Answer.allCases.map(consultButton) : []
        let others: [HTML] = mayAsk ? [.phone, .letter, .message].map(channelButton) : []
        let answers: [HTML] = Enrolling.Answer.allCases.filter { person.state.after(.answer($0)) != nil }.map(
            answerButton)
        let asking: HTML =
            mayAsk
            ? """
            <h3>\(StepWords.inConsult[language])</h3><div class="row-actions">\(inConsult)</div>
            <h3>\(StepWords.otherwise[language])</h3><div class="row-actions">\(others)</div>
            """ : .none
        let answering: HTML =
            answers.isEmpty
            ? .none : "<h3>\(StepWords.answer[language])</h3><div class=\"row-actions\">\(answers)</div>"
        return """
            <section class="block"><h2>\(StepWords.ask[language])</h2>\(isAsked ? answering : asking)\
            \(isAsked ? asking : answering)<div class="row-actions">\(undo)\(place)</div></section>
            """
    }

    private func button(_ deed: String, _ fields: HTML, _ word: Sentence, main: String = "") -> HTML {
        """
        <form method="post" action="\(path)/\(deed)">\(frame.secret.field)\(fields)\
        <button class="action\(main)">\(word[language])</button></form>
        """
    }

    private func field(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }

    private func consultButton(_ answer: Enrolling.Answer) -> HTML {
        button(
            "invitations",
            "\(field("number", number.description))\(field("channel", "consult"))\(field("answer", answer.rawValue))",
            CandidateWords.answer(answer), main: answer == .yes ? " main" : "")
    }

    private func channelButton(_ channel: Enrolling.Channel) -> HTML {
        button(
            "invitations", "\(field("number", number.description))\(field("channel", channel.rawValue))",
            CandidateWords.channel(channel))
    }

    private func answerButton(_ answer: Enrolling.Answer) -> HTML {
        button(
            "answer", field("answer", answer.rawValue), CandidateWords.answer(answer),
            main: answer == .yes && person.state == .invited ? " main" : "")
    }

    private var undo: HTML {
        guard !steps.invitations.isEmpty, person.state != .stopped, person.state != .leftOut else { return .none }
        return button("undo", .none, StepWords.undo, main: " bare")
    }

    private var place: HTML {
        if person.state == .leftOut { return button("place", field("place", "listed"), StepWords.putBack) }
        guard person.state.after(.leaveOut) != nil else { return .none }
        return button("place", field("place", "left-out"), StepWords.leaveOut, main: " bare")
    }

    private var history: HTML {
        guard !steps.invitations.isEmpty else { return .none }
        let rows: [HTML] = steps.invitations.map { invitation in
            let answer = invitation.answer.map { CandidateWords.answer($0)[language] } ?? "–"
            let day = words.plain(Moment.amsterdam(invitation.at).day, today: today)
            return """
                <tr><td>\(day)</td><td>\(CandidateWords.channel(invitation.channel)[language])</td>\
                <td>\(invitation.by)</td><td>\(answer)</td></tr>
                """
        }
        return """
            <section class="block"><h2>\(StepWords.history[language])</h2>\
            <div class="table-box" tabindex="0" role="region" aria-label="\(StepWords.history[language])">\
            <table class="table plain"><thead><tr><th scope="col">\(PlainWords.when[language])</th>\
            <th scope="col">\(CandidateWords.way[language])</th><th scope="col">\(PlainWords.by[language])</th>\
            <th scope="col">\(StepWords.answer[language])</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }
}

/// Words of the heads of tables.
enum PlainWords {
    static let when = Sentence(nl: "Wanneer", en: "When")
    static let by = Sentence(nl: "Door", en: "By")
}
