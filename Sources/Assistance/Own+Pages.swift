import Clinical
import Identity
import Web

/// The page *Hulp in de buurt*: what is asked, what runs, and asking for it.
struct OwnHelpPage {
    let tasks: [Assistance.Task]
    let places: [Assistance.Place]
    let frame: PatientFrame
    let number: ID<Assistance.TaskMark>
    let secret: FormSecret
    let now: Instant
    let said: Said?
    var problems: [Problem] = []
    let language: Language

    enum Said: String, Sendable { case thanks, stopped }

    private var words: DateWords { DateWords(language) }
    private var today: Day { Moment.amsterdam(now).day }

    var page: Page {
        patientPage(
            OwnHelpWords.title[language], at: .more, frame, in: language,
            """
            <main class="wrap one stack" id="main"><div class="hello"><h1>\(OwnHelpWords.title[language])</h1>\
            <p>\(OwnHelpWords.intro[language])</p></div>\(notice)
            \(errorSummary(TaskWords.notYet, problems, in: language))\(cards)\(asking)\(before)
            \(helpLine(frame.phone, in: language))</main>
            """)
    }

    private var notice: HTML {
        guard let said else { return .none }
        let sentence = said == .thanks ? OwnHelpWords.thanks : OwnHelpWords.stopped
        return "<p class=\"strip\" role=\"status\">\(icon(.check))\(sentence[language])</p>"
    }

    private var cards: HTML {
        let open: [HTML] = tasks.compactMap { task in
            switch task.standing(at: now) {
            case .waits: offer(task)
            case .runs(let step): running(task, step)
            case .ended, .over: nil
            }
        }
        guard !open.isEmpty else { return "<section class=\"card\"><p>\(OwnHelpWords.nothing[language])</p></section>" }
        return "\(open)"
    }

    private func what(_ task: Assistance.Task) -> String {
        OwnHelpWords.with(lowered(TaskWords.help(task.help)[language]))[language]
    }

    private func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

    private func offer(_ task: Assistance.Task) -> HTML {
        """
        <section class="card stack"><h2>\(OwnHelpWords.offer(task.organisationName)[language])</h2>\
        <p>\(what(task))</p><p>\(OwnHelpWords.callsYou[language]) \(OwnHelpWords.sees[language])</p>
        <form class="stack" method="post" action="/help/\(task.id)/answer">\(secret.field(numbered: number))\
        <button class="btn" name="answer" value="yes">\(OwnHelpWords.yes[language])</button>\
        <button class="btn ghost" name="answer" value="no">\(OwnHelpWords.no[language])</button></form></section>
        """
    }

    private func running(_ task: Assistance.Task, _ step: Assistance.Step) -> HTML {
        let until: HTML =
            task.until.map {
                "<p class=\"quiet\">\(OwnHelpWords.until(words.long(Moment.amsterdam($0).day))[language])</p>"
            } ?? .none
        return """
            <section class="card stack"><h2>\(task.organisationName)</h2><p>\(what(task))</p>\
            <p>\(icon(.hands)) \(state(task, step))</p>\(until)
            <form class="stack" method="post" action="/help/\(task.id)/end">\(secret.field(numbered: number))\
            <button class="btn ghost">\(OwnHelpWords.stop[language])</button></form>\
            <p class="quiet">\(OwnHelpWords.stopMore[language])</p></section>
            """
    }

    private func state(_ task: Assistance.Task, _ step: Assistance.Step) -> String {
        switch step {
        case .taken: OwnHelpWords.taken[language]
        case .notReached: OwnHelpWords.notReached[language]
        case .appointment:
            task.appointmentOn.map { OwnHelpWords.appointment(words.long($0))[language] }
                ?? OwnHelpWords.taken[language]
        default: OwnHelpWords.agreed[language]
        }
    }

    private var asking: HTML {
        guard !places.isEmpty else {
            return "<section class=\"card\"><p>\(OwnHelpWords.nobody[language])</p></section>"
        }
        let choices: [HTML] = places.map { place in
            let helps: [HTML] = place.helps.map { help in
                """
                <label class="choice"><input type="radio" name="what" value="\(help.rawValue) \(place.id)">\
                <span>\(TaskWords.help(help)[language])</span></label>
                """
            }
            return "<fieldset><legend>\(place.name)</legend>\(helps)</fieldset>"
        }
        return """
            <section class="card stack"><h2>\(OwnHelpWords.ask[language])</h2><details\(problems.isEmpty ? "" : " open")>\
            <summary class="btn ghost">\(icon(.plus))\(OwnHelpWords.askMore[language])</summary>
            <form class="stack" method="post" action="/help">\(secret.field(numbered: number))\
            <div class="stack" id="what">\(problemLine(at: "what", problems, in: language))\(choices)</div>
            <p>\(OwnHelpWords.callsYou[language]) \(OwnHelpWords.sees[language])</p>
            <button class="btn">\(OwnHelpWords.send[language])</button></form></details></section>
            """
    }

    private var before: HTML {
        let old = tasks.filter {
            switch $0.standing(at: now) {
            case .ended, .over: true
            case .waits, .runs: false
            }
        }
        guard !old.isEmpty else { return .none }
        let lines: [HTML] = old.prefix(10).map {
            """
            <li>\(TaskWords.help($0.help)[language]), \($0.organisationName): \
            \(TaskWords.standing($0.standing(at: now))[language])</li>
            """
        }
        return """
            <section class="card stack"><h2>\(OwnHelpWords.before[language])</h2><ul class="have">\(lines)</ul></section>
            """
    }
}
